using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;

namespace BacklogHealth.Core.Tests.Forecasting;

public sealed class ForecastMakerTests
{
    private static readonly DateOnly First = new(2025, 1, 1);

    // Every other day one item: 45 of the last 90 days were active. With the usual method the numbers can be worked out by hand.
    private static readonly ForecastMaker EveryOtherDay = new(new DailyCounts(First, [.. Enumerable.Range(0, 800).Select(i => i % 2)]), known => new UsualMethod(known));

    private static DailyCounts Active(int days, int length = 400) => new(First, [.. Enumerable.Range(0, length).Select(i => i >= length - days ? 1 : 0)]);

    [Fact]
    public void How_many_speaks_at_four_probabilities()
    {
        var forecast = EveryOtherDay.HowMany(2);
        Assert.Equal([new AtLeast(0.50, 1), new AtLeast(0.70, 1)], forecast.AtLeast); // 0.75 for one or more; "0 or more" is left out
        Assert.Equal((First.AddDays(800), 2, true, (int?)null), (forecast.AsOf, forecast.Days, forecast.Enough, forecast.Items));
        Assert.Equal(new HistoryUsed(First.AddDays(710), First.AddDays(800), 45, 45), forecast.History);
        Assert.Equal("days drawn independently from the last 90, computed exactly", forecast.Method.ToString());
    }

    // A reader counts dots: what the sentence says of 17 of 20 and what stands left of the due day must agree with the chance of that day.
    [Theory]
    [InlineData(3)]
    [InlineData(17)]
    [InlineData(60)]
    public void Dots_sentences_and_chances_agree(int items)
    {
        var forecast = EveryOtherDay.When(items);

        Assert.Equal([10, 14, 17, 19], forecast.By.Select(b => (int)Math.Round(20 * b.Probability)));
        Assert.All(forecast.By, b => Assert.Equal(b.Date, forecast.Dots[(int)Math.Round(20 * b.Probability) - 1]));
        for (var days = 1; days < forecast.By[^1].Days; days++)
        {
            var inTime = forecast.Dots.Count(d => d < First.AddDays(800 + days));
            Assert.Equal(inTime, (int)Math.Floor((20 * EveryOtherDay.Chance(items, days).Probability!.Value) + 1e-9));
        }
    }

    [Fact]
    public void When_names_the_last_day_of_the_horizon_and_twenty_futures()
    {
        var forecast = EveryOtherDay.When(1);
        Assert.Equal(
            [new(0.50, First.AddDays(800), 1), new(0.70, First.AddDays(801), 2), new(0.85, First.AddDays(802), 3), new DoneBy(0.95, First.AddDays(804), 5)],
            forecast.By);
        Assert.Equal(20, forecast.Dots.Length);
        Assert.Equal(10, forecast.Dots.Count(d => d == First.AddDays(800)));
        Assert.Equal(First.AddDays(805), forecast.Dots[^1]); // 0.975 needs six days of even odds
    }

    [Fact]
    public void Chance_is_the_same_distribution()
    {
        Assert.Equal(0.75, EveryOtherDay.Chance(1, 2).Probability);
        Assert.Equal(1, EveryOtherDay.Chance(0, 2).Probability);
    }

    [Fact]
    public void Each_number_carries_the_record_of_like_statements()
    {
        var held = EveryOtherDay.HowMany(28).HeldBefore!;
        Assert.Equal((0.85, 15, 15), (held.Probability, held.Times, held.Of)); // days 365, 393 … 757: every horizon brings 14, and 11 or more was said
        Assert.NotNull(EveryOtherDay.When(10).HeldBefore);
    }

    [Fact]
    public void A_young_history_is_walked_from_its_ninetieth_day_and_a_newborn_one_not_at_all()
    {
        Assert.Equal(4, new ForecastMaker(new DailyCounts(First, [.. Enumerable.Range(0, 202).Select(i => i % 2)])).HowMany(28).HeldBefore!.Of);
        Assert.Null(new ForecastMaker(new DailyCounts(First, [.. Enumerable.Range(0, 100).Select(i => i % 2)])).HowMany(28).HeldBefore);
    }

    [Theory]
    [InlineData(4, 400, "Only 4 days of the last 90 had a finished item; a forecast needs at least 5 such days. Ask again when more items are finished, or check which states count as finished.")]
    [InlineData(1, 400, "Only 1 day of the last 90 had a finished item; a forecast needs at least 5 such days. Ask again when more items are finished, or check which states count as finished.")]
    [InlineData(3, 20, "Only 3 days of the last 20 had a finished item; a forecast needs at least 5 such days. Ask again when more items are finished, or check which states count as finished.")]
    [InlineData(0, 400, "None of the last 90 days had a finished item; a forecast needs at least 5 such days. Ask again when more items are finished, or check which states count as finished.")]
    [InlineData(0, 0, "No item has been finished yet; a forecast needs at least 5 days with a finished item. Ask again when more items are finished, or check which states count as finished.")]
    public void Too_little_history_gives_no_numbers_and_says_why(int active, int length, string why)
    {
        var maker = new ForecastMaker(Active(active, length));
        foreach (var forecast in (Forecast[])[maker.HowMany(28), maker.When(10), maker.Chance(10, 28)])
        {
            Assert.Equal(why, forecast.WhyNot?.ToString());
            Assert.False(forecast.Enough);
            Assert.Empty(forecast.AtLeast);
            Assert.Empty(forecast.By);
            Assert.Empty(forecast.Dots);
            Assert.Null(forecast.Probability);
            Assert.Null(forecast.HeldBefore);
        }
    }

    [Fact]
    public void Five_active_days_are_enough() => Assert.True(new ForecastMaker(Active(5)).HowMany(28).Enough);

    [Fact]
    public void Nothing_left_is_done_whatever_the_history()
    {
        var done = new ForecastMaker(Active(0)).When(0);
        Assert.Equal((true, true, false, 0), (done.Done, done.Enough, done.NoEndInSight, done.By.Length));
        Assert.Equal(1, new ForecastMaker(Active(0)).Chance(0, 5).Probability);
    }

    [Fact]
    public void Too_slow_a_pace_names_no_day()
    {
        var slow = new ForecastMaker(Active(5)).When(1000);
        Assert.True(slow.NoEndInSight);
        Assert.Empty(slow.By);
        Assert.All(slow.Dots, d => Assert.Null(d));
    }

    [Fact]
    public void A_goal_at_the_edge_of_two_years_names_the_days_that_are_near_enough()
    {
        var near = new ForecastMaker(Active(5), known => new UsualMethod(known)).When(40); // 5 items in 90 days: 730 days bring about 40.6
        Assert.Equal(0.50, Assert.Single(near.By).Probability);
        Assert.False(near.NoEndInSight);
        Assert.Contains((DateOnly?)null, near.Dots);
    }

    [Fact]
    public void A_horizon_outside_two_years_is_refused()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => EveryOtherDay.HowMany(731));
        Assert.Equal("a forecast looks 1 to 730 calendar days ahead; found 731 (Parameter 'days')", error.Message);
    }
}
