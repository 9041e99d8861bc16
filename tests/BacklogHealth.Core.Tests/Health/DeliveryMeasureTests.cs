using BacklogHealth.Core.Health;
using BacklogHealth.Core.Tests.Flow;
using BacklogHealth.Core.WorkItems;
using static BacklogHealth.Core.Tests.Health.TestTeam;

namespace BacklogHealth.Core.Tests.Health;

public sealed class DeliveryMeasureTests
{
    private static DeliveryOutlook Outlook(DeliveryDefinition definition, params (ScoredItem, ItemHistory)[] open) =>
        HealthBuilder.Build(Input(Steady(), open) with { Deliveries = [definition] }).Deliveries.Single();

    [Fact]
    public void A_delivery_holds_its_items_and_all_below_its_epics()
    {
        var outlook = Outlook(
            new("Release 2", null, false, ["t-e", "x"]),
            Open("e", kind: WorkItemKind.Epic), Open("s1", parent: "e"), Open("s2", parent: "e"), Open("t", parent: "s2", kind: WorkItemKind.SubTask), Open("u", parent: "s2"), Open("x"), Open("other"));
        Assert.Equal(["s1", "s2", "u", "x"], outlook.ItemIds);
        Assert.Equal((4, 4, 0), (outlook.Total, outlook.Remaining, outlook.UnslicedEpics));
    }

    [Fact]
    public void What_is_in_progress_or_stands_before_its_last_item_is_finished_first()
    {
        var outlook = Outlook(
            new("Release 2", null, false, ["b", "d"]),
            Open("a", rank: "1"), Open("b", rank: "2"), Open("c", rank: "3"), Open("d", rank: "4"), Open("e", rank: "5"), Open("f", rank: "9", state: "Review"));
        Assert.Equal((2, 3, 5), (outlook.Remaining, outlook.Ahead, outlook.When.Items)); // a, c, and f in progress; e comes later
        Assert.Equal(TestHistory.Day(Now + 4), outlook.When.By[0].Date); // five items at one a day, today included
    }

    [Theory]
    [InlineData(3, 0.0)]
    [InlineData(4, 1.0)]
    [InlineData(-1, 0.0)]
    [InlineData(4000, 1.0)]
    public void The_chance_counts_today_and_the_due_day(int dueIn, double chance)
    {
        var outlook = Outlook(new("Release 2", TestHistory.Day(Now + dueIn), true, ["w004"]), Waiting(5, 5));
        Assert.Equal((4, 1, chance), (outlook.Ahead, outlook.Remaining, outlook.ChanceByDue));
    }

    [Fact]
    public void A_finished_delivery_is_done()
    {
        var outlook = Outlook(new("Release 1", TestHistory.Day(10), false, ["f5-0", "f6-0"]), Waiting(5, 5));
        Assert.Equal((2, 0, 0, true, 1.0), (outlook.Total, outlook.Remaining, outlook.Ahead, outlook.When.Done, outlook.ChanceByDue));
    }

    [Fact]
    public void Items_created_within_a_week_have_joined_it()
    {
        var outlook = Outlook(new("Release 2", null, false, ["e"]), Open("e", kind: WorkItemKind.Epic), Open("a", parent: "e", created: Now - 7), Open("b", parent: "e", created: Now - 8), Open("c", parent: "e", created: Now - 1));
        Assert.Equal(2, outlook.AddedSinceLastWeek);
    }

    [Fact]
    public void Dropped_items_are_not_delivered_and_names_not_found_are_told()
    {
        var (scored, history) = Open("a");
        var outlook = Outlook(new("Release 2", null, false, ["a", "CHK-99"]), (scored, history with { Discarded = true }));
        Assert.Equal(0, outlook.Total);
        Assert.Equal(["CHK-99"], outlook.NotFound);
    }

    [Fact]
    public void An_epic_without_items_is_counted_as_not_sliced()
    {
        Assert.Equal(1, Outlook(new("Release 2", null, false, ["e"]), Open("e", kind: WorkItemKind.Epic), Open("f", kind: WorkItemKind.Epic)).UnslicedEpics);
    }

    [Fact]
    public void What_past_epics_gained_on_the_way_is_expected_here()
    {
        var outlook = Outlook(new("Release 2", null, false, ["e"]), [Open("e", kind: WorkItemKind.Epic), .. PastEpics(5, 4, 4), .. OpenUnder("e", 10)]);
        var growth = outlook.Work.Growth!.Rate;
        Assert.Equal((5, 40, 20), (growth.Cases, growth.Finished, growth.Added)); // half of each epic's items came on a later day than its first began
        Assert.InRange((outlook.Work with { Unplanned = null }).All.Items.Quantile(0.5), 13, 22);
        Assert.All(outlook.IfNothingAdded.Zip(outlook.When.By), x => Assert.True(x.First.Days < x.Second.Days));
    }

    [Fact]
    public void What_came_between_while_past_epics_were_done_is_expected_here()
    {
        // From day 11 to its end on day 30 + n epic n saw its eight items finished and one other a day; of those, the ones finished from day 17 on were created meanwhile.
        var outlook = Outlook(new("Release 2", null, false, ["e"]), [Open("e", kind: WorkItemKind.Epic), .. PastEpics(5, 4, 4), .. OpenUnder("e", 10)]);
        var others = Enumerable.Range(0, 5).Sum(n => 30 + n - 16);
        Assert.Equal((5, others), (outlook.Work.Unplanned!.Rate.Cases, outlook.Work.Unplanned.Rate.Added - Enumerable.Range(0, 5).Sum(n => 4 * n)));
        Assert.True(outlook.Work.All.Items.Mean > (outlook.Work with { Unplanned = null }).All.Items.Mean * 1.3);
    }

    [Fact]
    public void Work_between_two_spells_of_an_epic_is_no_interruption_of_it()
    {
        (ScoredItem, ItemHistory) Past(int n, int day) => (Open($"q{n}-{day}").Scored, TestHistory.Item($"q{n}-{day}", (5, "To Do"), (day - 1, "In Progress"), (day, "Done")) with { ParentId = $"q{n}" });
        var epics = Enumerable.Range(0, 5).SelectMany(n => new[] { Past(n, 10), Past(n, 11), Past(n, 100), (Open($"q{n}").Scored, TestHistory.Item($"q{n}", (5, "To Do"), (101, "Done")) with { Kind = WorkItemKind.Epic }) });
        var unplanned = Outlook(new("Release 2", null, false, ["e"]), [Open("e", kind: WorkItemKind.Epic), .. epics, .. OpenUnder("e", 3)]).Work.Unplanned!.Rate;
        Assert.Equal((5, 10), (unplanned.Cases, unplanned.Added)); // nothing that was finished by day 11 was created from day 9 on, and then one item on days 99 and 100
    }

    [Fact]
    public void An_epic_without_items_is_as_large_as_past_ones_were()
    {
        var outlook = Outlook(new("Release 2", TestHistory.Day(Now + 300), false, ["e"]), [Open("e", kind: WorkItemKind.Epic), .. PastEpics(5, 4, 4)]);
        Assert.Equal((0, 1, 0, false), (outlook.Remaining, outlook.UnslicedEpics, outlook.UnsizedEpics, outlook.IsDone));
        Assert.Equal((8, 16), (outlook.Work.OfUnsliced.Smallest, outlook.Work.OfUnsliced.Largest));
        Assert.NotEmpty(outlook.When.By);
        Assert.InRange(outlook.ChanceByDue!.Value, 0.99, 1);
    }

    [Fact]
    public void What_stands_before_an_epic_without_items_comes_first()
    {
        var outlook = Outlook(
            new("Release 2", null, false, ["e"]),
            [Open("a", rank: "1"), Open("b", rank: "2"), Open("e", kind: WorkItemKind.Epic, rank: "3"), Open("c", rank: "4"), Open("d", rank: "5", state: "Review"), .. PastEpics(5, 4, 4)]);
        Assert.Equal((0, 3), (outlook.Remaining, outlook.Ahead)); // a, b, and d in progress; c comes later
    }

    [Fact]
    public void An_epic_without_items_and_without_past_ones_is_no_finished_work()
    {
        var outlook = Outlook(new("Release 2", TestHistory.Day(Now + 300), false, ["e"]), Open("e", kind: WorkItemKind.Epic));
        Assert.Equal("Its open epics hold no items, and fewer than 5 finished ones tell how many they will come to hold. Cut them into items to get a forecast.", outlook.When.WhyNot?.ToString());
        Assert.Equal((false, null, 1), (outlook.IsDone, outlook.ChanceByDue, outlook.UnsizedEpics));
    }

    [Fact]
    public void A_delivery_without_items_is_not_finished()
    {
        var outlook = Outlook(new("Release 2", null, false, ["CHK-99"]), Waiting(5, 5));
        Assert.Equal("None of its items is known at this time. Expected items or epics of this team; correct Items or Query under Deliveries.", outlook.When.WhyNot?.ToString());
        Assert.False(outlook.IsDone);
    }

    // Finished epics: so many items at first, the others three days after the first began.
    private static IEnumerable<(ScoredItem, ItemHistory)> PastEpics(int count, int first, int later) => Enumerable.Range(0, count).SelectMany(n =>
        Enumerable.Range(0, first + later).Select(i => (i < first ? 10 : 14, i)).Select(x => TestHistory.Item($"p{n}-{x.i}", (x.Item1, "To Do"), (x.Item1 + 1, "In Progress"), (30 + n, "Done")) with { ParentId = $"p{n}" })
            .Append(TestHistory.Item($"p{n}", (9, "To Do"), (40, "Done")) with { Kind = WorkItemKind.Epic }))
        .Select(history => (Open(history.Id).Scored, history));

    private static IEnumerable<(ScoredItem, ItemHistory)> OpenUnder(string epic, int count) => Enumerable.Range(0, count).Select(i => Open($"o{i:D2}", parent: epic, rank: $"{i:D2}"));

    [Fact]
    public void What_a_query_found_and_what_stands_below_an_epic_of_another_team_belongs_to_it()
    {
        var outlook = Outlook(
            new("Release 2", null, false, ["CHK-1", "CHK-2"]) { Found = ["b", "77"], StoredElsewhere = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("CHK-1", "901") },
            Open("a", parent: "901"), Open("b"), Open("c", parent: "77"), Open("d"));
        Assert.Equal(["a", "b", "c"], outlook.ItemIds);
        Assert.Equal(["CHK-2"], outlook.NotFound);
    }

    [Fact]
    public void Parents_in_a_circle_are_followed_once()
    {
        Assert.Equal(2, Outlook(new("Release 2", null, false, ["a"]), Open("a", parent: "b"), Open("b", parent: "a")).Total);
    }

    [Fact]
    public void Without_a_delivery_the_next_twenty_items_stand_for_one()
    {
        var outlook = Build(Steady(), [.. Waiting(30, 3), Open("p", rank: "999", state: "Review")]).Deliveries.Single();
        Assert.Equal(("The next 20 items", 20, 0, 20), (outlook.Name, outlook.Remaining, outlook.Ahead, outlook.When.Items));
        Assert.Equal("p", outlook.ItemIds[0]); // in progress: it ends before what waits
        Assert.Equal("The next 3 items", Build(Steady(), Waiting(3, 3)).Deliveries.Single().Name);
        Assert.Empty(Build(Steady()).Deliveries);
    }
}
