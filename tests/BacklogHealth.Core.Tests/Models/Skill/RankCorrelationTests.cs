using BacklogHealth.Core.Models.Skill;
using CsCheck;

namespace BacklogHealth.Core.Tests.Models.Skill;

public sealed class RankCorrelationTests
{
    [Fact]
    public void The_same_order_is_one_and_the_opposite_minus_one()
    {
        Assert.Equal(1, RankCorrelation.Of([(1, 10), (2, 100), (3, 1000)])!.Value, 12);
        Assert.Equal(-1, RankCorrelation.Of([(1, 9), (2, 5), (3, 1)])!.Value, 12);
    }

    // Worked out by hand: ranks 1, 2.5, 2.5, 4 against 2, 1, 3, 4 give 3 / √(4.5 · 5).
    [Fact]
    public void Equal_values_share_their_middle_rank() => Assert.Equal(3 / Math.Sqrt(22.5), RankCorrelation.Of([(1, 20), (5, 10), (5, 30), (8, 40)])!.Value, 12);

    [Fact]
    public void Where_all_are_equal_there_is_none() => Assert.Null(RankCorrelation.Of([(3, 1), (3, 2), (3, 3)]));

    [Fact]
    public void Two_pairs_tell_nothing() => Assert.Null(RankCorrelation.Of([(1, 2), (2, 3)]));

    [Fact]
    public void It_lies_between_minus_one_and_one_and_neither_order_nor_scale_matter() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9]).Array[2, 30].Sample(pairs =>
        {
            var one = RankCorrelation.Of([.. pairs.Select(p => ((double)p.Item1, (double)p.Item2))]);
            var other = RankCorrelation.Of([.. pairs.Reverse().Select(p => (Math.Exp(p.Item1), (7.0 * p.Item2) + 1))]);
            return one is null ? other is null : one is >= -1.000001 and <= 1.000001 && Math.Abs(one.Value - other!.Value) < 1e-9;
        });

    [Fact]
    public void The_interval_is_the_one_of_the_textbook()
    {
        // r = 0.5 in 28 pairs: atanh is 0.5493, the standard error √(1.125 / 25) = 0.2121; 0.5493 ± 0.4158 are 0.1335 and 0.9651, which are 0.1327 and 0.7465.
        var (from, to) = RankCorrelation.Interval(0.5, 28);
        Assert.Equal(0.1327, from, 1e-4);
        Assert.Equal(0.7465, to, 1e-4);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1000)]
    public void Full_agreement_in_few_pairs_is_not_certain(int pairs)
    {
        var (from, to) = RankCorrelation.Interval(1, pairs);
        Assert.Equal(1, to);
        Assert.True(from is > 0.9 and < 1);
        Assert.Equal((-to, -from), RankCorrelation.Interval(-1, pairs));
    }

    [Fact]
    public void What_was_found_lies_in_its_interval() =>
        Gen.Select(Gen.Double[-1, 1], Gen.Int[4, 5000]).Sample((r, n) =>
        {
            var (from, to) = RankCorrelation.Interval(r, n);
            Assert.True(from >= -1 && from <= r && r <= to && to <= 1);
        });
}
