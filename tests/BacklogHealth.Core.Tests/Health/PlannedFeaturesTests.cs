using BacklogHealth.Core.Health;
using BacklogHealth.Core.Tests.Flow;
using BacklogHealth.Core.WorkItems;
using static BacklogHealth.Core.Tests.Health.TestTeam;

namespace BacklogHealth.Core.Tests.Health;

public sealed class PlannedFeaturesTests
{
    private static OpenFeatures Team(string name, int items, bool withEpic, DateOnly? due = null)
    {
        var epic = Open("e", kind: WorkItemKind.Epic);
        var open = Enumerable.Range(0, items).Select(i => Open($"{name}{i}", rank: $"{i}", parent: "e"));
        return HealthBuilder.Build(Input(Steady(), [.. withEpic ? [(epic.Scored with { Item = epic.Scored.Item with { Due = due } }, epic.History)] : Array.Empty<(ScoredItem, ItemHistory)>(), .. open]) with { Team = name }).Features.Value;
    }

    [Fact]
    public void What_has_the_same_id_in_the_same_tracker_is_one_feature_of_several_teams()
    {
        var feature = Assert.Single(PlannedFeatures.Of([("acme", Team("Checkout", 3, true)), ("acme", Team("Search", 8, false))]).All);
        Assert.Equal(("T-e", 11), (feature.Feature.Key, feature.Feature.Remaining));
        Assert.Equal(["Checkout", "Search"], feature.Forecast!.Teams);
        Assert.Equal(8, feature.Forecast.By[0].Days); // one item a day each: Search is the last
        Assert.Equal(2, PlannedFeatures.Of([("acme", Team("Checkout", 3, true)), ("other", Team("Search", 8, false))]).All.Length);
    }

    [Fact]
    public void An_epic_whose_items_are_all_another_teams_is_no_hindrance_to_its_forecast()
    {
        // Where the team that stores the epic does not know of the other one's items, it takes it for not cut yet.
        var feature = Assert.Single(PlannedFeatures.Of([("acme", Team("Checkout", 0, true)), ("acme", Team("Search", 8, false))]).All);
        Assert.Equal((8, 8), (feature.Feature.Remaining, feature.Forecast!.By[0].Days));
    }

    [Fact]
    public void One_promised_day_alone_has_no_chance_of_all()
    {
        var planned = PlannedFeatures.Of(Team("Checkout", 3, true, TestHistory.Day(Now + 2)));
        Assert.Equal(1.0, planned.All[0].Forecast!.ChanceByDue);
        Assert.Null(planned.AllByDue);
    }
}
