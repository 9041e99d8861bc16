using BacklogHealth.Core.Forecasting.Features;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Tests.Flow;
using BacklogHealth.Core.WorkItems;
using static BacklogHealth.Core.Tests.Health.TestTeam;

namespace BacklogHealth.Core.Tests.Health;

public sealed class OpenFeaturesTests
{
    private static OpenFeatures Features(params (ScoredItem, ItemHistory)[] open) => Build(Steady(), open).Features.Value;

    private static OpenFeatures Limited(params (ScoredItem, ItemHistory)[] open) => HealthBuilder.Build(Input(Steady(), open) with { FeaturesAtOnce = 1 }).Features.Value;

    private static (ScoredItem, ItemHistory) Epic(string id, string rank, string? parent = null) => Open(id, rank: rank, kind: WorkItemKind.Epic, parent: parent);

    [Fact]
    public void Open_epics_are_features_in_backlog_order_those_in_progress_first()
    {
        var features = Features(
            Epic("a", "1"), Epic("b", "2"), Epic("c", "3"), Open("a1", parent: "a", rank: "4"), Open("b1", parent: "b", rank: "5"),
            Open("c1", parent: "c", rank: "6", state: "Review"), Open("c2", parent: "c", rank: "7"));
        Assert.Equal([("c", 2, true), ("a", 1, false), ("b", 1, false)], features.All.Select(f => (f.Id, f.Remaining, f.Running)));
        Assert.Equal([("T-c", "Title c"), ("T-a", "Title a"), ("T-b", "Title b")], features.All.Select(f => (f.Key, f.Title)));
    }

    [Fact]
    public void Without_a_limit_a_feature_ends_when_its_last_item_does_in_backlog_order_as_a_delivery_of_it_would()
    {
        (ScoredItem, ItemHistory)[] open = [Epic("a", "1"), Epic("b", "2"), Open("b1", parent: "b", rank: "3"), Open("x", rank: "4"), Open("a1", parent: "a", rank: "5"), Open("a2", parent: "a", rank: "6")];
        var health = HealthBuilder.Build(Input(Steady(), open) with { Deliveries = [new("A", null, false, ["a"])] });
        Assert.Null(health.Features.Value.Work!.AtOnce);
        Assert.Equal([4, 1], health.Features.Value.Work.Places().Select(p => p.Known!.Value));
        Assert.Equal(health.Deliveries[0].When.By, PlannedFeatures.Of(health.Features.Value).All[0].Forecast!.By);
        Assert.Equal([3, 4], HealthBuilder.Build(Input(Steady(), open) with { FeaturesAtOnce = 1 }).Features.Value.Work!.Places().Select(p => p.Known!.Value));
    }

    [Fact]
    public void Other_items_before_the_last_of_a_feature_come_first_those_of_features_have_their_own_turn()
    {
        var work = Limited(
            Open("x", rank: "1"), Epic("a", "2"), Open("a1", parent: "a", rank: "3"), Open("y", rank: "4"), Epic("b", "5"), Open("b1", parent: "b", rank: "6"), Open("z", rank: "7"), Open("w", rank: "8", state: "Review")).Work!;
        Assert.Equal([("a", 1, 2), ("b", 1, 3)], work.Parts.Select(p => (p.Feature, p.Work.Known!.Value, p.Ahead))); // x and w in progress; then y, too
        Assert.Equal([3, 5], work.Places().Select(p => p.Known!.Value));
    }

    [Fact]
    public void An_epic_that_holds_only_epics_is_none_and_a_finished_one_neither()
    {
        var (scored, history) = TestHistoryEpic("done");
        Assert.Equal(["low"], Features(Epic("top", "1"), Epic("low", "2", parent: "top"), Open("i", parent: "low"), (scored, history), Open("j", parent: "done")).All.Select(f => f.Id));
    }

    [Fact]
    public void What_stands_below_an_epic_of_another_team_is_a_part_of_it()
    {
        var (scored, history) = Open("i", parent: "there");
        var feature = Assert.Single(Features((scored with { ParentTitle = "Vouchers" }, history)).All);
        Assert.Equal(("there", "there", "Vouchers", 1), (feature.Id, feature.Key, feature.Title, feature.Remaining));
    }

    [Fact]
    public void An_epic_whose_items_are_another_teams_is_no_work_of_this_one() =>
        Assert.Empty(HealthBuilder.Build(Input(Steady(), Epic("e", "1")) with { ParentsElsewhere = new HashSet<string> { "e" } }).Features.Value.All);

    [Fact]
    public void An_epic_without_items_is_planned_only_where_past_ones_tell_its_size()
    {
        var features = Features(Epic("e", "1"));
        Assert.False(Assert.Single(features.All).Sized);
        Assert.Empty(features.Work!.Parts);
    }

    [Fact]
    public void Only_so_many_are_planned_and_without_history_none()
    {
        var many = Enumerable.Range(0, 40).SelectMany(i => new[] { Epic($"e{i:D2}", $"{i:D2}"), Open($"i{i:D2}", parent: $"e{i:D2}") }).ToArray();
        var features = Features(many);
        Assert.Equal((40, OpenFeatures.MostPlanned), (features.All.Length, features.Work!.Parts.Length));
        Assert.Null(Build([], many).Features.Value.Work);
    }

    [Fact]
    public void A_plan_of_them_ends_as_the_forecast_of_all_items_before_does()
    {
        var work = Limited(Epic("a", "1"), Open("a1", parent: "a", rank: "2"), Epic("b", "3"), Open("b1", parent: "b", rank: "4")).Work!;
        Assert.Equal([1, 2], FeaturePlan.Of([work], new Dictionary<string, DateOnly>()).Features.Select(f => f.By[0].Days)); // one item a day
    }

    private static (ScoredItem, ItemHistory) TestHistoryEpic(string id) =>
        (Open(id, kind: WorkItemKind.Epic).Scored, TestHistory.Item(id, (5, "To Do"), (50, "Done")) with { Kind = WorkItemKind.Epic });
}
