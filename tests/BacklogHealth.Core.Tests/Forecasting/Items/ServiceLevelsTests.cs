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
    public void The_rank_is_that_of_a_conformal_interval_in_which_newer_items_weigh_more()
    {
        // The newest of six weighs 1, the one before 0.5^(1/25) and so on, the item asked about 1 more: together 6.610.
        var said = new ServiceLevels(Stories([6, 5, 4, 3, 2, 1])).FromStart(WorkItemKind.Story, 3);

        // 1 to 4 days weigh 3.839 and exceed half of it; 1 to 5 days weigh 4.734 and 1 to 6 days 5.605, of which 0.70 and 0.85 would be 4.627 and 5.619.
        Assert.Equal([new(0.50, 4), new(0.70, 5)], said.Within);
        Assert.Equal((6, LikeItems.Team), (said.Items, said.Like));
    }

    [Fact]
    public void Of_equal_times_all_that_so_many_items_can_tell_are_said() =>
        Assert.Equal([new(0.50, 8), new(0.70, 8), new(0.85, 8), new(0.95, 8)], new ServiceLevels(Stories(Enumerable.Repeat(8, 39))).FromStart(WorkItemKind.Story, 3).Within);

    [Fact]
    public void An_item_weighs_half_as_much_after_twenty_five_others()
    {
        // Fifty of 2 days after fifty of 90: the newer half holds four fifths of the weight, and of it with the item asked about 0.777.
        Assert.Equal([new(0.50, 2), new(0.70, 2), new(0.85, 90), new(0.95, 90)], new ServiceLevels(Stories([.. Enumerable.Repeat(90, 50), .. Enumerable.Repeat(2, 50)])).FromStart(WorkItemKind.Story, 3).Within);
    }

    [Fact]
    public void Only_the_last_hundred_count() =>
        Assert.Equal((100, 2.0), Said([.. Enumerable.Repeat(90, 60), .. Enumerable.Repeat(2, 100)]));

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
        var said = new ServiceLevels(Stories([.. Enumerable.Repeat(20, 39), .. Enumerable.Repeat(3, 30)])).Left(WorkItemKind.Story, 3, 11);

        Assert.Equal((39, 9.0), (said.Items, said.Days(0.5)));
    }

    [Fact]
    public void Too_few_items_have_a_reason_and_no_number()
    {
        Assert.Equal("Only 4 items of this team were started and finished; 5 are needed to say how long one takes.", new ServiceLevels(Stories([1, 2, 3, 4])).FromStart(WorkItemKind.Story, 3).WhyNot?.ToString());
        Assert.Equal("Only 1 item of this team took 30 days or longer; 5 are needed to say how long one takes.", new ServiceLevels(Stories([.. Enumerable.Range(1, 30)])).Left(WorkItemKind.Story, 3, 30).WhyNot?.ToString());
        Assert.Equal("No item of this team was started and finished; 5 are needed to say how long one takes.", new ServiceLevels([]).FromStart(WorkItemKind.Bug, null).WhyNot?.ToString());
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

    [Fact]
    public void The_sizes_that_like_items_have_are_told()
    {
        List<TimedItem> past = [.. Enumerable.Range(0, 30).SelectMany(i => new[] { 1.0, 2, 3, 5, 8, 13 }).Select(points => new TimedItem(points, WorkItemKind.Story, points))];

        Assert.Equal((3.0, 5.0), new ServiceLevels(past).FromStart(WorkItemKind.Story, 3).StoryPoints);
        Assert.Null(new ServiceLevels(past).FromStart(WorkItemKind.Story, null).StoryPoints);
    }

    private static (int, double?) Said(IEnumerable<int> days)
    {
        var said = new ServiceLevels(Stories(days)).FromStart(WorkItemKind.Story, 3);
        return (said.Items, said.Days(0.95));
    }

    private static IEnumerable<TimedItem> Stories(IEnumerable<int> days) => days.Select(d => new TimedItem(d, WorkItemKind.Story, 3));
}
