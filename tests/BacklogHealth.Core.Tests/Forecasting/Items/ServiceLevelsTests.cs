using BacklogHealth.Core.Forecasting.Items;
using BacklogHealth.Core.WorkItems;
using CsCheck;

namespace BacklogHealth.Core.Tests.Forecasting.Items;

public sealed class ServiceLevelsTests
{
    private static readonly Gen<TimedItem> Any =
        from days in Gen.Int[1, 200]
        from kind in Gen.Bool.Select(b => b ? WorkItemKind.Story : WorkItemKind.Bug)
        from points in Gen.Int[0, 8]
        select new TimedItem(days, kind, points == 0 ? null : points);

    [Fact]
    public void The_rank_is_that_of_a_conformal_interval()
    {
        var said = new ServiceLevels(Stories(Enumerable.Range(1, 39))).FromStart(WorkItemKind.Story, 3);

        // 40 × 0.85 = 34th shortest of 39.
        Assert.Equal([new(0.50, 20), new(0.70, 28), new(0.85, 34), new(0.95, 38)], said.Within);
        Assert.Equal((39, LikeItems.KindAndSize), (said.Items, said.Like));
    }

    [Fact]
    public void Only_the_last_fifty_count() =>
        Assert.Equal(2, new ServiceLevels(Stories([.. Enumerable.Repeat(90, 60), .. Enumerable.Repeat(2, 50)])).FromStart(WorkItemKind.Story, 3).Days(0.95));

    [Fact]
    public void Fewer_than_twenty_of_kind_and_size_fall_back_to_size_then_to_the_team()
    {
        List<TimedItem> past = [.. Stories(Enumerable.Range(1, 30)), .. Enumerable.Repeat(new TimedItem(50, WorkItemKind.Bug, 8), 19)];
        var levels = new ServiceLevels(past);

        Assert.Equal(LikeItems.KindAndSize, levels.FromStart(WorkItemKind.Story, 3).Like);
        Assert.Equal(LikeItems.Size, levels.FromStart(WorkItemKind.Bug, 3).Like);
        Assert.Equal(LikeItems.Team, levels.FromStart(WorkItemKind.Bug, 8).Like);
        Assert.Equal(LikeItems.KindAndSize, new ServiceLevels([.. past, past[^1]]).FromStart(WorkItemKind.Bug, 8).Like);
    }

    [Fact]
    public void An_item_without_an_estimate_stands_beside_every_size_of_its_kind_and_its_range_is_wider()
    {
        var past = Enumerable.Range(0, 50).SelectMany(_ => new[] { 1.0, 2, 3, 8 }).Select(points => new TimedItem(points * 2, WorkItemKind.Story, points)).ToList();
        var levels = new ServiceLevels(past);

        var without = levels.FromStart(WorkItemKind.Story, null);

        Assert.Equal(LikeItems.Kind, without.Like);
        Assert.Equal((6, 16), (without.Days(0.5), without.Days(0.85)));
        Assert.Equal((6, 6), (levels.FromStart(WorkItemKind.Story, 3).Days(0.5), levels.FromStart(WorkItemKind.Story, 3).Days(0.85)));
    }

    [Fact]
    public void Given_an_age_only_those_count_that_took_as_long()
    {
        var said = new ServiceLevels(Stories(Enumerable.Range(1, 49))).Left(WorkItemKind.Story, 3, 11);

        // 39 took 11 days or longer: the 20th of them took 30.
        Assert.Equal((39, 19.0), (said.Items, said.Days(0.5)));
    }

    [Fact]
    public void Too_few_items_have_a_reason_and_no_number()
    {
        Assert.Equal("Only 4 items of this team were started and finished; 5 are needed to say how long one takes.", new ServiceLevels(Stories([1, 2, 3, 4])).FromStart(WorkItemKind.Story, 3).WhyNot);
        Assert.Equal("Only 1 item of this team took 30 days or longer; 5 are needed to say how long one takes.", new ServiceLevels(Stories([.. Enumerable.Range(1, 30)])).Left(WorkItemKind.Story, 3, 30).WhyNot);
        Assert.Equal("No item of this team was started and finished; 5 are needed to say how long one takes.", new ServiceLevels([]).FromStart(WorkItemKind.Bug, null).WhyNot);
    }

    [Fact]
    public void A_certainty_that_needs_more_items_is_not_said() =>
        Assert.Equal([0.50, 0.70, 0.85], new ServiceLevels(Stories(Enumerable.Range(1, 10))).FromStart(WorkItemKind.Story, 3).Within.Select(w => w.Probability));

    [Fact]
    public void More_certainty_never_takes_fewer_days() =>
        Gen.Select(Any.List[5, 80], Any, Gen.Int[0, 30]).Sample((past, item, age) =>
        {
            var within = new ServiceLevels(past).Left(item.Kind, item.StoryPoints, age).Within;
            Assert.All(within, w => Assert.True(w.Days >= 0));
            Assert.Equal(within.Order(Comparer<WithinDays>.Create((a, b) => a.Days.CompareTo(b.Days))), within);
        });

    private static IEnumerable<TimedItem> Stories(IEnumerable<int> days) => days.Select(d => new TimedItem(d, WorkItemKind.Story, 3));
}
