using BacklogHealth.Core.Flow;
using CsCheck;

namespace BacklogHealth.Core.Tests.Flow;

public sealed class WorkedTimeTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 20, 9, 0, 0, TimeSpan.Zero);
    private static readonly TeamCalendar Berlin = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));

    private static WorkedTime Without(params int[] days) => new(Berlin, DaysOff.Of(days.Select(new DateOnly(2026, 3, 20).AddDays)));

    [Fact]
    public void Without_days_off_it_is_time() => Assert.Equal((TimeSpan.FromDays(10), Start.AddDays(10)), (Without().Between(Start, Start.AddDays(10)), Without().After(Start, TimeSpan.FromDays(10))));

    [Fact]
    public void A_day_off_is_not_counted() => Assert.Equal(TimeSpan.FromDays(8), Without(-3, 3, 4, 40).Between(Start, Start.AddDays(10)));

    [Fact]
    public void On_the_day_the_clock_changes_it_has_an_hour_less() => Assert.Equal(TimeSpan.FromHours(240 - 23), Without(9).Between(Start, Start.AddDays(10)));

    [Fact]
    public void Of_a_day_off_at_either_end_only_its_part_is_left_out() =>
        Assert.Equal(TimeSpan.FromDays(10) - TimeSpan.FromHours(14) - TimeSpan.FromHours(10 + 1), Without(0, 10).Between(Start, Start.AddDays(10))); // 10:00 to midnight, midnight to 11:00 in Berlin

    [Fact]
    public void Whoever_adds_what_was_worked_comes_out_where_it_was_worked()
    {
        Gen.Select(Gen.Int[-2, 30].Array[0, 12], Gen.Int[1, 700]).Sample((days, hours) =>
        {
            var (time, worked) = (Without(days), TimeSpan.FromHours(hours));
            var end = time.After(Start, worked);
            Assert.Equal(worked, time.Between(Start, end));
            Assert.True(end >= Start + worked);
        }, iter: 200);
    }
}
