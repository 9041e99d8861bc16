using System.Runtime.InteropServices;

namespace BacklogHealth.Printing;

/// <summary>Where a browser that prints may be: on the PATH under one of its names, or where its installer puts it.</summary>
internal static class BrowserPlaces
{
    private static readonly string[] LinuxNames = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge-stable", "microsoft-edge"];
    private static readonly string[] WindowsNames = ["chrome.exe", "msedge.exe"];

    // A service may run without these on its PATH.
    private static readonly string[] LinuxFolders = ["/usr/bin", "/usr/local/bin", "/snap/bin"];
    private static readonly string[] LinuxFiles = ["/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge"];
    private static readonly string[] WindowsFolders = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"];
    private static readonly string[] WindowsFiles = [@"Google\Chrome\Application\chrome.exe", @"Chromium\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe"];
    private static readonly string[] MacApplications = ["Google Chrome", "Chromium", "Microsoft Edge"];

    /// <summary>The system that this process runs on.</summary>
    public static OSPlatform ThisSystem => OperatingSystem.IsWindows() ? OSPlatform.Windows : OperatingSystem.IsMacOS() ? OSPlatform.OSX : OSPlatform.Linux;

    /// <summary>All files to look for, the most wanted first: Chromium and Chrome before Edge, the PATH before the usual places.</summary>
    /// <param name="system">Linux, Windows or macOS.</param>
    /// <param name="variables">Environment variables; of them PATH, HOME, and on Windows the folders of programs.</param>
    public static IEnumerable<string> All(OSPlatform system, IReadOnlyDictionary<string, string> variables)
    {
        string[] names = system == OSPlatform.Windows ? WindowsNames : LinuxNames;
        return [.. names.SelectMany(n => OnPath(n, system, variables)), .. Usual(system, variables)];
    }

    /// <summary>The files that a command's name may mean.</summary>
    public static IEnumerable<string> OnPath(string name, OSPlatform system, IReadOnlyDictionary<string, string> variables)
    {
        var (separator, slash) = system == OSPlatform.Windows ? (';', '\\') : (':', '/');
        string[] files = system == OSPlatform.Windows && !name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? [name + ".exe", name] : [name];
        return variables.GetValueOrDefault("PATH", "").Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(folder => files.Select(file => $"{folder.Trim('"').TrimEnd(slash)}{slash}{file}"));
    }

    private static IEnumerable<string> Usual(OSPlatform system, IReadOnlyDictionary<string, string> variables)
    {
        if (system == OSPlatform.Windows)
        {
            var programs = WindowsFolders.Select(v => variables.GetValueOrDefault(v, "")).Where(f => f.Length > 0).ToList();
            return WindowsFiles.SelectMany(file => programs.Select(folder => $@"{folder}\{file}"));
        }

        if (system == OSPlatform.OSX)
        {
            string[] folders = variables.GetValueOrDefault("HOME", "") is { Length: > 0 } home ? ["/Applications", $"{home}/Applications"] : ["/Applications"];
            return MacApplications.SelectMany(app => folders.Select(folder => $"{folder}/{app}.app/Contents/MacOS/{app}"));
        }

        return [.. LinuxFolders.SelectMany(folder => LinuxNames.Select(name => $"{folder}/{name}")), .. LinuxFiles];
    }
}
