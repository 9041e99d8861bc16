using System.Text;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Reports.Tests.Words;

namespace BacklogHealth.Reports.Tests.Pages;

/// <summary>What a mail leaves out where there is not room for all, and how several reports share it.</summary>
public sealed class MailRoomTests
{
    private const string Rest = "What is missing here for want of room stands in the whole report.";

    private static readonly MailNotes Notes = new([], "https://reports.acme.example/r/1", []);

    private static readonly string LongTitle = string.Concat(Enumerable.Repeat("🎉<&> ", 40));

    [Fact]
    public void Many_items_with_long_titles_are_cut_between_two_of_them_and_it_says_so()
    {
        var input = new SampleHealth { Title = LongTitle, Waiting = 900, Sprints = [] }.Input();
        FindingWords Long(Finding finding) => new(LongTitle + finding.RuleId, LongTitle + LongTitle + LongTitle + LongTitle + LongTitle, SampleHealth.Words(finding).Missing);
        var mail = ReportWriter.Render(Audience.ProductOwner, input with { Options = new ReportOptions { MostItems = 50 }, Words = Long }).Mail(Notes);

        Assert.InRange(Encoding.UTF8.GetByteCount(mail.Html), 80_000, 90_000);
        Assert.Equal([Rest], mail.Lines.Where(l => l == Rest));
        Assert.Equal(Rest, mail.Lines[^2]);
        Assert.StartsWith("Open the whole report", mail.Lines[^1], StringComparison.Ordinal);
        Assert.Equal(mail.Said, mail.Words);
        MailMarkup.Check(mail);
    }

    [Fact]
    public void Several_teams_stand_one_below_the_other_under_one_subject()
    {
        var mail = MailPages.Join([Report("Checkout"), Report("Search")], Notes with { Opening = [$"Both are late."], Attached = ["a.html", "b.html"] });

        Assert.Equal("Checkout and Search: backlog health, 23 November 2026", mail.Subject);
        Assert.Equal(["Checkout: backlog health", "Search: backlog health"], mail.Document.QuerySelectorAll("h1").Select(h => h.TextContent));
        Assert.Equal("Both are late.", mail.Lines[0]);
        Assert.EndsWith("The whole reports are attached: a.html and b.html.", mail.Lines[^1], StringComparison.Ordinal);
        Assert.Equal(["picture-1@backlog-health", "picture-2@backlog-health"], mail.Pictures.Select(p => p.ContentId));
        Assert.Equal(mail.Said, mail.Words);
        MailMarkup.Check(mail);
    }

    [Fact]
    public void Many_teams_share_the_room_and_none_has_pictures_that_others_lack()
    {
        var teams = Enumerable.Range(1, 12).Select(n => $"Team {n}").ToList();
        var mail = MailPages.Join([.. teams.Select(Report)], Notes);

        Assert.InRange(Encoding.UTF8.GetByteCount(mail.Html), 70_000, 90_000);
        Assert.Equal("Team 1, Team 2, Team 3 and 9 more: backlog health, 23 November 2026", mail.Subject);
        Assert.Equal(teams.Select(t => $"{t}: backlog health"), mail.Document.QuerySelectorAll("h1").Select(h => h.TextContent));
        Assert.Equal(12, mail.Lines.Count(l => l == "Ready work for 2.6 weeks; you want 2 weeks."));
        Assert.Equal(12, mail.Lines.Count(l => l == Rest));
        Assert.Empty(mail.Pictures);
    }

    [Fact]
    public void Of_more_teams_than_there_is_room_for_the_last_are_left_out_and_it_says_so()
    {
        var report = Report("Checkout");
        var mail = MailPages.Join([.. Enumerable.Repeat(report, 150)], Notes);

        Assert.True(Encoding.UTF8.GetByteCount(mail.Html) <= 90_000);
        Assert.Equal(Rest, mail.Lines[^2]);
    }

    [Fact]
    public void A_report_in_another_language_says_so()
    {
        var mail = MailPages.Join([Report("Checkout"), ReportWriter.Render(Audience.Coach, GermanSample.Input(new SampleHealth { Team = "Suche" }))], Notes);

        Assert.Equal("Checkout and Suche: 2 reports, 23 November 2026", mail.Subject);
        Assert.Equal("en", mail.Document.DocumentElement.GetAttribute("lang"));
        Assert.All(mail.Document.QuerySelectorAll("td").SkipWhile(t => t.QuerySelector("h1")?.TextContent != "Suche: vor der Planung").SkipLast(1), t => Assert.Equal("de", t.GetAttribute("lang")));
    }

    [Fact]
    public void A_mail_of_no_report_is_none() =>
        Assert.Equal("A mail has one report or more; found none. (Parameter 'reports')", Assert.Throws<ArgumentException>(() => MailPages.Join([], Notes)).Message);

    private static RenderedReport Report(string team) => ReportWriter.Render(Audience.ProductOwner, new SampleHealth { Team = team }.Input());
}
