using System.Text.RegularExpressions;
using BacklogHealth.Serving;
using BacklogHealth.Testing;
using BacklogHealth.Tests.Delivery;

namespace BacklogHealth.Tests.Serving;

/// <summary>What `deliver` leaves for later: the whole report, and a link to it in each mail.</summary>
public sealed class KeepingTests : IAsyncLifetime
{
    private readonly FixedTime _time = new("2026-11-23 06:00");
    private readonly MailServer _server = new();
    private readonly ProgramRun _program;

    public KeepingTests() => _program = new ProgramRun { Time = _time };

    private string Out => Path.Combine(_program.Folder, "share");

    public async ValueTask InitializeAsync()
    {
        const string channels = "BACKLOGHEALTH__Subscriptions__0__Channels__";
        _program.With("BACKLOGHEALTH__Teams__0__Name", "Checkout").With("BACKLOGHEALTH__Mail__Host", "127.0.0.1").With("BACKLOGHEALTH__Mail__Port", $"{_server.Port}").With("BACKLOGHEALTH__Mail__From", "backlog-health@acme.example")
            .With("BACKLOGHEALTH__Subscriptions__0__Name", "weekly").With("BACKLOGHEALTH__Subscriptions__0__TimeZone", "Europe/Berlin")
            .With($"{channels}0__Kind", "email").With($"{channels}0__To__0", "anna@acme.example").With($"{channels}0__To__1", "ben@acme.example")
            .With($"{channels}1__Kind", "folder").With($"{channels}1__Path", Out);
        await Import("Checkout");
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _program.Dispose();
    }

    [Fact]
    public async Task Each_report_that_goes_out_is_kept_and_with_a_public_address_every_mail_links_it()
    {
        Assert.Equal(0, await _program.Run("deliver", "--dry-run"));
        Assert.False(Directory.Exists(Path.Combine(_program.Folder, "past")));
        Assert.Equal(0, await _program.With("BACKLOGHEALTH__Serve__PublicUrl", "https://backlog.acme.example").With("BACKLOGHEALTH__Subscriptions__0__Formats__0", "json").Run("deliver"));

        var kept = Directory.GetFiles(Path.Combine(_program.Folder, "past"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(["product-owner.html", "product-owner.json"], kept.Select(Path.GetFileName));
        Assert.Equal(await File.ReadAllBytesAsync(Directory.GetFiles(Out, "*.json").Single()), await File.ReadAllBytesAsync(kept[1]));
        var text = _server.Taken.First().TextBody!;
        var link = Regex.Match(text, @"https://backlog\.acme\.example(?<path>/reports/2026-11-23/0700-weekly-8850eced/checkout-99e71f48/product-owner\.html)\?until=(?<until>\d+)&key=(?<key>[A-Za-z0-9_-]{43})", RegexOptions.None, TimeSpan.FromSeconds(5));
        Assert.True(link.Success, text);
        var links = new ReportLinks(Convert.FromBase64String(await File.ReadAllTextAsync(Path.Combine(_program.Folder, "backlog-health.key"))), 30, _time);
        Assert.Equal(LinkWorth.Good, links.Judge(link.Groups["path"].Value, link.Groups["until"].Value, link.Groups["key"].Value));
    }

    [Fact]
    public async Task Where_reports_cannot_be_kept_they_go_out_all_the_same_and_it_is_told()
    {
        _program.File("past", "a file where the folder was to be");
        Assert.Equal(0, await _program.With("BACKLOGHEALTH__Serve__PublicUrl", "https://backlog.acme.example").Run("deliver"));
        Assert.Equal(2, _server.Taken.Count);
        Assert.DoesNotContain("backlog.acme.example", _server.Taken.First().TextBody!, StringComparison.Ordinal);
        Assert.Contains($"{Path.Combine(_program.Folder, "past")}: reports cannot be kept there (", _program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_on_several_teams_links_the_page_that_lists_their_reports()
    {
        await Import("Search");
        _program.With("BACKLOGHEALTH__Teams__1__Name", "Search").With("BACKLOGHEALTH__Serve__PublicUrl", "https://backlog.acme.example");

        Assert.Equal(0, await _program.Run("deliver"));

        Assert.Matches(@"https://backlog\.acme\.example/reports/2026-11-23/0700-weekly-8850eced\?until=\d+&key=[A-Za-z0-9_-]{43}", _server.Taken.First().TextBody!);
        Assert.Equal(2, Directory.GetFiles(Path.Combine(_program.Folder, "past"), "product-owner.html", SearchOption.AllDirectories).Length);
    }

    private async Task Import(string team)
    {
        var items = _program.File("items.csv", "key,title,status,created,resolved\nCHK-1,Pay by invoice,Done,2026-01-05,2026-02-05\nCHK-2,Search orders,To Do,2026-01-06,\n");
        Assert.Equal(0, await _program.Run("import", items, "--team", team));
    }
}
