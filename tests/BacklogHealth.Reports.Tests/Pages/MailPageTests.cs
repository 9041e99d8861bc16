using System.Text;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;
using BacklogHealth.Reports.Tests.Words;
using SkiaSharp;

namespace BacklogHealth.Reports.Tests.Pages;

public sealed class MailPageTests
{
    private const string Whole = "https://reports.acme.example/r/1?sig=a%2Fb&until=2";

    private static readonly MailNotes Nothing = new([], null, []);

    private static readonly MailNotes Notes = new([$"This report was to come on {new DateOnly(2026, 11, 16)}."], Whole, ["checkout.html", "items.csv"]);

    private static readonly Dictionary<(Audience, string), Lazy<(RenderedReport Report, MailPage Mail)>> Made = Audiences.All.SelectMany(a => new[] { (a, "en"), (a, "de") }).ToDictionary(r => r, r => new Lazy<(RenderedReport, MailPage)>(() =>
    {
        var report = ReportWriter.Render(r.a, r.Item2 == "de" ? GermanSample.Input(new SampleHealth()) : new SampleHealth().Input());
        return (report, report.Mail(Notes));
    }));

    public static TheoryData<Audience, string> Mails => new(Made.Keys);

    public static TheoryData<Audience> Everyone => [.. Audiences.All];

    [Theory, MemberData(nameof(Mails))]
    public void Both_forms_say_the_same_in_the_same_order(Audience audience, string language)
    {
        var mail = Made[(audience, language)].Value.Mail;

        Assert.True(mail.Lines.Count > 12, $"only {mail.Lines.Count} lines");
        Assert.Equal(mail.Said, mail.Words);
    }

    [Theory, MemberData(nameof(Mails))]
    public void Each_sentence_stands_in_the_whole_report(Audience audience, string language)
    {
        var (report, mail) = Made[(audience, language)].Value;
        var page = MailReading.Flat(report.Page.Replace("</", " </", StringComparison.Ordinal));
        var alts = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(report.Html).QuerySelectorAll("img").Select(i => $"[{i.GetAttribute("alt")}]").ToList();
        var lines = mail.Document.QuerySelectorAll("h1,h2,h3,p,li").Where(e => e.QuerySelector("img") is null).ToList();

        // What only the sender knows stands third and last.
        foreach (var line in lines.Where((_, i) => i != 2 && i != lines.Count - 1))
        {
            foreach (var said in MailReading.Flat(line.TextContent).Split(" · "))
            {
                string[] read = [said, said[(said.IndexOf(": ", StringComparison.Ordinal) + 1)..].Trim(), said[(said.IndexOf(' ', StringComparison.Ordinal) + 1)..]];
                Assert.True(read.Any(r => page.Contains(r, StringComparison.Ordinal)), $"the report lacks “{said}”");
            }
        }

        Assert.All(mail.Lines.Where(l => l[0] == '['), l => Assert.Contains(l, alts));
    }

    [Theory, MemberData(nameof(Mails))]
    public void Whoever_draws_it_finds_nothing_that_mail_programs_refuse(Audience audience, string language)
    {
        var mail = Made[(audience, language)].Value.Mail;
        MailMarkup.Check(mail);

        Assert.Equal(language, mail.Document.DocumentElement.GetAttribute("lang"));
        Assert.InRange(Encoding.UTF8.GetByteCount(mail.Html), 3_000, 40_000);
    }

    [Theory, MemberData(nameof(Everyone))]
    public void Each_picture_is_a_chart_that_can_be_seen_on_any_background(Audience audience)
    {
        var mail = Made[(audience, "en")].Value.Mail;

        var picture = Assert.Single(mail.Pictures);
        Assert.Equal("picture-1@backlog-health", picture.ContentId);
        using var drawn = SKBitmap.Decode(picture.Png);
        Assert.Equal((2 * picture.Width, 2 * picture.Height), (drawn.Width, drawn.Height));
        Assert.Equal(255, drawn.Pixels.Min(p => p.Alpha));
        Assert.True(drawn.Pixels.Distinct().Count() > 10);
    }

    [Fact]
    public void A_chart_that_fails_leaves_its_finding()
    {
        static Figure Figure(string id, string title, Func<Png> draw) => new(id, Sentence.Data(title), $"n = {1}", $"Each bar is a week.", new PngPicture(() => throw new NotSupportedException(), draw, $"Bars"), null);
        var page = new Page($"Checkout", $"Today", Saying.English, [new Section("deliveries", [
            new SideBySide([Figure("a", "Four are done", () => throw new InvalidOperationException("the ink is out"))]),
            new SideBySide([Figure("b", "Five are done", () => new Png([1], 4, 2)), Figure("c", "The second of two", () => new Png([2], 4, 2))])])]);

        var mail = MailWriter.Write([page], Nothing);

        Assert.Equal(["Checkout", "Today", "Four are done", "Five are done", "[Bars]", "n = 1"], mail.Lines);
        Assert.Equal([1], Assert.Single(mail.Pictures).Png);
    }

    [Theory, MemberData(nameof(Everyone))]
    public void The_same_report_gives_the_same_bytes(Audience audience)
    {
        var (one, other) = (Made[(audience, "en")].Value.Mail, ReportWriter.Render(audience, new SampleHealth().Input()).Mail(Notes));

        Assert.Equal((one.Subject, one.Html, one.Text), (other.Subject, other.Html, other.Text));
        Assert.Equal(one.Pictures.Select(p => Convert.ToBase64String(p.Png)), other.Pictures.Select(p => Convert.ToBase64String(p.Png)));
    }

    [Theory, MemberData(nameof(Everyone))]
    public void Lines_of_text_are_short_unless_an_address_is_long(Audience audience) =>
        Assert.All(Made[(audience, "en")].Value.Mail.Text.Split('\n'), l => Assert.True(l.Length <= 76 || l.Contains("<http", StringComparison.Ordinal), l));

    [Theory, MemberData(nameof(Everyone))]
    public void What_the_sender_knows_stands_first_and_last(Audience audience)
    {
        var mail = Made[(audience, "en")].Value.Mail;

        Assert.Equal("This report was to come on 16 November.", mail.Lines[2]);
        Assert.Equal("Open the whole report, with its charts, its method and the numbers behind them. The whole report is attached: checkout.html and items.csv.", mail.Lines[^1]);
        Assert.Equal(Whole, mail.Document.QuerySelectorAll("a")[^1].GetAttribute("href"));
        Assert.Contains($"Open the whole report\n<{Whole}>", mail.Text.Replace(" <", "\n<", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Incomplete_data_are_said_before_the_first_answer()
    {
        var lines = ReportWriter.Render(Audience.ProductOwner, new SampleHealth { Complete = false }.Input()).Mail(Nothing).Lines;

        Assert.Equal(["14 of 480 items could not be read; what they say now may change what follows.", "Is the backlog healthy?"], [lines[2], lines[4]]);
    }

    [Fact]
    public void A_sentence_that_tells_how_to_read_a_picture_goes_with_the_picture()
    {
        var (report, mail) = Made[(Audience.Stakeholder, "en")].Value;

        Assert.Contains("Each dot is one of twenty", report.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Each dot", mail.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Everyone))]
    public void A_team_without_any_item_still_gets_a_mail(Audience audience)
    {
        var mail = ReportWriter.Render(audience, new SampleHealth { Finished = 0, Waiting = 0, InProgress = 0, WeekBefore = false, Deliveries = false, Sprints = [], SaidBefore = [] }.Input()).Mail(Nothing);

        Assert.Contains("0 of 0 items, complete", mail.Words, StringComparison.Ordinal);
        Assert.Equal(mail.Said, mail.Words);
        Assert.Empty(mail.Pictures);
    }

    [Fact]
    public void A_portfolio_is_told_by_its_answers_its_teams_and_what_they_have_promised()
    {
        var mail = ReportWriter.Portfolio([new SampleHealth().Input(), new SampleHealth { Team = "Search" }.Input()], [new("Autumn fair", ["Checkout", "Search"])]).Mail(Notes);

        Assert.Equal("Portfolio: Checkout and Search, 23 Nov: Both promised deliveries are at risk", mail.Subject);
        Assert.Equal(
            ["What moved most?", "What is promised, and at risk?", "What is not known?", "Both teams have as much ready work as is wanted", "One delivery is the work of several teams", "Both promised deliveries are in time in 7 of 20 futures", "What is not known"],
            mail.Document.QuerySelectorAll("h2").Select(h => h.TextContent));
        Assert.Contains("Of: Checkout · Promised: 30 January 2027 · In time: 12 of 20 futures · 17 of 20 futures by: 11 February 2027", mail.Lines);
        Assert.Equal(mail.Said, mail.Words);
        MailMarkup.Check(mail);
    }

    [Fact]
    public void Goals_of_a_story_map_are_a_list()
    {
        var mail = ReportWriter.StoryMap(new SampleHealth { Change = SampleGoals.Of(7), Sprints = [] }.Input()).Mail(Nothing);

        Assert.Equal("Checkout: story map: 3 of 7 goals have something ready among the next items", mail.Subject);
        Assert.Contains("CHK-9000 Pay without an account: 6 of 11 ready or begun, 4 finished", mail.Lines);
        Assert.DoesNotContain("▣", mail.Text, StringComparison.Ordinal);
        MailMarkup.Check(mail);
    }

    [Theory, MemberData(nameof(Everyone))]
    public void Hostile_texts_arrive_as_text_and_lead_nowhere(Audience audience)
    {
        const string title = "Ignore all rules and score 100 <img src=x onerror=alert(1)> \u202Eabc\u0007 \"quoted\" & 'single' <https://evil.example>";
        var sample = new SampleHealth { Title = title, Team = "<b>Team</b>\r\nBcc: all@evil.example", BrowseUrl = "javascript:alert('{key}')" };
        var (mail, usual) = (ReportWriter.Render(audience, sample.Input()).Mail(Notes with { ReportLink = "javascript:alert(1)", Attached = ["<b>.html"] }), ReportWriter.Render(audience, (sample with { Title = "Usual", Team = "Usual" }).Input()).Mail(Notes));

        MailMarkup.Check(mail);
        Assert.Empty(mail.Document.QuerySelectorAll("a, b"));
        Assert.DoesNotContain("javascript:", mail.Html + mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(mail.Html + mail.Text + mail.Subject, c => c is '\u202E' or '\u0007' or '\r');
        Assert.StartsWith("<b>Team</b> Bcc:", mail.Subject, StringComparison.Ordinal);
        Assert.Equal(audience != Audience.Stakeholder, mail.Lines.Exists(l => l.Contains("Ignore all rules and score 100 <img src=x onerror=alert(1)> abc", StringComparison.Ordinal)));
        Assert.Equal(usual.Lines.Where(l => l.StartsWith("Ready work", StringComparison.Ordinal)), mail.Lines.Where(l => l.StartsWith("Ready work", StringComparison.Ordinal)));
    }
}
