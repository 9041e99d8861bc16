using BacklogHealth.Steps;
using BacklogHealth.Storage;
using Microsoft.Playwright;

namespace BacklogHealth.Acceptance.Browsers;

/// <summary>One browser for all tests that look at pages, and the reports that they look at, made once: those of the sample's first team, in German, too, and the portfolio.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private SampleRun? _run;

    /// <summary>Where the reports lie, as <c>checkout-coach.html</c> and <c>de/checkout-coach.html</c>.</summary>
    internal string Folder => _run!.ReportFolder;

    public async ValueTask InitializeAsync()
    {
        if (SystemBrowser.Path is null)
        {
            return;
        }

        _run = await SampleRun.Start();
        await using (var store = await _run.OpenStore())
        {
            await Report(_run, store);
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = SystemBrowser.Path, ChromiumSandbox = false, Args = ["--disable-gpu"] });
    }

    private static async Task Report(SampleRun run, BacklogStore store)
    {
        var all = ReportRequest.All(run.ReportFolder);
        var portfolio = new PortfolioStep(run.Settings, all, new Screen(TextWriter.Null, TextWriter.Null, interactive: false));
        var team = run.Team("Checkout");
        var checkout = await run.Flow(store).Whole(team, all, CancellationToken.None);
        var german = team with { Settings = team.Settings with { Language = "de" } };
        await run.Flow(store).FromStore(german, null, all with { Folder = Path.Combine(run.ReportFolder, "de"), StoryMap = false }, CancellationToken.None);

        // A twin with another name: how a portfolio looks does not hang on whose numbers stand in it, and a second team takes long to read.
        portfolio.Add(checkout.Forecast);
        portfolio.Add(checkout.Forecast with { Health = checkout.Forecast.Health with { Team = "Search" } });
        await portfolio.Write([team, team with { Name = "Search" }], CancellationToken.None);
    }

    /// <summary>Opens a page from its file, as who received it by mail does: without any network.</summary>
    /// <param name="file">The file; a name alone lies among the sample reports.</param>
    /// <param name="look">Width, colours, zoom, script.</param>
    internal async Task<OpenPage> Open(string file, Look look)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            DeviceScaleFactor = look.Zoom,
            JavaScriptEnabled = look.Script,
            Offline = true,
        });
        return await OpenPage.Of(context, Path.Combine(Folder, file), look);
    }

    /// <summary>Opens a page of a server on this machine.</summary>
    /// <param name="address">Its address.</param>
    /// <param name="look">Width, colours, zoom, script.</param>
    internal async Task<OpenPage> Open(Uri address, Look look) =>
        await OpenPage.Of(await _browser!.NewContextAsync(new() { DeviceScaleFactor = look.Zoom, JavaScriptEnabled = look.Script }), address.AbsoluteUri, look);

    public async ValueTask DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
        await (_run?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}

/// <summary>How a page is looked at.</summary>
/// <param name="Width">In CSS pixels: what is left of the window when it is magnified.</param>
/// <param name="Dark">The system's colours.</param>
/// <param name="Print">As paper shows it.</param>
/// <param name="Zoom">How often it is magnified.</param>
/// <param name="Script">Whether scripts may run.</param>
/// <param name="ForcedColors">Whether the system gives all colours.</param>
internal sealed record Look(int Width, bool Dark = false, bool Print = false, int Zoom = 1, bool Script = true, bool ForcedColors = false)
{
    public int Height => 1000 / Zoom;

    public override string ToString() => FormattableString.Invariant($"{Width} px at {Zoom}00 %, {(Dark ? "dark" : "light")}{(Print ? ", print" : "")}{(ForcedColors ? ", forced colours" : "")}");
}

/// <summary>Tests that share the browser; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class OneBrowser : ICollectionFixture<BrowserFixture>
{
    public const string Name = "browser";
}
