namespace BacklogHealth.Acceptance.Browsers;

/// <summary>The browser of this machine. None is ever fetched: where there is none, tests say what was not looked at.</summary>
internal static class SystemBrowser
{
    public static readonly string? Path = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    public static void SkipWithout() => Assert.SkipWhen(Path is null, "no Chromium is installed here: the pages were not looked at in a browser");
}
