using BacklogHealth.Core.Flow;
using CsCheck;

namespace BacklogHealth.Core.Tests.Flow;

public sealed class TeamCalendarTests
{
    // Whole hours, halves and quarters; clocks that change at midnight, at one minute past it, by half an hour, twice the other way round; a day left out.
    private static readonly TeamCalendar[] Calendars =
    [
        .. new[]
        {
            "UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Asia/Kathmandu", "America/St_Johns", "Australia/Lord_Howe", "Africa/Casablanca",
            "America/Sao_Paulo", "Asia/Beirut", "Pacific/Apia", "Pacific/Kiritimati", "Pacific/Chatham",
        }.Select(id => new TeamCalendar(TimeZoneInfo.FindSystemTimeZoneById(id))),
    ];

    [Fact]
    public void The_day_of_an_instant_is_the_one_on_the_wall_in_the_zone() =>
        Gen.Select(Gen.Int[0, Calendars.Length - 1], Gen.DateTime[new DateTime(1980, 1, 1), new DateTime(2070, 1, 1)]).Sample(
            (which, at) => Wall(Calendars[which], new DateTimeOffset(at.Ticks, TimeSpan.Zero)) == Calendars[which].DayOf(new DateTimeOffset(at.Ticks, TimeSpan.Zero)), iter: 200_000);

    [Fact]
    public void So_it_is_around_every_change_of_the_clock()
    {
        foreach (var calendar in Calendars)
        {
            var at = new DateTimeOffset(1989, 12, 30, 0, 0, 0, TimeSpan.Zero);
            for (var offset = calendar.Zone.GetUtcOffset(at); at.Year < 2061; at = at.AddHours(1))
            {
                if (calendar.Zone.GetUtcOffset(at) is var next && next != offset)
                {
                    offset = next;
                    for (var near = at.AddHours(-26); near < at.AddHours(26); near = near.AddMinutes(7))
                    {
                        Assert.Equal(Wall(calendar, near), calendar.DayOf(near));
                    }
                }
            }
        }
    }

    [Fact]
    public void The_last_instant_before_a_day_belongs_to_the_day_before() =>
        Assert.All(Calendars, calendar =>
        {
            var day = new DateOnly(2026, 3, 29);
            Assert.Equal(day, calendar.DayOf(calendar.StartOf(day)));
            Assert.Equal(day.AddDays(-1), calendar.DayOf(calendar.StartOf(day).AddTicks(-1)));
        });

    [Fact]
    public void An_instant_told_with_another_distance_from_UTC_has_the_same_day()
    {
        var berlin = Calendars[1];
        var at = new DateTimeOffset(2026, 3, 2, 23, 30, 0, TimeSpan.Zero);

        Assert.Equal(new DateOnly(2026, 3, 3), berlin.DayOf(at));
        Assert.Equal(new DateOnly(2026, 3, 3), berlin.DayOf(at.ToOffset(TimeSpan.FromHours(-9))));
    }

    private static DateOnly Wall(TeamCalendar calendar, DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, calendar.Zone).DateTime);
}
