using System.Globalization;
using System.Text.RegularExpressions;

namespace BacklogHealth.Reports.Tests;

public sealed partial class ReportWriterTests
{
    private static readonly Lazy<Dictionary<Audience, RenderedReport>> Sample = new(() => All(new SampleHealth().Input()));

    public static TheoryData<Audience> Everyone => [.. Audiences.All];

    [Theory, MemberData(nameof(Everyone))]
    public void A_page_refers_to_no_other_host_but_the_trackers_items(Audience audience)
    {
        var html = Sample.Value[audience].Html;

        Assert.DoesNotContain("src=\"http", html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, Count(html, "<script"));
        Assert.DoesNotContain("<link", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", html, StringComparison.OrdinalIgnoreCase);
        Assert.All(Address().Matches(html), m => Assert.StartsWith("https://acme.example/browse/CHK-", m.Value, StringComparison.Ordinal));
        Assert.All(Anchor().Matches(html), m => Assert.Contains("rel=\"noopener noreferrer\"", m.Value, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Everyone))]
    public void A_page_forbids_everything_but_its_own_style_script_and_pictures(Audience audience)
    {
        var html = Sample.Value[audience].Html;

        Assert.Contains($"content=\"default-src 'none'; style-src '{Hash(html, "style")}'; script-src '{Hash(html, "script")}'; img-src data:; base-uri 'none'; form-action 'none'\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Everyone))]
    public void Headings_begin_with_the_title_and_skip_no_level(Audience audience)
    {
        var levels = HeadingTag().Matches(Sample.Value[audience].Html).Select(m => int.Parse(m.Groups["level"].Value, CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(1, levels[0]);
        Assert.Single(levels, l => l == 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second - pair.First <= 1, $"h{pair.First} is followed by h{pair.Second}"));
    }

    [Theory, MemberData(nameof(Everyone))]
    public void Every_picture_says_in_words_what_it_shows(Audience audience)
    {
        var html = Sample.Value[audience].Html;
        var texts = PictureText().Matches(html).Select(m => m.Groups["alt"].Value).ToList();

        Assert.NotEmpty(texts);
        Assert.Equal(Count(html, "<img ") + Count(html, "<svg "), texts.Count);
        Assert.All(texts, t => Assert.True(t.Length > 30, $"“{t}” says too little"));
    }

    [Theory, MemberData(nameof(Everyone))]
    public void Every_chart_has_its_numbers_and_how_to_read_it_behind_it(Audience audience)
    {
        var html = Sample.Value[audience].Html;

        var drawn = html.Split("<figure>").Skip(1).Select(f => f.Split("</figure>")[0]).Where(f => f.Contains("<picture>", StringComparison.Ordinal) || f.Contains("<svg", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(drawn);
        Assert.All(drawn, f => Assert.Contains("<summary>Numbers, and how to read this</summary>", f, StringComparison.Ordinal));
        Assert.All(drawn, f => Assert.Contains("<table>", f, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Everyone))]
    public async Task The_same_input_gives_the_same_bytes_in_any_culture(Audience audience)
    {
        var other = await Task.Factory.StartNew(() =>
        {
            Thread.CurrentThread.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            return ReportWriter.Render(audience, new SampleHealth().Input());
        }, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        Assert.Equal(Sample.Value[audience].Html, other.Html);
        Assert.Equal(Sample.Value[audience].Markdown, other.Markdown);
        Assert.Equal(Sample.Value[audience].Json.ToJsonString(), other.Json.ToJsonString());
    }

    [Theory, MemberData(nameof(Everyone))]
    public void A_page_stays_small_enough_to_mail(Audience audience) =>
        Assert.InRange(Sample.Value[audience].Html.Length, 1_000, 1_000_000);

    [Theory, MemberData(nameof(Everyone))]
    public void Each_form_says_as_of_when_and_from_how_many_items(Audience audience)
    {
        const string lead = "Monday 23 November 2026, 07:00 (Europe/Berlin) · 46 open items · 466 of 466 items, complete · compared with 16 November";
        var report = Sample.Value[audience];

        Assert.Contains(lead, report.Html, StringComparison.Ordinal);
        Assert.Contains(lead, report.Markdown, StringComparison.Ordinal);
        Assert.Equal("backlog-health/report/1", report.Json["schema"]!.GetValue<string>());
        Assert.Equal("2026-11-23T06:00:00Z", report.Json["asOf"]!.GetValue<string>());
        Assert.True(report.Json["data"]!["complete"]!.GetValue<bool>());
        Assert.Equal(466, report.Json["data"]!["stored"]!.GetValue<int>());
        Assert.Contains("BacklogHealth 0.1.0; data state a41f09c2.", report.Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Everyone))]
    public void Every_sentence_of_the_page_is_in_the_text_and_in_the_numbers(Audience audience)
    {
        var report = Sample.Value[audience];
        var sentences = report.Json["parts"]!.AsArray().SelectMany(p => p!["sentences"]!.AsArray()).Select(s => s!.GetValue<string>()).ToList();
        var page = Plain(report.Html);
        var text = report.Markdown.Replace("\\", "", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal);
        text = MarkdownLink().Replace(text, "${words}");

        Assert.NotEmpty(sentences);
        Assert.All(sentences, s => Assert.Contains(s, page, StringComparison.Ordinal));
        Assert.All(sentences, s => Assert.Contains(s, text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_product_owner_finds_three_answers_on_top()
    {
        var html = Sample.Value[Audience.ProductOwner].Html;
        var top = Plain(html[..html.IndexOf("Items worth your attention", StringComparison.Ordinal)]);

        Assert.Contains("Is the backlog healthy?", top, StringComparison.Ordinal);
        Assert.Contains("What should I do first?", top, StringComparison.Ordinal);
        Assert.Contains("How sure is the date?", top, StringComparison.Ordinal);
        Assert.Equal(3, Count(html, "class=\"say\""));
    }

    [Fact]
    public void The_coach_begins_with_how_many_of_the_next_items_are_not_ready()
    {
        var json = Sample.Value[Audience.Coach].Json["parts"]!.AsArray().Single(p => p!["id"]!.GetValue<string>() == "answers")!;

        Assert.Equal("5 of the next 9 items are not ready; most lack acceptance criteria.", json["sentences"]![0]!.GetValue<string>());
        Assert.Equal(5, json["numbers"]!["next"]!["notReady"]!.GetValue<int>());
        Assert.Equal(9, json["numbers"]!["next"]!["items"]!.GetValue<int>());
    }

    [Fact]
    public void A_stakeholder_reads_no_item_keys()
    {
        Assert.DoesNotContain("CHK-", Sample.Value[Audience.Stakeholder].Html, StringComparison.Ordinal);
        Assert.Contains("17 of 20", Sample.Value[Audience.Stakeholder].Html, StringComparison.Ordinal);
        Assert.Contains("What is not known", Sample.Value[Audience.Stakeholder].Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Incomplete_data_are_said_before_anything_else()
    {
        var html = ReportWriter.Render(Audience.ProductOwner, new SampleHealth { Complete = false }.Input()).Html;

        Assert.Contains("<strong>14 of 480 items could not be read</strong>; what they say now may change what follows.</p>", html, StringComparison.Ordinal);
        Assert.True(html.IndexOf("class=\"banner\"", StringComparison.Ordinal) < html.IndexOf("class=\"answers\"", StringComparison.Ordinal));
        Assert.Contains("466 of 480 items, incomplete", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("old", "The tracker could not be read on 23 November 2026, 06:58; these are the data of 20 November 2026, 07:00, which were complete then.")]
    [InlineData("half", "The tracker could not be read to the end on 23 November 2026, 06:58; 20 items are of then, all others of 20 November 2026, 07:00, when the data were last complete.")]
    [InlineData("first", "The tracker could not be read to the end on 23 November 2026, 06:58, and never was before: what is missing may change what follows.")]
    [InlineData("shrunk", "The tracker no longer lists 200 of 455 items; they still count here until it is known whether they are gone. The data were last complete on 20 November 2026, 07:00.")]
    [InlineData("one", "The tracker no longer lists 1 of 455 items; it still counts here until it is known whether it is gone. The data were last complete on 20 November 2026, 07:00.")]
    [InlineData("missing", "2 of 457 items could not be read; what they say now may change what follows. The data were last complete on 20 November 2026, 07:00.")]
    [InlineData("hidden", "3 items cannot be seen any more by the account that reads the tracker and are left out here. The data were last complete on 20 November 2026, 07:00.")]
    [InlineData("contradiction", "The tracker contradicted itself when it was asked for all items on 23 November 2026, 06:58; some may be missing here. The data were last complete on 20 November 2026, 07:00.")]
    public void What_is_wrong_with_the_data_is_said_by_cause_and_its_detail_only_to_who_can_mend_it(string cause, string banner)
    {
        var input = new SampleHealth
        {
            Gap = data => cause switch
            {
                "old" => data with { BrokeOff = true },
                "half" => data with { BrokeOff = true, ReadAnew = 20 },
                "first" => data with { BrokeOff = true, ProvenAt = null },
                "shrunk" => data with { NotListed = 200 },
                "one" => data with { NotListed = 1 },
                "missing" => data with { InTracker = 457 },
                "hidden" => data with { NotVisible = 3 },
                _ => data,
            },
        }.Input();
        foreach (var audience in Enum.GetValues<Audience>())
        {
            var report = ReportWriter.Render(audience, input);
            Assert.Contains($"\n{banner}\n", Plain(report.Html), StringComparison.Ordinal);
            Assert.Contains(banner, report.Markdown.Replace("**", "", StringComparison.Ordinal), StringComparison.Ordinal);
            var told = audience != Audience.Stakeholder;
            Assert.Equal(told, report.Html.Contains("Check the query, then run <code><span>sync</span> <span>--accept-removals</span></code>.</p>", StringComparison.Ordinal));
            Assert.Equal(told, report.Markdown.Contains("then run `sync --accept-removals`.", StringComparison.Ordinal));
            Assert.Equal(told, (report.Html + report.Markdown + report.Json).Contains("jira.acme.example", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Data_that_are_old_and_whole_are_called_old_and_not_incomplete()
    {
        var text = Plain(ReportWriter.Render(Audience.ProductOwner, new SampleHealth { Gap = data => data with { BrokeOff = true } }.Input()).Html);

        Assert.Contains("455 items, read 20 November 2026, 07:00", text, StringComparison.Ordinal);
        Assert.Contains("From Jira Cloud, project CHK, read 20 November 2026, 07:00: 455 items stored, complete then.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("incomplete", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_problems_the_first_are_told_and_the_others_counted()
    {
        var many = new SampleHealth { Gap = data => data with { InTracker = 460, Problems = [.. Enumerable.Range(1, 5).Select(n => $"Item {n} is gone.")] } };
        var text = Plain(ReportWriter.Render(Audience.Coach, many.Input()).Html);

        Assert.Contains("For whoever runs BacklogHealth: Item 1 is gone. Item 2 is gone. Item 3 is gone. And 2 more problems: backlog-health sync tells all.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Items_of_a_file_are_not_called_a_trackers()
    {
        var text = Plain(ReportWriter.Render(Audience.Coach, new SampleHealth { FromFile = true, Ordered = false, Sprints = [] }.Input()).Html);

        Assert.Contains("07:00 (Europe/Berlin) · 46 open items · all 466 items of the file read · compared with 16 November", text, StringComparison.Ordinal);
        Assert.Contains("466 items stored, complete. For 12 items the file has no clear dates of start and end; they are kept out of cycle times.", text, StringComparison.Ordinal);
        Assert.Contains("Not available: the file has no sprints for this team.", text, StringComparison.Ordinal);
        Assert.Contains("The file keeps no order for this backlog, so “next” means: created first.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("tracker", text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Everyone))]
    public void Of_a_team_with_finish_dates_alone_nothing_is_said_but_its_pace(Audience audience)
    {
        var report = ReportWriter.Render(audience, new SampleHealth { OnlyFinishDates = true, FromFile = true, Waiting = 0, InProgress = 0, Deliveries = false, Sprints = [] }.Input());
        var text = Plain(report.Html);

        Assert.Contains("The file gives the days on which items were finished, and nothing else. What is open, clear, ready or getting old is not known; how much to expect is.", text, StringComparison.Ordinal);
        Assert.Contains("07:00 (Europe/Berlin) · all 420 items of the file read\n", text, StringComparison.Ordinal);
        Assert.Contains("in 17 of 20 futures", text, StringComparison.Ordinal);
        Assert.Contains("times when the same statement was made at past points of this team's own history", text, StringComparison.Ordinal);
        Assert.Equal(["notes", "how-sure", "pace", "data-and-method"], report.Json["parts"]!.AsArray().Select(p => p!["id"]!.GetValue<string>()));
        Assert.Single(report.Json["parts"]![2]!["charts"]!.AsArray());
        Assert.All(["No item is in progress", "backlog is empty", "Clarity", "cycle time", "Act"], word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Too_little_history_is_said_where_the_number_would_stand()
    {
        var report = ReportWriter.Render(Audience.ProductOwner, new SampleHealth { Finished = 3, Waiting = 4, InProgress = 1, WeekBefore = false, Deliveries = false }.Input());
        var text = Plain(report.Html);

        Assert.Contains("3 of 4 waiting items are ready.", text, StringComparison.Ordinal);
        Assert.Contains("How long that lasts is not known.", text, StringComparison.Ordinal);
        Assert.Contains("The next 5 items: no day can be named yet.", text, StringComparison.Ordinal);
        Assert.Contains("There is no forecast, for want of history.", text, StringComparison.Ordinal);
        Assert.Contains("There is no earlier week to compare scores and dates with yet.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("of 20 futures end", text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Everyone))]
    public void A_team_without_any_item_still_gets_a_report(Audience audience)
    {
        var report = ReportWriter.Render(audience, new SampleHealth { Finished = 0, Waiting = 0, InProgress = 0, WeekBefore = false, Deliveries = false, Sprints = [], SaidBefore = [] }.Input());

        Assert.Contains("0 of 0 items, complete", report.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", report.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", report.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_backlog_without_order_is_said_once_and_has_no_places()
    {
        var html = ReportWriter.Render(Audience.ProductOwner, new SampleHealth { Ordered = false }.Input()).Html;

        Assert.Equal(1, Count(html, "The tracker keeps no order"));
        Assert.DoesNotContain(">Place<", html, StringComparison.Ordinal);
        Assert.DoesNotContain("top of the backlog", html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Everyone))]
    public void Hostile_texts_arrive_as_text(Audience audience)
    {
        const string title = "<img src=x onerror=alert(1)> \u202Eabc\u0007 \"quoted\" & 'single' | [x](http://evil.example) 🎉 שלום";
        var report = ReportWriter.Render(audience, new SampleHealth { Title = title, Team = "<b>Team</b>", BrowseUrl = "javascript:alert('{key}')" }.Input());

        Assert.DoesNotContain("<img src=x", report.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Team", report.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", report.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", report.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("\u0007", report.Html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;Team&lt;/b&gt;", report.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("[x](http", report.Markdown, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?<!\\)<img", report.Markdown);
    }

    private static Dictionary<Audience, RenderedReport> All(ReportInput input) => Audiences.All.ToDictionary(a => a, a => ReportWriter.Render(a, input));

    private static string Hash(string html, string element)
    {
        var content = html.Split($"<{element}>")[1].Split($"</{element}>")[0];
        return "sha256-" + Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(content)));
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static string Plain(string html) => System.Net.WebUtility.HtmlDecode(Tag().Replace(html, ""));

    [GeneratedRegex("https?://[^\"<\\s]+", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Address();

    [GeneratedRegex("<a [^>]*>", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Anchor();

    [GeneratedRegex("<h(?<level>[1-6])", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex HeadingTag();

    [GeneratedRegex("(<img [^>]*alt|<svg [^>]*aria-label)=\"(?<alt>[^\"]*)\"", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex PictureText();

    [GeneratedRegex("<[^>]*>", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\[(?<words>[^\]]*)\]\(<[^>]*>\)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex MarkdownLink();
}
