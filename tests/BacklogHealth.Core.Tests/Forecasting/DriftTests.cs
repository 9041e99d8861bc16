using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;

namespace BacklogHealth.Core.Tests.Forecasting;

public sealed class DriftTests
{
    private static readonly DateOnly First = new(2025, 1, 1);

    private static Forecaster On(IEnumerable<int> weeks) => new CalibratedMethod().Prepare(new DailyCounts(First, [.. weeks.SelectMany(w => Enumerable.Repeat(0, 6).Prepend(w))]));

    // A team whose weeks scatter a little about twenty items.
    private static IEnumerable<int> Steady(int weeks) => Enumerable.Range(0, weeks).Select(w => 20 + (w * 7 % 9) - 4);

    [Fact]
    public void Weeks_like_those_before_raise_no_alarm() => Assert.Null(On(Steady(104)).Drift);

    [Fact]
    public void Weeks_with_far_less_are_named_with_their_first_day()
    {
        var drift = On([.. Steady(104), 9, 8, 10]).Drift!;
        Assert.Equal((3, First.AddDays(7 * 104), 27), (drift.Weeks, drift.Since, drift.Items));
        Assert.InRange(drift.Expected, 56, 64);
        Assert.True(drift is { Fell: true, Restarts: true, Chance: < Drift.Few });
    }

    [Fact]
    public void Two_weeks_alone_are_told_and_not_yet_taken_for_a_new_level()
    {
        var drift = On([.. Steady(104), 6, 5]).Drift!;
        Assert.True(drift is { Weeks: 2, Fell: true, Restarts: false });
    }

    [Fact]
    public void Weeks_with_far_more_are_told_too()
    {
        var drift = On([.. Steady(104), 45, 50, 48]).Drift!;
        Assert.True(drift is { Fell: false, Restarts: false });
    }

    [Fact]
    public void After_a_lasting_fall_the_forecast_comes_down_and_stays_honest()
    {
        var before = On(Steady(104)).Items(28).AtLeast(0.5);
        var after = On([.. Steady(104), .. Enumerable.Repeat(8, 3)]).Items(28);
        Assert.InRange(before, 74, 86);
        Assert.True(after.AtLeast(0.85) <= 32);
    }

    [Fact]
    public void The_smallest_fall_it_could_have_seen_is_smaller_for_larger_teams()
    {
        var small = On(Steady(104).Select(w => w / 4)).VisibleFall;
        var large = On(Steady(104).Select(w => w * 4)).VisibleFall;
        Assert.True(large < small, $"{large} {small}");
        Assert.InRange(large!.Value, 0.05, 0.4);
    }
}
