using BacklogHealth.Scheduling;
using BacklogHealth.Testing;
using CsCheck;

namespace BacklogHealth.Tests.Scheduling;

public sealed class ScheduleTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("2026-11-23 05:59:59", "2026-11-16T07:00", "2026-11-23T07:00")]
    [InlineData("2026-11-23 06:00", "2026-11-23T07:00", "2026-11-30T07:00")]
    [InlineData("2026-11-29 12:00", "2026-11-23T07:00", "2026-11-30T07:00")]
    [InlineData("2026-07-06 05:00", "2026-07-06T07:00", "2026-07-13T07:00")]
    public void Monday_at_seven_is_seven_on_the_wall_in_summer_and_in_winter(string now, string latest, string next)
    {
        Assert.Equal(latest, Weekly().Latest(A.Time(now), Berlin)!.Period);
        Assert.Equal(next, Weekly().Next(A.Time(now), Berlin)!.Period);
    }

    [Fact]
    public void A_time_that_the_clock_leaves_out_comes_as_much_later()
    {
        // On 29 March 2026 half past two does not exist in Berlin: it is half past three, 01:30 UTC.
        var slot = Read("0 30 2 ? * SUN").Latest(A.Time("2026-03-29 12:00"), Berlin)!;

        Assert.Equal(("2026-03-29T02:30", A.Time("2026-03-29 01:30")), (slot.Period, slot.At));
    }

    [Fact]
    public void A_time_that_comes_twice_counts_when_it_first_comes()
    {
        // On 25 October 2026 half past two comes at 00:30 and at 01:30 UTC.
        var schedule = Read("0 30 2 ? * SUN");

        Assert.Equal(A.Time("2026-10-25 00:30"), schedule.Next(A.Time("2026-10-24 12:00"), Berlin)!.At);
        Assert.All(["2026-10-25 00:30", "2026-10-25 01:29", "2026-10-25 01:30", "2026-10-26"], now => Assert.Equal("2026-10-25T02:30", schedule.Latest(A.Time(now), Berlin)!.Period));
        Assert.Equal("2026-11-01T02:30", schedule.Next(A.Time("2026-10-25 00:30"), Berlin)!.Period);
    }

    /// <summary>Whenever it is asked, in whatever zone, each week has one slot, and the next of one is the latest from then on until the one after it.</summary>
    [Fact]
    public void Each_local_week_has_one_slot()
    {
        string[] zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Asia/Kathmandu", "Pacific/Apia", "UTC"], days = ["SUN", "MON", "SAT"];
        Gen.Select(Gen.Int[0, zones.Length - 1], Gen.Int[0, 23], Gen.Int[0, 59], Gen.Int[0, 2]).Sample((id, hour, minute, day) =>
        {
            var (zone, schedule) = (TimeZoneInfo.FindSystemTimeZoneById(zones[id]), Read(FormattableString.Invariant($"0 {minute} {hour} ? * {days[day]}")));
            var (now, last) = (A.Time("2026-01-01"), (Slot?)null);
            for (var week = 0; week < 53; week++)
            {
                var slot = schedule.Next(now, zone)!;
                Assert.Equal(slot, schedule.Latest(slot.At, zone));
                Assert.True(last is null || slot.Local - last.Local == TimeSpan.FromDays(7));
                Assert.True(last is null || schedule.Latest(slot.At.AddSeconds(-1), zone) == last);
                (now, last) = (slot.At, slot);
            }
        });
    }

    [Theory]
    [InlineData("", "a cron expression with seconds, as 0 0 7 ? * MON for Mondays at seven")]
    [InlineData("every monday", "a cron expression with seconds, as 0 0 7 ? * MON for Mondays at seven")]
    [InlineData("0 7 * * MON", "a cron expression with seconds, as 0 0 7 ? * MON for Mondays at seven")]
    [InlineData("0 0 25 ? * MON", "a cron expression with seconds, as 0 0 7 ? * MON for Mondays at seven")]
    [InlineData("0 0 7 1 1 ? 2020", "a time that comes after 2025")]
    [InlineData("* 0 7 ? * MON", "at most once an hour, with 0 for seconds and one number for minutes, as 0 0 7 ? * MON")]
    [InlineData("0 0/10 7 ? * MON", "at most once an hour, with 0 for seconds and one number for minutes, as 0 0 7 ? * MON")]
    public void What_is_no_schedule_is_refused(string cron, string expected)
    {
        Assert.Null(Schedule.Read(cron, Schedule.ForReaders, out var found));
        Assert.Equal(expected, found);
    }

    [Fact]
    public void It_is_late_after_an_hour()
    {
        var slot = Weekly().Latest(A.Time("2026-11-23 07:00"), Berlin)!;

        Assert.False(slot.IsLate(A.Time("2026-11-23 07:00")));
        Assert.True(slot.IsLate(A.Time("2026-11-23 07:00:01")));
    }

    private static Schedule Weekly() => Read("0 0 7 ? * MON");

    private static Schedule Read(string cron)
    {
        var schedule = Schedule.Read(cron, Schedule.ForReaders, out var expected);
        Assert.Null(expected);
        return schedule!;
    }
}
