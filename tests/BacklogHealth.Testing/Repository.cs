namespace BacklogHealth.Testing;

/// <summary>Where this repository lies, for tests that read its files.</summary>
public static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>A file or folder of the repository.</summary>
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    /// <summary>The vendors' descriptions and public data sets that lie in a folder <c>shared</c> beside or above the repository in some places; null where they do not.</summary>
    /// <param name="parts">A path below that folder.</param>
    public static string? Beside(params string[] parts)
    {
        for (var folder = new DirectoryInfo(Root).Parent; folder is not null; folder = folder.Parent)
        {
            var path = System.IO.Path.Combine([folder.FullName, "shared", .. parts]);
            if (System.IO.Path.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "BacklogHealth.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"no BacklogHealth.sln above {AppContext.BaseDirectory}: run the tests from a checkout");
    }
}
