namespace BacklogHealth.Connectors.Tests.Files;

/// <summary>Public data and specifications that may lie beside the repository; a test that needs them is skipped where they do not.</summary>
internal static class SharedFolder
{
    /// <summary>The path of a file or folder of the shared folder; skips the test where there is none.</summary>
    public static string File(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var shared = Path.Combine(folder.FullName, "shared");
            if (Directory.Exists(Path.Combine(shared, "specs")) || Directory.Exists(Path.Combine(shared, "data")))
            {
                var found = Path.Combine(shared, path);
                Assert.SkipUnless(Path.Exists(found), $"The shared folder holds no {path}.");
                return found;
            }
        }

        Assert.Skip($"No shared folder with {path} lies beside the repository.");
        return "";
    }
}
