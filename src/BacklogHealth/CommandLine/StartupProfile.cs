using System.Runtime;

namespace BacklogHealth;

/// <summary>
/// Which methods a command that draws reports had to compile is noted in a file of the user's own; the next time they are compiled on a second core, ahead of
/// their use. It is a cache: where it cannot be written or does not fit, the program does the same and starts more slowly.
/// </summary>
internal static class StartupProfile
{
    private static readonly string[] Drawing = ["report", "run", "deliver", "demo"];

    /// <summary>Begins to compile ahead, and to note. Never fails.</summary>
    public static void Begin(IEnumerable<string> arguments)
    {
        var command = arguments.FirstOrDefault(a => Drawing.Contains(a, StringComparer.Ordinal));
        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        if (command is null || home.Length == 0)
        {
            return;
        }

        try
        {
            var folder = Path.Combine(home, "backlog-health", "startup");
            Directory.CreateDirectory(folder);
            ProfileOptimization.SetProfileRoot(folder);
            ProfileOptimization.StartProfile(command);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A home that may not be written: nothing is compiled ahead.
        }
    }
}
