using System.Text;
using BacklogHealth.Delivery;
using BacklogHealth.Serving;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.Serving;

public sealed class PastReportsTests : IDisposable
{
    private static readonly DateTime Monday = new(2026, 11, 23, 7, 0, 0);
    private readonly TemporaryFolder _folder = new();
    private readonly FixedTime _time = new("2026-11-23 06:30");

    private PastReports Past => new(_folder.File("past"), 400, _time);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_report_is_kept_whole_by_day_subscription_and_team()
    {
        var kept = await Keep("weekly", "Checkout", ("coach.html", "<p>Ü</p>"), ("coach.pdf", "%PDF"), ("coach.csv", "a,b"));

        Assert.Equal(["/reports/2026-11-23/0700-weekly-8850eced/checkout-99e71f48/coach.html", "/reports/2026-11-23/0700-weekly-8850eced/checkout-99e71f48/coach.pdf"], kept.Select(k => k.Path));
        Assert.Equal("<p>Ü</p>", await File.ReadAllTextAsync(Past.Find(kept[0])!.FullName));
        Assert.Equal(kept, Past.On(new DateOnly(2026, 11, 23)));
        Assert.Equal([new DateOnly(2026, 11, 23)], Past.Days());
    }

    [Fact]
    public async Task The_same_period_again_takes_the_place_of_what_was_kept()
    {
        await Keep("weekly", "Checkout", ("coach.html", "first"));
        var again = await Keep("weekly", "Checkout", ("coach.html", "second"));

        Assert.Equal("second", await File.ReadAllTextAsync(Past.Find(again.Single())!.FullName));
        Assert.Single(Past.On(new DateOnly(2026, 11, 23)));
    }

    // Who may see less must never be given the page of who may see more.
    [Fact]
    public async Task Subscriptions_and_teams_of_like_names_share_no_file()
    {
        foreach (var (subscription, team) in new[] { ("weekly", "A B"), ("weekly", "A-B"), ("Weekly", "A B"), ("weekly!", "A B"), ((string?)null, "A B"), ("run", "A B") }.Select(p => (p.Item1, p.Item2)))
        {
            await Keep(subscription, team, ("coach.html", $"{subscription} {team}"));
        }

        Assert.Equal(6, Past.On(new DateOnly(2026, 11, 23)).Select(r => File.ReadAllText(Past.Find(r)!.FullName)).Distinct().Count());
    }

    [Fact]
    public async Task What_is_older_than_settings_say_goes_and_nothing_else()
    {
        await Keep("weekly", "Checkout", ("coach.html", "old"));
        Directory.CreateDirectory(_folder.File("past/own-things"));
        await File.WriteAllTextAsync(_folder.File("past/notes.txt"), "mine");
        _time.Now = A.Time("2027-12-28 00:00");
        await Keep("weekly", "Checkout", at: new DateTime(2027, 12, 27, 7, 0, 0), ("coach.html", "new"));
        Assert.Equal([new DateOnly(2027, 12, 27), new DateOnly(2026, 11, 23)], Past.Days());

        _time.Now = A.Time("2027-12-29 00:00");
        await Keep("weekly", "Checkout", at: new DateTime(2027, 12, 27, 7, 0, 0), ("coach.html", "new"));

        Assert.Equal([new DateOnly(2027, 12, 27)], Past.Days());
        Assert.True(Directory.Exists(_folder.File("past/own-things")) && File.Exists(_folder.File("past/notes.txt")));
    }

    [Theory]
    [InlineData("../../etc")]
    [InlineData("..\\..\\etc")]
    [InlineData("/etc/passwd")]
    [InlineData("C:\\Windows")]
    [InlineData("con")]
    [InlineData("a\0b")]
    [InlineData("..")]
    [InlineData("🦄 👩‍👩‍👧")]
    [InlineData("a\nb")]
    public async Task No_name_of_a_team_or_a_subscription_leads_out_of_the_folder(string name)
    {
        var kept = await Keep(name, name, ("coach.html", "x"));

        var files = Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories);
        Assert.Equal(Path.GetFullPath(Past.Find(kept.Single())!.FullName), Path.GetFullPath(Assert.Single(files)));
        Assert.Matches(@"^past/2026-11-23/0700-[\p{L}\p{Nd}-]+-[0-9a-f]{8}/[\p{L}\p{Nd}-]+-[0-9a-f]{8}/coach\.html$", Path.GetRelativePath(_folder.Path, files[0]).Replace('\\', '/'));
    }

    [Fact]
    public async Task A_name_of_three_hundred_letters_is_kept_and_found()
    {
        var name = new string('ü', 300);
        var kept = await Keep(name, name, ("coach.html", "x"));
        Assert.Equal(kept, Past.On(new DateOnly(2026, 11, 23)));
    }

    [Theory]
    [InlineData("../coach.html")]
    [InlineData("coach.html/../../x.html")]
    [InlineData(".html")]
    [InlineData("Coach.html")]
    public async Task A_file_that_no_report_is_called_is_refused(string file) =>
        Assert.Equal($"No report is kept as '{file}'. (Parameter 'files')", (await Assert.ThrowsAsync<ArgumentException>(() => Keep("weekly", "Checkout", (file, "x")))).Message);

    [Fact]
    public async Task A_link_of_the_file_system_is_no_report()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "making a link needs a right on Windows");
        var kept = (await Keep("weekly", "Checkout", ("coach.html", "x"))).Single();
        var path = Past.Find(kept)!.FullName;
        File.Delete(path);
        File.CreateSymbolicLink(path, "/etc/passwd");

        Assert.Null(Past.Find(kept));
    }

    [Fact]
    public async Task Where_the_folder_cannot_be_written_to_it_says_so_whole()
    {
        await File.WriteAllTextAsync(_folder.File("past"), "a file where the folder was to be");

        var error = await Assert.ThrowsAsync<UserError>(() => Keep("weekly", "Checkout", ("coach.html", "x")));

        Assert.Equal(ExitCode.Failed, error.Code);
        Assert.Matches($"^{System.Text.RegularExpressions.Regex.Escape(_folder.File("past"))}: reports cannot be kept there \\([^)]+[^.]\\)\\. Expected a folder that this account may write to, with room\\. Mend it, or name another in Serve:PastReportsFolder\\.$", error.Message);
    }

    private Task<System.Collections.Immutable.ImmutableArray<PastReport>> Keep(string? subscription, string team, params (string Name, string Words)[] files) => Keep(subscription, team, Monday, files);

    private Task<System.Collections.Immutable.ImmutableArray<PastReport>> Keep(string? subscription, string team, DateTime at, params (string Name, string Words)[] files) =>
        Past.Keep(at, subscription, team, [.. files.Select(f => new ParcelFile(f.Name, Encoding.UTF8.GetBytes(f.Words)))], CancellationToken.None);
}
