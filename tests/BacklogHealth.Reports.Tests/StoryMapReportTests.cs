using System.Globalization;
using System.Text.RegularExpressions;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Reports.Tests;

public sealed class StoryMapReportTests
{
    private static readonly Lazy<RenderedReport> Seven = new(() => Map(new SampleHealth { Change = SampleGoals.Of(7), Sprints = [] }));

    [Fact]
    public void The_heading_says_how_many_goals_have_something_ready_among_the_next_items()
    {
        Assert.Equal((1, "Checkout: story map"), Seven.Value.Headings[0]);
        Assert.Equal((2, "3 of 7 goals have something ready among the next items"), Seven.Value.Headings[1]);
        Assert.Contains("46 open items, by how near they are, and 13 finished since 26 October. Goals stand in the order of the backlog. A goal is the topmost epic above an item, a feature the nearest one.", Seven.Value.Sentences);
    }

    [Fact]
    public void Of_sprints_the_first_that_is_still_to_begin_is_the_one_spoken_of()
    {
        var running = new SampleHealth { Change = SampleGoals.Of(3) };
        Assert.Equal("2 of 3 goals have something ready or begun for Sprint 40", Map(running).Headings[1].Words);

        var monday = SampleHealth.Monday;
        var both = new SampleHealth { Change = x => Into(SampleGoals.Of(3)(x), "next", "CHK-430", "CHK-431"), Sprints = [.. running.Sprints, new Sprint("next", "Sprint 41", null, SprintPhase.Future, monday.AddDays(7), monday.AddDays(21), null)] };
        var map = Map(both);
        Assert.Equal("2 of 3 goals have something ready or begun for Sprint 41", map.Headings[1].Words);
        Assert.Contains("Sprint 41, until 14 Dec", map.Page, StringComparison.Ordinal);
        Assert.Contains("46 open items, by sprint, and 13 finished since 26 October.", map.Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_releases_the_first_that_is_not_out_is_the_one_spoken_of()
    {
        var releases = new SampleHealth
        {
            Sprints = [],
            Change = x => SampleGoals.Of(3)(x) with
            {
                OpenItems = [.. x.OpenItems.Select((o, i) => o with { Item = o.Item with { ParentId = i % 2 == 0 ? "g1" : "g2", FixVersions = [i % 3 == 0 ? "1.0" : "2.0"] } }), .. SampleGoals.Of(3)(x).OpenItems.Where(o => o.Item.Kind == WorkItemKind.Epic)],
                Histories = [.. SampleGoals.Of(3)(x).Histories.Select((h, i) => h.Kind == WorkItemKind.Epic ? h : h with { ParentId = i % 2 == 0 ? "g1" : "g2" })],
                Releases = [new Release("1.0", new DateOnly(2026, 11, 1), true), new Release("2.0", new DateOnly(2026, 12, 20), false)],
            },
        };
        var map = Map(releases);
        Assert.Equal("2 of 3 goals have something ready or begun for 2.0", map.Headings[1].Words);
        Assert.Contains("2.0, 20 Dec", map.Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_head_counts_what_is_ready_below_it_and_leads_to_the_tracker()
    {
        Assert.Contains("CHK-9000 Pay without an account6 of 11 ready or begun, 4 finished", Seven.Value.Page, StringComparison.Ordinal);
        Assert.Contains("CHK-9002 For companies0 of 3 ready or begun, 1 finished", Seven.Value.Page, StringComparison.Ordinal);
        Assert.All(Seven.Value.Links, l => Assert.StartsWith("https://acme.example/browse/CHK-", l, StringComparison.Ordinal));
        Assert.Contains("https://acme.example/browse/CHK-9000", Seven.Value.Links);
    }

    [Fact]
    public void Each_card_says_in_words_and_marks_where_its_item_stands_and_the_legend_what_they_mean()
    {
        foreach (var state in new[] { "● ready", "▼ not ready", "◆ in progress", "✓ done", "▣ too large" })
        {
            Assert.InRange(Seven.Value.Page.Split(state).Length - 1, 3, 40);
        }

        Assert.Contains("● ready: nothing of the Definition of Ready is missing · ▼ not ready: something of it is missing · ◆ in progress: begun, not finished · ✓ done: finished in the last four weeks · ▣ too large: a rule finds that it could be cut", Seven.Value.Sentences);
        Assert.Contains("\n    - Next\n      - ● ready CHK-432 Guest checkout without an account\n", Seven.Value.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("▣", Map(new SampleHealth { EveryItemReady = true, Sprints = [] }).Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_aloud_it_is_headings_that_skip_no_level_with_lists()
    {
        var levels = Seven.Value.Headings.Select(h => h.Level).ToList();
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second - pair.First <= 1, $"h{pair.First} is followed by h{pair.Second}"));
        Assert.Equal([(3, "CHK-9000 Pay without an account"), (4, "CHK-9001 First use"), (5, "Done lately"), (5, "Now"), (5, "Next"), (5, "Later"), (4, "CHK-9002 For companies")], Seven.Value.Headings.Skip(2).Take(7));
        Assert.Equal(Seven.Value.Count("<div class=\"names\" aria-hidden=\"true\">"), Seven.Value.Count("class=\"map "));
    }

    [Fact]
    public void The_forms_have_the_same_cards_and_counts()
    {
        var numbers = Seven.Value.Numbers("story-map");
        var items = numbers["columns"]!.AsArray().SelectMany(c => c!["cells"]!.AsArray()).SelectMany(c => c!["items"]!.AsArray()).ToList();
        var keys = items.Select(i => i!["key"]!.GetValue<string>()).ToList();

        Assert.Equal((7, 46, 13), (numbers["goals"]!.GetValue<int>(), numbers["open"]!.GetValue<int>(), numbers["finished"]!.GetValue<int>()));
        Assert.Equal(keys.Count, Seven.Value.Count("<li><p class=\"state\">"));
        Assert.Equal(keys.Count, Regex.Count(Seven.Value.Text, "^ +- [●▼◆✓]", RegexOptions.Multiline, TimeSpan.FromSeconds(5)));
        Assert.All(keys, k => Assert.Contains($"/browse/{k}>)", Seven.Value.Markdown, StringComparison.Ordinal));
        Assert.Equal(59, keys.Count + numbers["columns"]!.AsArray().SelectMany(c => c!["cells"]!.AsArray()).Sum(c => c!["more"]!.GetValue<int>()));
        Assert.Equal("not-started", items.Single(i => i!["key"]!.GetValue<string>() == "CHK-432")!["state"]!.GetValue<string>());
        Assert.Equal(("story-map", "Checkout"), (Seven.Value.Json["audience"]!.GetValue<string>(), Seven.Value.Json["team"]!.GetValue<string>()));
        Assert.All(Seven.Value.Sentences, s => Assert.Contains(s, Seven.Value.Page, StringComparison.Ordinal));
        Assert.All(Seven.Value.Sentences, s => Assert.Contains(s, Seven.Value.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_three_hundred_goals_the_first_are_shown_and_the_others_counted_and_listed()
    {
        var map = Map(new SampleHealth { Change = SampleGoals.Of(300), Sprints = [] });

        Assert.Equal("3 of 300 goals have something ready among the next items", map.Headings[1].Words);
        Assert.Contains("386 more goals and features, with no item, come after these and are left out.", map.Sentences);
        Assert.Equal(15, map.Numbers("story-map")["columns"]!.AsArray().Count);
        Assert.Contains("The goals and features that are left out", map.Page, StringComparison.Ordinal);
        Assert.Contains("And 286 more.", map.Page, StringComparison.Ordinal);
        Assert.InRange(map.Html.Length, 20_000, 200_000);
    }

    [Fact]
    public void What_a_cell_has_no_room_for_is_counted_below_it()
    {
        var map = Map(new SampleHealth { Change = SampleGoals.Of(7), Sprints = [], Waiting = 90 });
        var more = map.Numbers("story-map")["columns"]!.AsArray().SelectMany(c => c!["cells"]!.AsArray()).Select(c => c!["more"]!.GetValue<int>()).First(n => n > 0);
        Assert.Contains($"<p class=\"note\">and {more} more</p>", map.Html, StringComparison.Ordinal);
        Assert.Contains($"- and {more} more\n", map.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_goal_with_more_features_than_stand_side_by_side_goes_on_below()
    {
        var map = Map(new SampleHealth
        {
            Sprints = [],
            Change = x =>
            {
                var goals = SampleGoals.Of(7)(x);
                string? Under(string? parent, string id) => id.StartsWith('g') && id != "g1" ? "g1" : parent;
                return goals with { OpenItems = [.. goals.OpenItems.Select(o => o with { Item = o.Item with { ParentId = Under(o.Item.ParentId, o.Item.Id) } })], Histories = [.. goals.Histories.Select(h => h with { ParentId = Under(h.ParentId, h.Id) })] };
            },
        });
        Assert.Contains((3, "CHK-9010 Fewer abandoned baskets"), map.Headings);
        Assert.Contains((3, "CHK-9010 Fewer abandoned baskets (continued)"), map.Headings);
        Assert.Contains((4, "Without a feature"), map.Headings);
        Assert.All(Regex.Matches(map.Html, "class=\"goal span-(?<n>[0-9]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)), m => Assert.InRange(int.Parse(m.Groups["n"].Value, CultureInfo.InvariantCulture), 1, 5));
    }

    [Fact]
    public void Without_goals_the_items_stand_in_one_column_and_the_heading_says_so()
    {
        var map = Map(new SampleHealth { Sprints = [] });
        Assert.Equal("None of the 46 open items stands under a goal", map.Headings[1].Words);
        Assert.Contains("Without a goal25 of 46 ready or begun", map.Page, StringComparison.Ordinal);
        Assert.Contains("class=\"map columns-1 rows-3\"", map.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_item_there_is_nothing_to_map()
    {
        const string nothing = "There is nothing to map: no item is open, and none whose title is known was finished in the last four weeks.";
        SampleHealth[] teams =
        [
            new() { Finished = 0, Waiting = 0, InProgress = 0, WeekBefore = false, Deliveries = false, Sprints = [] },
            new() { OnlyFinishDates = true, FromFile = true, Waiting = 0, InProgress = 0, Deliveries = false, Sprints = [] },
        ];
        Assert.All(teams.Select(Map), map =>
        {
            Assert.Contains(nothing, map.Page, StringComparison.Ordinal);
            Assert.Contains(nothing, map.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("class=\"map", map.Html, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Goals_that_nobody_has_cut_are_shown_as_such()
    {
        var map = Map(new SampleHealth { Finished = 0, Waiting = 0, InProgress = 0, WeekBefore = false, Deliveries = false, Sprints = [], Change = SampleGoals.Of(2) });
        Assert.Equal("Nothing is open below any of 2 goals", map.Headings[1].Words);
        Assert.Contains("Fewer abandoned basketsnot cut into items yet", map.Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Incomplete_data_are_said_before_the_map()
    {
        var map = Map(new SampleHealth { Change = SampleGoals.Of(3), Complete = false });
        Assert.True(map.Html.IndexOf("<strong>14 of 480 items could not be read</strong>", StringComparison.Ordinal) is > 0 and var banner && banner < map.Html.IndexOf("class=\"map", StringComparison.Ordinal));
    }

    [Fact]
    public void Hostile_titles_arrive_as_text()
    {
        const string title = "<img src=x onerror=alert(1)> \u202Eabc\u0007 \"quoted\" & 'single' | [x](http://evil.example) 🎉 שלום";
        var map = Map(new SampleHealth { Title = title, Team = "<b>Team</b>", BrowseUrl = "javascript:alert('{key}')", Change = SampleGoals.Of(4, title), Sprints = [] });

        Assert.All(["<img src=x", "<b>Team", "javascript:", "\u202E", "\u0007"], text => Assert.DoesNotContain(text, map.Html, StringComparison.Ordinal));
        Assert.Contains("<p>&lt;img src=x onerror=alert(1)&gt; abc", map.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("[x](http", map.Markdown, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?<!\\)<img", map.Markdown);
        Assert.Empty(map.Links);
    }

    [Fact]
    public async Task The_same_input_gives_the_same_bytes_in_any_culture()
    {
        var other = await Task.Factory.StartNew(() =>
        {
            Thread.CurrentThread.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            return Map(new SampleHealth { Change = SampleGoals.Of(7), Sprints = [] });
        }, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        Assert.Equal((Seven.Value.Html, Seven.Value.Markdown, Seven.Value.Json.ToJsonString()), (other.Html, other.Markdown, other.Json.ToJsonString()));
    }

    [Fact]
    public void It_speaks_German()
    {
        var map = Map(new SampleHealth { Sprints = [], Change = x => SampleGoals.Of(7)(x) with { Language = "de" } });
        Assert.Equal("Für 3 von 7 Zielen ist unter den nächsten Einträgen etwas bereit", map.Headings[1].Words);
        Assert.Contains("46 offene Einträge, geordnet nach Nähe, und 13 fertige seit dem 26. Oktober.", map.Page, StringComparison.Ordinal);
        Assert.Contains("6 von 11 bereit oder begonnen, 4 fertig", map.Page, StringComparison.Ordinal);
        Assert.All(["ready", "progress", "finished", "Later"], word => Assert.DoesNotContain(word, map.Html.Split("<main>")[1].Split("id=\"data-and-method\"")[0].Replace("Definition of Ready", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    private static HealthInput Into(HealthInput input, string sprint, params string[] keys) =>
        input with { OpenItems = [.. input.OpenItems.Select(o => keys.Contains(o.Item.Key) ? o with { Item = o.Item with { SprintIds = [sprint] } } : o)] };

    private static RenderedReport Map(SampleHealth team) => ReportWriter.StoryMap(team.Input());
}
