using BacklogHealth.Core.Health;
using BacklogHealth.Reports.Charts;

namespace BacklogHealth.Reports.Tests.Charts;

public sealed class ForecastCurveTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void With_a_promised_day_the_title_is_its_chance() =>
        Assert.Equal("Release 2: 12 of 20 futures end by 20 December, the promised day", Of(0.5, 0.85, Today.AddDays(27), 0.62).Title.Plain);

    [Fact]
    public void Without_one_the_title_names_the_days_of_even_odds_and_of_17_of_20() =>
        Assert.Equal("Release 2: half of the futures end by 21 December, 17 of 20 by 18 January 2027", Of(0.5, 0.85).Title.Plain);

    [Fact]
    public void A_day_that_is_not_reached_is_not_named()
    {
        Assert.Equal("Release 2: half of the futures end by 21 December, fewer than 17 of 20 within two years", Of(0.5).Title.Plain);
        Assert.Equal("Release 2: fewer than half of the futures end within two years", Of().Title.Plain);
    }

    [Fact]
    public void The_curve_of_the_sample_rises_and_stands_in_its_table()
    {
        var health = new SampleHealth().Build();
        var chart = new ForecastCurve(DeliveryCurve.Of(health)[0], 1);
        var chances = chart.Numbers.Rows.Select(r => (double)r[1].Value!).ToList();

        Assert.Equal(chances.Order(), chances);
        Assert.All(chances, c => Assert.InRange(c, 0, 100));
        Assert.NotNull(chart.ToFigure(Saying.English).Picture);
    }

    private static ForecastCurve Of(params double[] said) => Of(said.FirstOrDefault(), said.Skip(1).FirstOrDefault());

    private static ForecastCurve Of(double even, double sure, DateOnly? due = null, double? chance = null)
    {
        var weeks = Enumerable.Range(1, 10).Select(i => new ChanceBy(Today.AddDays((7 * i) - 1), 7 * i, i / 10.5)).ToList();
        var named = new[] { (even, 28), (sure, 56) }.Where(s => s.Item1 > 0).Select(s => new ChanceSaid(s.Item1, new ChanceBy(Today.AddDays(s.Item2), s.Item2 + 1, s.Item1 + 0.01)));
        return new ForecastCurve(new DeliveryCurve($"Release 2", false, 12, due, chance, 0, [.. weeks], [.. named]), 1);
    }
}
