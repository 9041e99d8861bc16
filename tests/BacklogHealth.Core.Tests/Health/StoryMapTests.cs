using BacklogHealth.Core.Health;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.Tests.Health.Quality;
using BacklogHealth.Core.WorkItems;
using CsCheck;
using static BacklogHealth.Core.Tests.Flow.TestHistory;
using static BacklogHealth.Core.Tests.Health.TestTeam;

namespace BacklogHealth.Core.Tests.Health;

public sealed class StoryMapTests
{
    [Fact]
    public void Goals_stand_in_backlog_order_with_their_features_and_items_without_one_come_last()
    {
        var map = Map([], Open("orphan", rank: "0"), Epic("g2", "1"), Epic("g1", "2"), Epic("f2", "3", "g1"), Epic("f1", "4", "g1"),
            Open("a", rank: "5", parent: "f1"), Open("b", rank: "6", parent: "f2"), Open("c", rank: "7", parent: "g1"), Open("d", rank: "8", parent: "g2"), Open("e", rank: "9", parent: "a"));

        Assert.Equal(["g2/: d", "g1/f2: b", "g1/f1: a e", "g1/: c", "/: orphan"], Told(map));
        Assert.Equal(new StoryMapHead("g1", "T-g1", "Title g1", WorkItemState.NotStarted), map.Columns[1].Goal);
        Assert.Equal("Title f2", map.Columns[1].Feature!.Title);
    }

    [Fact]
    public void A_goal_that_nobody_has_cut_stands_empty_at_its_place()
    {
        var map = Map([], Epic("g1", "1"), Epic("g2", "2"), Epic("f", "3", "g2"), Open("a", rank: "4"));
        Assert.Equal(["g1/: ", "g2/f: ", "/: a"], Told(map));
    }

    [Fact]
    public void A_parent_that_is_not_the_teams_is_a_goal_called_by_what_is_known_of_it()
    {
        var (scored, history) = Open("a", rank: "1", parent: "77");
        var map = Map([], (scored with { ParentTitle = "Pay abroad" }, history), Open("b", rank: "2", parent: "88"), Open("c", rank: "3", parent: "77"));

        Assert.Equal(["77/: a c", "88/: b"], Told(map));
        Assert.Equal([new("77", null, "Pay abroad", null), new StoryMapHead("88", null, "88", null)], map.Columns.Select(c => c.Goal));
    }

    [Fact]
    public void Without_releases_and_sprints_rows_tell_how_near_an_item_is()
    {
        var map = Map([Item("done", (100, "To Do"), (195, "Done"))], [.. Waiting(20, 10), Open("begun", state: "Review")]);

        Assert.Equal([StoryMapRowKind.Done, StoryMapRowKind.Now, StoryMapRowKind.Next, StoryMapRowKind.Later], map.Rows.Select(r => r.Kind));
        Assert.Equal([1, 1, 14, 6], Assert.Single(map.Columns).Cells.Select(c => c.Count));
        Assert.Equal((21, 11, 1), (map.Columns[0].Open, map.Columns[0].Ready, map.Columns[0].Finished));
    }

    [Fact]
    public void A_team_with_releases_has_a_row_for_each_by_their_days()
    {
        Release[] releases = [new("2.0", Day(260), false), new("1.0", Day(190), true), new("1.1", Day(230), false)];
        var map = Map([], input => input with { Releases = [.. releases], FinishedLately = [.. input.FinishedLately.Select(i => i with { FixVersions = ["1.0"] })], Sprints = [Sprint("s", 190, 204)] },
            For(Open("a", rank: "1", sprints: ["s"]), "2.0"), For(Open("b", rank: "2"), "1.0", "2.0", "1.1"), For(Open("c", rank: "3"), "someday"), Open("d", rank: "4"));

        Assert.Equal([("1.1", Day(230)), ("2.0", Day(260)), ("someday", (DateOnly?)null), (null, null)], map.Rows.Select(r => (r.Name, r.Day)));
        Assert.Equal(["b", "a", "c", "d"], map.Columns[0].Cells.Select(c => Assert.Single(c.Items).Id));
    }

    [Fact]
    public void Where_few_items_name_a_release_it_is_no_way_to_group_them()
    {
        (ScoredItem, ItemHistory)[] items = [For(Open("a", rank: "1"), "2.0"), .. Enumerable.Range(0, 3).Select(i => Open($"w{i}", rank: "2"))];
        Assert.Equal(StoryMapRowKind.Release, Map([], items).Rows[0].Kind); // one in four does
        Assert.Equal(StoryMapRowKind.Next, Map([], [.. items, Open("x", rank: "3")]).Rows[0].Kind);
    }

    [Fact]
    public void A_team_with_sprints_has_a_row_for_each_and_what_was_left_over_is_in_none()
    {
        var map = Map([Item("done", (100, "To Do"), (185, "Done"))],
            input => input with { FinishedLately = [.. input.FinishedLately.Select(i => i with { SprintIds = ["1"] })], Sprints = [Sprint("1", 172, 186) with { Phase = SprintPhase.Closed, Completed = At(186) }, Sprint("2", 190, 204), Sprint("3", 204, 218)] },
            Open("left", rank: "1", sprints: ["1"]), Open("now", rank: "2", sprints: ["1", "2"]), Open("soon", rank: "3", sprints: ["3"]), Open("none", rank: "4"));

        Assert.Equal([("Sprint 1", Day(186)), ("Sprint 2", Day(204)), ("Sprint 3", Day(218)), (null, (DateOnly?)null)], map.Rows.Select(r => (r.Name, r.Day)));
        Assert.Equal(["done", "now", "soon", "left none"], map.Columns[0].Cells.Select(c => string.Join(' ', c.Items.Select(i => i.Id))));
    }

    [Fact]
    public void Each_item_says_how_ready_and_how_large_it_is()
    {
        var (large, history) = Open("large", rank: "1", ready: false);
        large = large with { Item = large.Item with { StoryPoints = 8 }, Score = large.Score with { Slicing = 40, Findings = [.. large.Score.Findings, large.Score.Findings[0] with { RuleId = "SL001", Feeds = Score.Slicing, Points = 20 }] } };
        var map = Map([Item("done", (100, "To Do"), (195, "Done"))], (large, history), Open("ready", rank: "2"));

        Assert.Equal(
            [new("done", "T-done", "Title done", WorkItemState.Finished, null, null, false, null), new("large", "T-large", "Title large", WorkItemState.NotStarted, false, 40, true, 8), new StoryMapItem("ready", "T-ready", "Title ready", WorkItemState.NotStarted, true, 100, false, null)],
            map.Columns[0].Cells.SelectMany(c => c.Items));
    }

    [Fact]
    public void What_does_not_fit_is_counted()
    {
        var health = Health([], i => i, [.. Enumerable.Range(0, 5).SelectMany(g => Enumerable.Range(0, 4).Select(n => For(Open($"{g}{n}", rank: $"1{g}{n}", parent: $"g{g}"), $"{n}")).Append(Epic($"g{g}", $"0{g}"))), .. Enumerable.Range(0, 9).Select(n => For(Open($"o{n}", rank: $"2{n}"), "0"))]);
        var map = StoryMap.Of(health, mostColumns: 3, mostRows: 2, mostInCell: 4);

        Assert.Equal(["g0", "g1", "g2", null], map.Columns.Select(c => c.Goal?.Id));
        Assert.Equal((2, 8, 6), (map.MoreColumns, map.ItemsInMoreColumns, map.ItemsInMoreRows));
        Assert.Equal((4, 5, 9), (map.Columns[3].Cells[0].Items.Length, map.Columns[3].Cells[0].More, map.Columns[3].Cells[0].Count));
    }

    [Fact]
    public void Without_items_the_map_is_empty()
    {
        var map = Map([]);
        Assert.Equal((0, 0, 0), (map.Columns.Length, map.Rows.Length, map.MoreColumns));
    }

    [Fact]
    public void What_was_finished_more_than_four_weeks_ago_or_dropped_is_not_in_it() =>
        Assert.Empty(Map([Item("old", (100, "To Do"), (171, "Done")), Item("dropped", (100, "To Do"), (190, "Done")) with { Discarded = true }]).Columns);

    [Fact]
    public void A_finished_goal_keeps_its_title_while_its_items_are_new()
    {
        var map = Map([Item("done", (100, "To Do"), (195, "Done")).Under("g"), Item("g", (90, "To Do"), (100, "Done")).Kind(WorkItemKind.Epic)]);
        Assert.Equal(new StoryMapHead("g", "T-g", "Title g", WorkItemState.Finished), Assert.Single(map.Columns).Goal);
    }

    [Fact]
    public void Every_item_is_in_one_cell_or_counted_as_left_out_in_whatever_order_it_comes()
    {
        Gen.Select(Gen.Int[0, 4], Gen.Int[-1, 3], Gen.Int[0, 3], Gen.Bool).List[0, 30].Sample(items =>
        {
            var open = items.Select((x, i) =>
            {
                var parent = x.Item2 switch { -1 => null, 3 => $"i{(i + 1) % items.Count}", var g => $"g{g}" }; // parents may form circles
                return For(Open($"i{i}", ready: x.Item4, rank: $"{x.Item1}", parent: parent), x.Item3 == 0 ? [] : [$"{x.Item3}"]);
            }).Concat(Enumerable.Range(0, 3).Select(g => Epic($"g{g}", $"{3 - g}", g == 0 ? "g1" : g == 1 ? "g0" : null))).ToArray();
            var health = Health([], i => i, open);
            var map = StoryMap.Of(health, 2, 2, 3);
            Assert.Equal(items.Count, map.Columns.Sum(c => c.Cells.Sum(x => x.Count)) + map.ItemsInMoreColumns + map.ItemsInMoreRows);
            Assert.All(map.Columns, c => Assert.True(c.Cells.Length == map.Rows.Length && c.Ready <= c.Open && c.Cells.All(x => x.Items.Length <= 3)));
            Assert.Equal(Told(map), Told(StoryMap.Of(Health([], i => i, [.. open.Reverse()]), 2, 2, 3)));
        });
    }

    private static IEnumerable<string> Told(StoryMap map) => map.Columns.Select(c => $"{c.Goal?.Id}/{c.Feature?.Id}: {string.Join(' ', c.Cells.SelectMany(x => x.Items).Select(i => i.Id))}");

    private static StoryMap Map(ItemHistory[] finished, params (ScoredItem, ItemHistory)[] open) => Map(finished, i => i, open);

    private static StoryMap Map(ItemHistory[] finished, Func<HealthInput, HealthInput> with, params (ScoredItem, ItemHistory)[] open) => StoryMap.Of(Health(finished, with, open), mostInCell: 20);

    private static TeamHealth Health(ItemHistory[] finished, Func<HealthInput, HealthInput> with, params (ScoredItem, ItemHistory)[] open)
    {
        // A team that finishes one a day until four weeks ago, so that none of it is in the map.
        var input = Input([.. Steady().Where(i => i.States[^1].At < At(Now - 28)), .. finished], open);
        return HealthBuilder.Build(with(input with
        {
            Method = known => new Core.Forecasting.UsualMethod(new Core.Flow.DailyCounts(FirstDay, [.. Enumerable.Repeat(1, Now)])),
            FinishedLately = [.. finished.Select(f => Summary(f.Id, f.Kind, f.ParentId))],
        }));
    }

    private static WorkItemSummary Summary(string id, WorkItemKind kind, string? parent) => new(id, $"T-{id}", $"Title {id}", "Story", kind, "Done", At(0), null, parent, null, [], []);

    private static (ScoredItem, ItemHistory) Epic(string id, string rank, string? parent = null) => Open(id, rank: rank, kind: WorkItemKind.Epic, parent: parent);

    private static (ScoredItem, ItemHistory) For((ScoredItem Scored, ItemHistory History) item, params string[] releases) => (item.Scored with { Item = item.Scored.Item with { FixVersions = [.. releases] } }, item.History);

    private static Sprint Sprint(string id, double from, double to) => new(id, $"Sprint {id}", null, SprintPhase.Active, At(from), At(to), null);
}
