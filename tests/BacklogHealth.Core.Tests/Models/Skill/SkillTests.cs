using BacklogHealth.Core.Models.Skill;
using CsCheck;

namespace BacklogHealth.Core.Tests.Models.Skill;

public sealed class SkillTests
{
    [Fact]
    public void Equal_values_share_their_mean_rank()
    {
        Assert.Equal([3.5, 1, 3.5, 2], Ranks.Of([5, 1, 5, 3]));
        Assert.Equal([0.75, 0.125, 0.75, 0.375], Ranks.Shares([5, 1, 5, 3]));
    }

    [Fact]
    public void A_rank_correlation_is_one_for_the_same_order_and_tells_nothing_of_values_that_are_all_the_same()
    {
        Assert.Equal(1, RankCorrelation.Of([1, 2, 3], [10, 200, 201])!.Value, 12);
        Assert.Equal(-1, RankCorrelation.Of([1, 2, 3], [3, 2, 1])!.Value, 12);
        Assert.Equal(0.8, RankCorrelation.Of([1, 2, 3, 4], [1, 3, 2, 4])!.Value, 12);
        Assert.Null(RankCorrelation.Of([1, 1, 1], [1, 2, 3]));
        Assert.Null(RankCorrelation.Of([1, 2], [1, 2]));
    }

    [Fact]
    public void The_range_of_a_correlation_narrows_with_the_items_and_is_everything_for_three()
    {
        Assert.Equal((-1, 1), RankCorrelation.Range(0.5, 3));
        var (low, high) = RankCorrelation.Range(0.34, 103);
        Assert.Equal((0.183, 0.480), (Math.Round(low, 3), Math.Round(high, 3)));
    }

    [Fact]
    public void An_area_counts_how_often_an_item_that_met_the_fate_had_the_higher_value_and_equal_ones_half()
    {
        Assert.Equal(1, Discrimination.Of([1, 2, 3, 4], [false, false, true, true]));
        Assert.Equal(0.75, Discrimination.Of([1, 3, 2, 4], [false, false, true, true]));
        Assert.Equal(0.5, Discrimination.Of([1, 1, 1], [false, true, true]));
        Assert.Null(Discrimination.Of([1, 2], [true, true]));
    }

    [Fact]
    public void The_area_is_what_counting_all_pairs_gives() =>
        Gen.Select(Gen.Int[0, 5], Gen.Bool).List[2, 30].Sample(items =>
        {
            var (yes, no) = (items.Where(i => i.Item2).ToList(), items.Where(i => !i.Item2).ToList());
            double? counted = yes.Count == 0 || no.Count == 0 ? null : yes.Average(y => no.Average(n => y.Item1 > n.Item1 ? 1 : y.Item1 == n.Item1 ? 0.5 : 0));

            var area = Discrimination.Of([.. items.Select(i => (double)i.Item1)], [.. items.Select(i => i.Item2)]);

            Assert.Equal(counted is null, area is null);
            Assert.Equal(counted ?? 0, area ?? 0, 9);
        });

    [Fact]
    public void The_range_of_an_area_holds_it_and_stays_between_nothing_and_all()
    {
        var (low, high) = Discrimination.Range(0.7, 50, 250);
        Assert.Equal((0.628, 0.772), (Math.Round(low, 3), Math.Round(high, 3)));
        Assert.Equal((1, 1), Discrimination.Range(1, 5, 5));
    }

    [Fact]
    public void What_was_said_stands_beside_what_came_in_groups_of_twenty_or_more()
    {
        var said = Enumerable.Range(0, 100).Select(i => i < 50 ? 0.1 : 0.6).ToList();
        var came = Enumerable.Range(0, 100).Select(i => i < 50 ? i % 10 == 0 : i % 10 < 4).ToList();

        var calibration = Calibration.Of(said, came);

        Assert.Equal(5, calibration.Groups.Length);
        Assert.All(calibration.Groups, g => Assert.Equal(20, g.Items));
        Assert.Equal(0.1, calibration.Groups[0].Said, 12);
        Assert.Equal(0.1, calibration.Error, 2);
        Assert.Empty(Calibration.Of([], []).Groups);
    }

    [Fact]
    public void Two_lists_of_different_length_are_refused() =>
        Assert.StartsWith("Two lists are compared pair by pair and have 1 and 2 entries; expected as many in both.", Assert.Throws<ArgumentException>(() => RankCorrelation.Of([1], [1, 2])).Message, StringComparison.Ordinal);
}
