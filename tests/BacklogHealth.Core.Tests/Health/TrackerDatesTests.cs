using BacklogHealth.Core.Health;
using BacklogHealth.Core.Tests.Flow;
using BacklogHealth.Core.WorkItems;
using static BacklogHealth.Core.Tests.Health.TestTeam;

namespace BacklogHealth.Core.Tests.Health;

public sealed class TrackerDatesTests
{
    private static (ScoredItem, ItemHistory) Promised(string id, int? dueIn, params string[] versions)
    {
        var (scored, history) = Open(id, rank: id);
        return (scored with { Item = scored.Item with { Due = dueIn is { } days ? TestHistory.Day(Now + days) : null, FixVersions = [.. versions] } }, history);
    }

    private static TrackerDates Dates(Release[] releases, params (ScoredItem, ItemHistory)[] open) => HealthBuilder.Build(Input(Steady(), open) with { Releases = [.. releases] }).TrackerDates;

    [Fact]
    public void A_release_is_judged_by_its_open_items_and_what_comes_before_them()
    {
        var dates = Dates(
            [new("2.0", TestHistory.Day(Now + 2), false), new("3.0", null, false), new("1.0", TestHistory.Day(3), true), new("4.0", TestHistory.Day(Now + 9), false)],
            Promised("a", null), Promised("b", null, "2.0"), Promised("c", null), Promised("d", null, "2.0", "3.0"), Promised("e", null, "1.0"));
        var release = Assert.Single(dates.Releases); // without a day, out already, and without items: not told
        Assert.Equal(("2.0", null, 2, 0.0), (release.Name, release.Key, release.Remaining, release.Chance));
        Assert.Equal(TestHistory.Day(Now + 3), release.By[0].Date); // the fourth item, one a day
    }

    [Fact]
    public void An_item_that_is_due_is_judged_by_its_place_in_the_backlog()
    {
        var dates = Dates([], Promised("a", 5), Promised("b", 0), Promised("c", null), Promised("d", -1));
        Assert.Equal([("T-b", 0.0), ("T-a", 1.0)], dates.Items.Select(i => (i.Key, i.Chance!.Value)));
        Assert.Equal((0, 1, false), (dates.MoreItems, dates.Passed, dates.IsEmpty));
    }

    [Fact]
    public void Only_the_soonest_items_are_judged_and_the_others_counted()
    {
        var dates = Dates([], [.. Enumerable.Range(0, 15).Select(i => Promised($"i{i:D2}", i))]);
        Assert.Equal((TrackerDates.MostItems, 5), (dates.Items.Length, dates.MoreItems));
    }

    [Fact]
    public void Without_history_the_day_is_told_and_no_chance()
    {
        var dates = HealthBuilder.Build(Input([], Promised("a", 5))).TrackerDates;
        Assert.Null(Assert.Single(dates.Items).Chance);
        Assert.True(Dates([], Promised("a", null)).IsEmpty);
    }
}
