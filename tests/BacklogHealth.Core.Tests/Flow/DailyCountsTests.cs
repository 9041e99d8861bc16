using BacklogHealth.Core.Flow;
using CsCheck;

namespace BacklogHealth.Core.Tests.Flow;

public sealed class DailyCountsTests
{
    private static readonly DateOnly First = new(2026, 3, 1);
    private static readonly DailyCounts Series = new(First, [1, 0, 4, 2]);

    [Fact]
    public void A_series_knows_its_end_its_sum_and_its_active_days()
    {
        Assert.Equal((First.AddDays(4), 7, 3), (Series.End, Series.Total, Series.ActiveDays));
        Assert.Equal((0, 4, 0), (Series.On(First.AddDays(-1)), Series.On(First.AddDays(2)), Series.On(First.AddDays(4))));
    }

    [Fact]
    public void Until_cuts_what_lies_behind_and_fills_what_is_missing_with_zero()
    {
        Assert.Equal([1, 0], Series.Until(First.AddDays(2)).Counts);
        Assert.Equal([1, 0, 4, 2, 0, 0], Series.Until(First.AddDays(6)).Counts);
        Assert.Empty(Series.Until(First.AddDays(-3)).Counts);
        Assert.Equal(First.AddDays(-3), Series.Until(First.AddDays(-3)).End);
    }

    [Fact]
    public void Within_gives_each_day_of_a_period_wherever_it_lies()
    {
        Gen.Select(Gen.Int[-8, 8], Gen.Int[0, 12]).Sample((from, days) =>
        {
            var period = new Period(First.AddDays(from), First.AddDays(from + days));
            var within = Series.Within(period);
            Assert.Equal((period.From, period.To), (within.First, within.End));
            Assert.Equal(Enumerable.Range(0, days).Select(i => Series.On(period.From.AddDays(i))), within.Counts);
        });
    }

    [Fact]
    public void Last_takes_as_many_days_as_there_are()
    {
        Assert.Equal([4, 2], Series.Last(2).Counts);
        Assert.Equal(First.AddDays(2), Series.Last(2).First);
        Assert.Equal(Series, Series.Last(90) with { Counts = Series.Counts });
    }

    [Fact]
    public void A_sum_of_two_series_has_every_day_of_both()
    {
        var days = Gen.Int[-50, 50].Select(d => First.AddDays(d)).List[1, 20];
        Gen.Select(days, days).Sample((one, other) =>
        {
            var sum = FinishHistory.OfDates(one).Plus(FinishHistory.OfDates(other));
            var direct = FinishHistory.OfDates(one.Concat(other));
            Assert.Equal((direct.First, direct.End), (sum.First, sum.End));
            Assert.Equal(direct.Counts, sum.Counts);
        });
    }
}
