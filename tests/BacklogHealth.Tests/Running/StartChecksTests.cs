using System.Diagnostics;
using BacklogHealth.Running;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.Running;

/// <summary>What a machine lacks is told before a program that runs by itself begins.</summary>
public sealed class StartChecksTests
{
    [Fact]
    public void A_machine_that_has_all_may_start() => StartChecks.Run();

    [Fact]
    public async Task A_machine_without_time_zones_is_told_what_to_install()
    {
        using var empty = new TemporaryFolder();
        Assert.Contains("MEND  time zones: Europe/Berlin is unknown here. Install the time zone data of the system (package tzdata).\n", await Doctor("TZDIR", empty.Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_without_languages_is_told_what_to_install() => Assert.Contains(
        "MEND  languages: the language data of the system are missing or switched off. Install them (package libicu, in Alpine icu-libs and icu-data-full), and take the variable DOTNET_SYSTEM_GLOBALIZATION_INVARIANT away.\n",
        await Doctor("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"), StringComparison.Ordinal);

    [Fact]
    public async Task A_machine_without_fonts_draws_charts_with_text()
    {
        using var empty = new TemporaryFolder();
        var fonts = empty.File("fonts.conf");
        await File.WriteAllTextAsync(fonts, "<fontconfig/>", TestContext.Current.CancellationToken);
        Assert.Contains("OK    fonts: a chart was drawn, and it has text\n", await Doctor("FONTCONFIG_FILE", fonts), StringComparison.Ordinal);
    }

    // In a process of its own: what a system has is read once in each.
    private static async Task<string> Doctor(string variable, string value)
    {
        using var folder = new TemporaryFolder();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "backlog-health.dll"), "doctor"]) { UseShellExecute = false, WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[variable] = value;
        using var doctor = Process.Start(start)!;
        var said = await doctor.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await doctor.WaitForExitAsync(TestContext.Current.CancellationToken);
        return said.ReplaceLineEndings("\n");
    }
}
