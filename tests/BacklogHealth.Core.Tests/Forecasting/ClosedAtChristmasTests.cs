using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;

namespace BacklogHealth.Core.Tests.Forecasting;

/// <summary>Teams made of chance that close for two weeks each Christmas, over four years; the last Christmas is forecast, with the calendar and without it.</summary>
public sealed class ClosedAtChristmasTests(ITestOutputHelper output)
{
    private const int Teams = 100;
    private static readonly DateOnly First = new(2021, 12, 1); // a Wednesday
    private static readonly DateOnly December = new(2025, 12, 8);
    private static readonly DaysOff Off = DaysOff.Of(Enumerable.Range(2021, 5).SelectMany(year => Enumerable.Range(0, 14).Select(new DateOnly(year, 12, 22).AddDays)));

    [Theory]
    [InlineData(12, 1.0)]
    [InlineData(25, 2.0)]
    public void With_the_calendar_forecasts_over_christmas_hold_as_said(double perWeek, double noise)
    {
        var (with, without) = (new Calibration(), new Calibration());
        foreach (var series in Made(perWeek, noise))
        {
            var known = series.Until(December);
            var came = series.Within(new Period(December, December.AddDays(28))).Total;
            with.Add(new CalibratedMethod(daysOff: Off).Prepare(known).Items(28), came);
            without.Add(new CalibratedMethod().Prepare(known).Items(28), came);
        }

        output.WriteLine($"{perWeek} a week, noise {noise}: 4 weeks from 8 December on, 85 % held {with.Held(1):P1} with the calendar and {without.Held(1):P1} without; CRPS {with.Crps:0.00} and {without.Crps:0.00}");
        Assert.InRange(with.Held(1), 0.80, 0.97);
        Assert.True(without.Held(1) < 0.2);
        Assert.True(with.Crps < 0.5 * without.Crps);
    }

    [Theory]
    [InlineData(12, 1.0, 12)]
    [InlineData(12, 1.0, 8)] // a Thursday, so that the weeks before it were closed in part
    [InlineData(25, 2.0, 12)]
    public void With_the_calendar_january_is_not_marked_down_and_no_alarm_is_given(double perWeek, double noise, int day)
    {
        var january = new DateOnly(2026, 1, day);
        var (with, without) = (new Calibration(), new Calibration());
        var (level, levelWithout, december, alarms, alarmsWithout) = (0.0, 0.0, 0.0, 0, 0);
        foreach (var series in Made(perWeek, noise))
        {
            var known = series.Until(january);
            var came = series.Within(new Period(january, january.AddDays(28))).Total;
            var (knowing, blind) = (new CalibratedMethod(daysOff: Off).Prepare(known), new CalibratedMethod().Prepare(known));
            with.Add(knowing.Items(28), came);
            without.Add(blind.Items(28), came);
            level += knowing.Items(28).Mean / 4 / Teams;
            levelWithout += blind.Items(28).Mean / 4 / Teams;
            december += new CalibratedMethod(daysOff: Off).Prepare(series.Until(December)).Items(7).Mean / Teams;
            alarms += knowing.Drift is null ? 0 : 1;
            alarmsWithout += blind.Drift is null ? 0 : 1;
        }

        output.WriteLine($"{perWeek} a week, noise {noise}: 4 weeks from {day} January on, {level:0.0} a week with the calendar ({december:0.0} in December), {levelWithout:0.0} without; 85 % held {with.Held(1):P1} and {without.Held(1):P1}; CRPS {with.Crps:0.00} and {without.Crps:0.00}; alarms {alarms} and {alarmsWithout} of {Teams}");
        Assert.InRange(level / perWeek, 0.95, 1.05);
        Assert.InRange(with.Held(1), 0.80, 0.97);
        Assert.True(with.Crps < without.Crps);
        Assert.InRange(alarms, 0, Teams * 8 / 100); // a steady team sees about one false alarm a year, which stays for some weeks
        Assert.True(alarmsWithout > Teams / 2);
    }

    [Fact]
    public void A_fall_before_christmas_is_still_seen_behind_it()
    {
        var seen = Made(25, 1, day => day >= new DateOnly(2025, 11, 24) ? 0.5 : 1)
            .Select(series => new CalibratedMethod(daysOff: Off).Prepare(series.Until(new DateOnly(2026, 1, 12))).Drift).ToList();
        output.WriteLine($"a fall by half four weeks before Christmas: alarm on 12 January for {seen.Count(d => d is { Fell: true })} of {Teams}");
        Assert.True(seen.Count(d => d is { Fell: true, Restarts: true }) > 0.9 * Teams);
        Assert.All(seen.OfType<Drift>().Where(d => d.Since < new DateOnly(2025, 12, 20)), d => Assert.True(d.Weeks > d.Worked && d.Weeks == (new DateOnly(2026, 1, 12).DayNumber - d.Since.DayNumber) / 7));
    }

    private static IEnumerable<DailyCounts> Made(double perWeek, double noise, Func<DateOnly, double>? pace = null) =>
        Enumerable.Range(0, Teams).Select(seed => new DailyCounts(First, [.. SyntheticTeam.Days(
            (31 * seed) + (int)perWeek, new DateOnly(2026, 3, 1).DayNumber - First.DayNumber,
            day => Off.Is(First.AddDays(day)) ? 1e-12 : perWeek * (pace?.Invoke(First.AddDays(day)) ?? 1), noise)]));
}
