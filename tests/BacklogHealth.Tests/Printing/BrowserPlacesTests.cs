using System.Runtime.InteropServices;
using BacklogHealth.Printing;

namespace BacklogHealth.Tests.Printing;

public class BrowserPlacesTests
{
    private static string[] All(OSPlatform system, params (string Name, string Value)[] variables) =>
        [.. BrowserPlaces.All(system, variables.ToDictionary(v => v.Name, v => v.Value, StringComparer.OrdinalIgnoreCase))];

    [Fact]
    public void On_Linux_the_path_comes_before_the_usual_places()
    {
        var places = All(OSPlatform.Linux, ("PATH", "/home/po/bin:/usr/bin/"));

        Assert.Equal(["/home/po/bin/chromium", "/usr/bin/chromium", "/home/po/bin/chromium-browser"], places[..3]);
        Assert.True(Array.IndexOf(places, "/home/po/bin/microsoft-edge") < Array.IndexOf(places, "/usr/local/bin/chromium"));
        Assert.Equal(["/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge"], places[^2..]);
        Assert.Contains("/snap/bin/chromium", places);
    }

    [Fact]
    public void On_Windows_it_looks_where_installers_put_them_and_finds_an_edge_last() => Assert.Equal(
        [
            @"C:\Tools\chrome.exe", @"C:\Tools\msedge.exe",
            @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe", @"C:\Users\po\AppData\Local\Google\Chrome\Application\chrome.exe",
            @"C:\Program Files\Chromium\Application\chrome.exe", @"C:\Program Files (x86)\Chromium\Application\chrome.exe", @"C:\Users\po\AppData\Local\Chromium\Application\chrome.exe",
            @"C:\Program Files\Microsoft\Edge\Application\msedge.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe", @"C:\Users\po\AppData\Local\Microsoft\Edge\Application\msedge.exe",
        ],
        All(OSPlatform.Windows, ("Path", "\"C:\\Tools\\\""), ("ProgramFiles", @"C:\Program Files"), ("ProgramFiles(x86)", @"C:\Program Files (x86)"), ("LOCALAPPDATA", @"C:\Users\po\AppData\Local")));

    [Fact]
    public void On_a_Mac_it_looks_among_the_applications_of_all_and_of_the_user()
    {
        var places = All(OSPlatform.OSX, ("HOME", "/Users/po"));

        Assert.Equal("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", places[0]);
        Assert.Equal("/Users/po/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge", places[^1]);
        Assert.Equal(6, places.Length);
    }

    [Fact]
    public void A_command_of_Windows_needs_no_ending() =>
        Assert.Equal([@"C:\Tools\msedge.exe", @"C:\Tools\msedge"], BrowserPlaces.OnPath("msedge", OSPlatform.Windows, new Dictionary<string, string> { ["PATH"] = @"C:\Tools" }));
}
