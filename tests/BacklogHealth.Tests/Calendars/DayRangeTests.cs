using System.Globalization;
using BacklogHealth.Calendars;
using BacklogHealth.Core.Flow;

namespace BacklogHealth.Tests.Calendars;

public sealed class DayRangeTests
{
    [Theory]
    [InlineData("2026-12-24", "2026-12-24")]
    [InlineData(" 2026-12-30 .. 2027-01-01 ", "2026-12-30 2026-12-31 2027-01-01")]
    [InlineData("2026-12-24..2026-12-24", "2026-12-24")]
    [InlineData("2027-01-01..2026-12-30", "")]
    [InlineData("2026-12-24..2072-01-01", "")]
    [InlineData("24.12.2026", "")]
    [InlineData("2026-12-24-2027-01-01", "")]
    [InlineData("2026-12-24..", "")]
    [InlineData("2026-02-30", "")]
    [InlineData("", "")]
    public void A_day_or_its_first_and_last_are_read(string text, string days) =>
        Assert.Equal(days, string.Join(" ", DayRange.Read(text).Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData(183, true)]
    [InlineData(184, false)]
    public void More_than_half_of_a_year_is_no_days_off(int days, bool fine)
    {
        var fault = DaysOffLimit.Find(DaysOff.Of(Enumerable.Range(0, days).Select(i => new DateOnly(2026, 1, 1).AddDays(i * 364 / days))));
        Assert.Equal(fine ? null : ("184 days off within the year from 2026-01-01 on", "at most 183, since a team works for half of a year at least"), fault);
    }
}
