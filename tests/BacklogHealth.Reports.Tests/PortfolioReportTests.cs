using System.Collections.Immutable;
using System.Globalization;

namespace BacklogHealth.Reports.Tests;

public sealed class PortfolioReportTests
{
    private static readonly Lazy<RenderedReport> Three = new(() => ReportWriter.Portfolio(Teams(), SamplePortfolio.Shared));

    [Fact]
    public void Three_answers_stand_on_top()
    {
        Assert.Equal(
            ["Portfolio: Checkout, Search and Accounts", "What moved most?", "What is promised, and at risk?", "What is not known?"],
            Three.Value.Headings.Take(4).Select(h => h.Words));
        Assert.Contains("Checkout finishes fewer items: 3.3 a week since 12 October, 5 before.", Three.Value.Sentences);
        Assert.Contains("1 of 2 promised deliveries is at risk.", Three.Value.Sentences);
        Assert.Contains("◆ Watch: Release 2 ends by 30 January 2027 in 12 of 20 futures.", Three.Value.Sentences);
        Assert.Contains("How much Accounts will finish is not known: the history is too short.", Three.Value.Sentences);
        Assert.Contains("The data of Accounts are incomplete.", Three.Value.Sentences);
        Assert.Contains("Monday 23 November 2026 · 3 teams · data of 2 teams complete", Three.Value.Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Teams_stand_in_the_order_given_and_nothing_is_added_up_over_them()
    {
        string[] names = ["Checkout", "Search", "Accounts"];
        Assert.Equal(names, Three.Value.Headings.Where(h => h.Level == 3 && names.Contains(h.Words)).Select(h => h.Words));
        Assert.Equal(names.Reverse(), ReportWriter.Portfolio([.. Teams().Reverse()], []).Headings.Where(h => h.Level == 3 && names.Contains(h.Words)).Select(h => h.Words));
        Assert.Equal(names, Three.Value.Json["teams"]!.AsArray().Select(t => t!["team"]!.GetValue<string>()));
        Assert.DoesNotContain("rank", Three.Value.Page.Replace("ranks no team", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain(Three.Value.Numbers("teams").Select(n => n.Key), k => k != "teams");
    }

    [Fact]
    public void Each_team_tells_its_ready_work_what_comes_next_four_weeks_its_change_and_its_data()
    {
        Assert.Contains("1 of the 2 teams of which it is known has as much ready work as is wanted", Three.Value.Sentences);
        Assert.Equal(
            [
                "Checkout", "Ready work for 2.6 weeks; 2 weeks are wanted.", "4 of the next 9 items are described well enough to be started.",
                "The next four weeks bring 13 items or more in 17 of 20 futures, and 18 or more in 10 of 20. “17 of 20” held 8 of 8 times before, where 7 would be right.",
                "Release 2: 17 of 20 futures end by 11 February 2027. 12 of 20 end by 30 January 2027, the promised day.",
                "Fewer items are finished: 3.3 a week since 12 October, 5 in the 12 weeks before. Chance alone shows such a difference less than once in 1,000 cases.",
                "Data: 466 of 466 items, complete.", "Search",
            ],
            Three.Value.Sentences.SkipWhile(s => s != "Checkout").Take(8));
        Assert.Equal(2, Three.Value.Html.Split("class=\"groups\"")[1].Split("id=\"together\"")[0].Split("<svg").Length - 1);
    }

    [Fact]
    public void A_delivery_of_several_teams_has_its_chance_its_range_and_the_part_that_is_likely_last()
    {
        var told = Three.Value.Sentences.SkipWhile(s => s != "One delivery is the work of several teams").ToList();
        Assert.Equal(["Autumn fair", "17 of 20 futures end by 16 February 2027.", "Each dot is one of twenty equally likely futures.", "18 of 20 end by 1 March 2027, the promised day.", "10 of 20 futures end by 31 January 2027, 19 of 20 by 4 March 2027.", "The part of Checkout is likely the last one."], told.Skip(2).Take(6));
        var numbers = Three.Value.Numbers("together")["deliveries"]![0]!;
        Assert.Equal(["Checkout", "Search"], numbers["parts"]!.AsArray().Select(p => p!["team"]!.GetValue<string>()));
        Assert.Equal(20, numbers["dots"]!.AsArray().Count);
        Assert.InRange(numbers["chanceByDue"]!.GetValue<double>(), 0.9, 0.95);
        Assert.Contains("| Search | 0 of 10 items | 17 January 2027 | 16 days later: 16 days from slower finishing or a changed order |", Three.Value.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_promised_has_one_chance_to_be_in_time()
    {
        Assert.Contains("Both promised deliveries are in time in 12 of 20 futures", Three.Value.Sentences);
        Assert.Contains("| Release 2 | Checkout | 30 January 2027 | 12 of 20 futures | 11 February 2027 |\n| Autumn fair | Checkout, Search | 1 March 2027 | 18 of 20 futures | 16 February 2027 |", Three.Value.Text, StringComparison.Ordinal);
        Assert.True(Three.Value.Numbers("promised")["allByDue"]!.GetValue<double>() <= Three.Value.Numbers("promised")["deliveries"]!.AsArray().Min(d => d!["chanceByDue"]!.GetValue<double>()) + 0.01);
    }

    [Fact]
    public void Stakeholders_read_no_keys_no_titles_and_nothing_for_who_runs_it()
    {
        Assert.All(["CHK-", "Guest checkout", "jira.acme.example"], words => Assert.DoesNotContain(words, Three.Value.Html + Three.Value.Markdown + Three.Value.Json, StringComparison.Ordinal));
        Assert.Empty(Three.Value.Links);
    }

    [Fact]
    public void A_team_of_which_nothing_is_known_is_missing_in_every_sum_that_needs_it()
    {
        var report = ReportWriter.Portfolio(Teams(), [new("Autumn fair", ["Checkout", "Search", "Warehouse"])], ["Warehouse"]);
        Assert.Equal("Nothing is known of Warehouse: this team is not in this report.", report.Sentences[0]);
        Assert.Contains("Nothing is known of Warehouse.", report.Sentences);
        Assert.Contains("No day can be named: what Warehouse has to do for it is not known, and without that every day would be too early.", report.Sentences);
        Assert.Contains("What Warehouse has to do for Autumn fair is not known.", report.Sentences);
        Assert.Contains("| Autumn fair | Checkout, Search, Warehouse | 1 March 2027 | not known | not known |", report.Text, StringComparison.Ordinal);
        Assert.Equal("Warehouse", Assert.Single(report.Json["missing"]!.AsArray())!.GetValue<string>());
    }

    [Fact]
    public void What_one_team_here_shares_with_one_elsewhere_is_not_told_by_its_part_alone()
    {
        var report = ReportWriter.Portfolio(Teams(), [new("Release 2", ["Checkout", "Warehouse"])]);
        Assert.Contains("What Warehouse has to do for Release 2 is not known.", report.Sentences);
        Assert.DoesNotContain(report.Sentences, s => s.StartsWith("Release 2: 17 of 20", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_promised_day_none_is_at_risk()
    {
        var report = ReportWriter.Portfolio([new SampleHealth { Deliveries = false }.Input(), new SampleHealth { Team = "Search", Deliveries = false }.Input()], []);
        Assert.Contains("No delivery has a promised day.", report.Sentences);
        Assert.Contains("Every team has a forecast, and all data are complete.", report.Sentences);
        Assert.DoesNotContain(report.Headings, h => h.Words.Contains("promised deliveries", StringComparison.Ordinal));
    }

    [Fact]
    public void Deliveries_of_one_name_are_told_apart_by_their_teams()
    {
        var report = ReportWriter.Portfolio([new SampleHealth().Input(), new SampleHealth { Team = "Search" }.Input()], []);
        Assert.Contains("Both promised deliveries are at risk.", report.Sentences);
        Assert.Contains("◆ Watch: Release 2 (Checkout) ends by 30 January 2027 in 12 of 20 futures. Release 2 (Search) ends by 30 January 2027 in 12 of 20 futures.", report.Sentences);
        Assert.Contains("Both teams have as much ready work as is wanted", report.Sentences);
    }

    [Fact]
    public void Teams_without_items_or_history_are_told_as_such()
    {
        var nothing = new SampleHealth { Finished = 0, Waiting = 0, InProgress = 0, WeekBefore = false, Deliveries = false, Sprints = [] };
        var dates = new SampleHealth { Team = "Dates", OnlyFinishDates = true, FromFile = true, Waiting = 0, InProgress = 0, Deliveries = false, Sprints = [] };
        var report = ReportWriter.Portfolio([nothing.Input(), dates.Input()], []);

        Assert.Contains("There is no earlier week to compare with yet.", report.Sentences);
        Assert.Contains("Nothing waits to be started.", report.Sentences);
        Assert.Contains("Nothing but the days is known on which items were finished.", report.Sentences);
        Assert.Contains("How much Checkout will finish is not known: the history is too short.", report.Sentences);
        Assert.Contains("Data: 0 of 0 items, complete.", report.Sentences);
        Assert.DoesNotContain("NaN", report.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void One_team_is_no_portfolio()
    {
        var fault = Assert.Throws<ArgumentException>(() => ReportWriter.Portfolio([new SampleHealth().Input()], []));
        Assert.StartsWith("A portfolio puts two or more teams side by side; found 1.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_forms_say_the_same()
    {
        Assert.All(Three.Value.Sentences, s => Assert.Contains(s, Three.Value.Page, StringComparison.Ordinal));
        Assert.All(Three.Value.Sentences, s => Assert.Contains(s, Three.Value.Text, StringComparison.Ordinal));
        var levels = Three.Value.Headings.Select(h => h.Level).ToList();
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second - pair.First <= 1, $"h{pair.First} is followed by h{pair.Second}"));
        Assert.Equal(Three.Value.Count("<svg "), Three.Value.Count("role=\"img\" aria-label=\""));
    }

    [Fact]
    public void Of_many_teams_the_title_counts_them()
    {
        var report = ReportWriter.Portfolio([.. Enumerable.Range(1, 9).Select(i => new SampleHealth { Team = $"Team {i}", Finished = 30, Waiting = 6, Deliveries = false }.Input())], []);
        Assert.Equal("Portfolio: 9 teams", report.Headings[0].Words);
        Assert.Contains(">and 3 more</text>", report.Html, StringComparison.Ordinal);
        Assert.InRange(report.Html.Length, 10_000, 120_000);
    }

    [Fact]
    public void Hostile_names_arrive_as_text()
    {
        const string name = "<img src=x onerror=alert(1)>\u202E | [x](http://evil.example)";
        var report = ReportWriter.Portfolio([SamplePortfolio.With(new SampleHealth { Team = name }, name).Input(), SamplePortfolio.With(new SampleHealth { Team = "Search" }, name).Input()], [new(name, [name, "Search"])], [name]);
        Assert.All(["<img src=x", "\u202E"], text => Assert.DoesNotContain(text, report.Html, StringComparison.Ordinal));
        Assert.DoesNotContain("[x](http", report.Markdown, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?<!\\)<img", report.Markdown);
    }

    [Fact]
    public async Task The_same_input_gives_the_same_bytes_in_any_culture()
    {
        var other = await Task.Factory.StartNew(() =>
        {
            Thread.CurrentThread.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            return ReportWriter.Portfolio(Teams(), SamplePortfolio.Shared);
        }, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        Assert.Equal((Three.Value.Html, Three.Value.Markdown, Three.Value.Json.ToJsonString()), (other.Html, other.Markdown, other.Json.ToJsonString()));
    }

    [Fact]
    public void It_speaks_the_language_that_all_teams_share_and_English_where_they_share_none()
    {
        static SampleHealth German(string team) => new() { Team = team, Change = x => x with { Language = "de" } };
        var report = ReportWriter.Portfolio([German("Checkout").Input(), German("Search").Input()], []);
        Assert.Equal(["Was hat sich am meisten bewegt?", "Was ist zugesagt und gefährdet?", "Was ist nicht bekannt?"], report.Headings.Skip(1).Take(3).Select(h => h.Words));
        Assert.Contains("Beide zugesagten Lieferungen sind in", report.Page, StringComparison.Ordinal);
        Assert.Contains("lang=\"de\"", report.Html, StringComparison.Ordinal);
        Assert.Contains("lang=\"en\"", ReportWriter.Portfolio([German("Checkout").Input(), new SampleHealth { Team = "Search" }.Input()], []).Html, StringComparison.Ordinal);
    }

    private static ImmutableArray<ReportInput> Teams() => [.. SamplePortfolio.Teams.Select(t => t.Input())];
}
