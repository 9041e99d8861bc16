using System.Net;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Delivery;
using BacklogHealth.Scheduling;
using BacklogHealth.Serving;
using BacklogHealth.Settings;
using BacklogHealth.Storage;
using BacklogHealth.Testing;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace BacklogHealth.Acceptance.Browsers;

/// <summary>The pages of `serve` in a real browser, from a real server: accessible, as wide as the window, true to their own policy, and usable by keyboard.</summary>
[Collection(OneBrowser.Name)]
public sealed class ServePagesTests(BrowserFixture browser) : IAsyncLifetime
{
    private const string Token = "0123456789abcdef0123456789abcdef";

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    private readonly TemporaryFolder _folder = new();
    private readonly FixedTime _time = new("2026-11-23 06:30");
    private BacklogStore? _store;
    private ServeHost? _open;
    private ServeHost? _locked;

    public async ValueTask InitializeAsync()
    {
        var serve = new ServeSettings { Urls = [new ServeUrl("http://127.0.0.1:0", IPAddress.Loopback, 0)], PastReportsFolder = _folder.File("past") };
        var weekly = new SubscriptionSettings("weekly", Reports.Audience.ProductOwner, ["Checkout", "A team with a rather long name, as teams have them"], Schedule.Read("0 0 7 ? * MON", Schedule.ForReaders, out _)!, null, ["html"], Reports.StakeholderScope.Goals, [new ChannelSettings(ChannelKind.Folder, ["/srv/reports"])]);
        var settings = new AppSettings(new StorageSettings(StorageEngine.Sqlite, $"Data Source={_folder.File("test.db")}"), [], [new TeamSettings { Name = "Checkout" }], [], "out") { Serve = serve, Subscriptions = [weekly] };
        _store = await BacklogStore.Open(settings.Storage.ConnectionString, _time);
        foreach (var (team, complete) in new[] { ("Checkout", true), ("A team with a rather long name, as teams have them", false) })
        {
            await _store.SaveTeam(new StoredTeam(team, "acme", "Jira Cloud, project CHK", "Europe/Berlin", null));
            var run = await _store.BeginPull(team, new PullKey("scope", "mapping"));
            await _store.SaveCensusPage(run, new CensusPage([], IsLast: true));
            await _store.FinishPull(run, new PullEnd { ListingComplete = complete });
        }

        await PastReports.Of(serve, _time).Keep(new DateTime(2026, 11, 23, 7, 0, 0), "weekly", "Checkout", [new ParcelFile("product-owner.html", "<!doctype html>"u8.ToArray()), new ParcelFile("product-owner.pdf", "%PDF"u8.ToArray())], CancellationToken.None);
        foreach (var (job, state, note) in new[] { ("score", RunState.Done, "2,140 open items of 2 teams scored."), ("report", RunState.Failed, "/srv/reports: the disk is full. Free some and run this again.") })
        {
            await _store.Runs.Add(new RunKey(job, "2026-11-23T06:00"), _time.Now);
            await _store.Runs.End((await _store.Runs.Claim(job, TimeSpan.FromMinutes(1)))!, state, note);
        }

        settings = settings with { Jobs = [.. new[] { "score", "report" }.Select(n => new JobSettings(n, Schedule.Read("0 0 * * * ?", Schedule.ForWork, out _), null, Misfire.Once))] };
        var parts = new ServeParts(_store, settings, _time, new byte[32]);
        _open = await ServeHost.Start(parts, CancellationToken.None);
        _locked = await ServeHost.Start(parts with { Token = Token, Settings = settings with { Serve = serve with { Token = Token } } }, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await (_open?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_locked?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_store?.DisposeAsync() ?? ValueTask.CompletedTask);
        _folder.Dispose();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/reports")]
    [InlineData("/not-there")]
    [InlineData("/reports/2026-11-23/0700-x/y/z.html?until=1&key=2")]
    [InlineData("/login", true)]
    public async Task Nothing_breaks_a_rule_of_accessibility_or_leaves_the_window(string path, bool locked = false)
    {
        SystemBrowser.SkipWithout();
        await using var page = await browser.Open(new Uri((locked ? _locked : _open)!.Addresses[0], path), new Look(900));
        var faults = new List<string>();
        foreach (var look in new[] { new Look(900), new Look(320), new Look(900, Dark: true), new Look(320, Dark: true), new Look(900, ForcedColors: true) })
        {
            await page.LookAt(look);
            Assert.True(await page.Overhang() == 0, $"{look}: the page is {await page.Overhang()} pixels wider than the window");
            var result = await page.Page.RunAxe(Rules);
            Assert.True(result.Passes.Length > 10, $"{look}: hardly any rule was tried");
            faults.AddRange(result.Violations.SelectMany(v => v.Nodes.Select(n => $"{look}: {v.Id}: {v.Help}: {n.Html}")));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.DoesNotContain(page.Complaints, c => !c.Contains("status of 4", StringComparison.Ordinal));
        Assert.Empty(page.Asked);
    }

    [Fact]
    public async Task Its_style_is_the_one_that_its_policy_allows()
    {
        SystemBrowser.SkipWithout();
        await using var page = await browser.Open(_open!.Addresses[0], new Look(900));
        Assert.Equal("28px", await page.Page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('h1')).fontSize"));
    }

    [Fact]
    public async Task One_logs_in_and_out_by_keyboard_alone_and_without_any_script()
    {
        SystemBrowser.SkipWithout();
        await using var page = await browser.Open(new Uri(_locked!.Addresses[0], "/reports"), new Look(320, Script: false));
        await TabTo(page.Page, "input[type=password]");
        await page.Page.Keyboard.TypeAsync(Token);
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.WaitForURLAsync("**/reports");
        Assert.Equal("Reports of the past", await page.Page.Locator("h1").TextContentAsync());

        await TabTo(page.Page, "nav a");
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.WaitForURLAsync("**/");
        await TabTo(page.Page, "form button");
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.WaitForURLAsync("**/login");
        Assert.Equal("Log in", await page.Page.Locator("h1").TextContentAsync());
    }

    // A page that has only just come may not listen to keys yet.
    private static async Task TabTo(IPage page, string selector)
    {
        var goal = page.Locator(selector).First;
        for (var presses = 0; presses < 20 && !await goal.EvaluateAsync<bool>("e => e === document.activeElement"); presses++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await Assertions.Expect(goal).ToBeFocusedAsync();
    }
}
