using BacklogHealth.Core.Models.Skill;
using CsCheck;

namespace BacklogHealth.Core.Tests.Models.Skill;

public sealed class DiscriminationTests
{
    [Fact]
    public void It_counts_how_often_an_item_that_met_the_fate_had_the_higher_value_and_equal_ones_half()
    {
        Assert.Equal(1, Discrimination.Of([(1, false), (2, false), (3, true), (4, true)]));
        Assert.Equal(0.75, Discrimination.Of([(1, false), (3, false), (2, true), (4, true)]));
        Assert.Equal(0.5, Discrimination.Of([(1, false), (1, true), (1, true)]));
        Assert.Null(Discrimination.Of([(1, true), (2, true)]));
    }

    [Fact]
    public void It_is_what_counting_all_pairs_gives() =>
        Gen.Select(Gen.Int[0, 5], Gen.Bool).List[2, 30].Sample(items =>
        {
            var (yes, no) = (items.Where(i => i.Item2).ToList(), items.Where(i => !i.Item2).ToList());
            double? counted = yes.Count == 0 || no.Count == 0 ? null : yes.Average(y => no.Average(n => y.Item1 > n.Item1 ? 1 : y.Item1 == n.Item1 ? 0.5 : 0));

            var area = Discrimination.Of([.. items.Select(i => ((double)i.Item1, i.Item2))]);

            Assert.Equal(counted is null, area is null);
            Assert.Equal(counted ?? 0, area ?? 0, 9);
        });

    [Fact]
    public void Its_interval_is_that_of_Hanley_and_McNeil()
    {
        // Their example of 1982: an area of 0.893 in 51 abnormal and 58 normal images has a standard error of 0.032.
        var (from, to) = Discrimination.Interval(0.893, 51, 58);

        Assert.InRange((to - from) / 2 / 1.96, 0.0315, 0.0330);
        Assert.Equal(0.893, (from + to) / 2, 6);
    }

    [Fact]
    public void A_perfect_order_of_a_few_items_is_not_certain() => Assert.InRange(Discrimination.Interval(1, 3, 3).From, 0.7, 0.99);
}
