using BacklogHealth.Testing;

namespace BacklogHealth.Connectors.Tests.Files;

/// <summary>Public data and specifications that may lie beside the repository; a test that needs them is skipped where they do not.</summary>
internal static class SharedFolder
{
    /// <summary>The path of a file or folder among them; skips the test where there is none.</summary>
    public static string File(string path)
    {
        var found = Repository.Beside(path);
        Assert.SkipWhen(found is null, $"The public file or folder {path} is not at hand beside the repository.");
        return found;
    }
}
