using System.Diagnostics;
using System.Globalization;
using BacklogHealth.Printing;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.Printing;

public sealed class PdfPrinterTests : IDisposable
{
    private static readonly DateTimeOffset At = A.Time("2026-11-23 06:00");
    private readonly TemporaryFolder _folder = new();

    private string Out => _folder.File("out/report.pdf");

    public PdfPrinterTests() => Directory.CreateDirectory(_folder.File("out"));

    public void Dispose() => _folder.Dispose();

    private string Browser(string script) => FakeBrowser.Doing(_folder, script);

    private Task Print(string browser, TimeProvider? time = null, CancellationToken cancellation = default) =>
        new PdfPrinter(browser, time ?? TimeProvider.System).Print("<p>Käufer</p>", At, Out, cancellation);

    private async Task<string> Refused(string browser, TimeProvider? time = null)
    {
        await File.WriteAllTextAsync(Out, "the one before");
        var error = await Assert.ThrowsAsync<UserError>(() => Print(browser, time));
        Assert.Equal(ExitCode.Failed, error.Code);
        Assert.Equal("the one before", await File.ReadAllTextAsync(Out));
        Assert.Equal(["report.pdf"], Directory.GetFileSystemEntries(_folder.File("out")).Select(Path.GetFileName));
        return error.Message.Replace(browser, "BROWSER", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_browser_prints_is_moved_into_place_with_the_instant_of_the_report()
    {
        await Print(Browser($"printf \"{FakeBrowser.Pdf}\" > \"$pdf\"; page=${{last#file://}}; cat \"$page\" > \"$here/seen\"; echo \"$@\" > \"$here/asked\""));

        Assert.Contains("D:20261123060000+00'00'", await File.ReadAllTextAsync(Out, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("<p>Käufer</p>", await File.ReadAllTextAsync(_folder.File("seen"), TestContext.Current.CancellationToken));
        Assert.Equal(["report.pdf"], Directory.GetFileSystemEntries(_folder.File("out")).Select(Path.GetFileName));
        var asked = await File.ReadAllTextAsync(_folder.File("asked"), TestContext.Current.CancellationToken);
        Assert.Contains("--headless --user-data-dir=", asked, StringComparison.Ordinal);
        Assert.Contains("--no-proxy-server --host-resolver-rules=MAP * ~NOTFOUND", asked, StringComparison.Ordinal);
        Assert.Equal(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, asked.Contains("--no-sandbox", StringComparison.Ordinal));
        Assert.False(Directory.Exists(asked.Split("--user-data-dir=")[1].Split(' ')[0]), "the profile is still there");
    }

    [Fact]
    public async Task A_browser_that_crashes_is_told_with_its_last_words() => Assert.Equal(
        "BROWSER: it ended with code 134; expected a printed PDF. It said: FATAL: no usable sandbox. Try again, or set Reports:Browser to another Chromium, Chrome or Edge.",
        await Refused(Browser("echo first >&2; echo 'FATAL: no usable sandbox.' >&2; echo >&2; exit 134")));

    [Fact]
    public async Task Garbage_is_no_report() => Assert.Equal(
        "BROWSER: it gave a file that is no whole PDF; expected a printed PDF. Try again, or set Reports:Browser to another Chromium, Chrome or Edge.",
        await Refused(Browser("head -c 5000 /dev/urandom > \"$pdf\"")));

    [Fact]
    public async Task A_file_that_breaks_off_is_no_report() => Assert.StartsWith(
        "BROWSER: it gave a file that is no whole PDF;", await Refused(Browser($"printf \"{FakeBrowser.Pdf}\" | head -c 90 > \"$pdf\"")), StringComparison.Ordinal);

    [Fact]
    public async Task Nothing_is_no_report() =>
        Assert.StartsWith("BROWSER: it gave no file; expected a printed PDF.", await Refused(Browser("exit 0")), StringComparison.Ordinal);

    [Fact]
    public async Task A_program_that_cannot_be_started_is_told()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the browsers of these tests are shell scripts");
        await File.WriteAllTextAsync(_folder.File("text"), "not a program", TestContext.Current.CancellationToken);
        Assert.StartsWith("BROWSER: it could not be started; expected a printed PDF. It said: ", await Refused(_folder.File("text")), StringComparison.Ordinal);
    }

    // Its child holds on to the pipes, too: neither may keep the program waiting.
    [Fact]
    public async Task A_browser_that_hangs_is_ended_with_its_children()
    {
        var browser = Browser("sleep 1000 & echo $! > \"$here/child.part\"; mv \"$here/child.part\" \"$here/child\"; wait");
        var message = await Refused(browser, new TimeAfter(() => File.Exists(_folder.File("child"))));

        Assert.Equal("BROWSER: it did not end within 2 minutes and was ended; expected a printed PDF. Try again, or set Reports:Browser to another Chromium, Chrome or Edge.", message);
        Assert.False(await IsRunning(), "the browser's child is still running");
    }

    [Fact]
    public async Task Being_stopped_ends_the_browser_with_its_children()
    {
        using var stop = new CancellationTokenSource();
        var printing = Print(Browser("sleep 1000 & echo $! > \"$here/child.part\"; mv \"$here/child.part\" \"$here/child\"; wait"), cancellation: stop.Token);
        await Until(() => File.Exists(_folder.File("child")));
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => printing);
        Assert.False(await IsRunning(), "the browser's child is still running");
        Assert.Empty(Directory.GetFileSystemEntries(_folder.File("out")));
    }

    private async Task<bool> IsRunning()
    {
        var id = int.Parse(await File.ReadAllTextAsync(_folder.File("child")), CultureInfo.InvariantCulture);
        try
        {
            using var child = Process.GetProcessById(id);
            return !child.WaitForExit(TimeSpan.FromSeconds(10));
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static async Task Until(Func<bool> holds)
    {
        while (!holds())
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>A clock whose timers are due as soon as something has happened.</summary>
    private sealed class TimeAfter(Func<bool> happened) : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Assert.Equal(PdfPrinter.Limit, dueTime);
            _ = Task.Run(async () =>
            {
                await Until(happened);
                callback(state);
            });
            return base.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
