using BacklogHealth.Core.Flow;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Settings;

namespace BacklogHealth.Calendars;

/// <summary>Joins the days off of a list with those of calendar files, for all of a history and as far ahead as any forecast looks.</summary>
internal static class TeamDaysOff
{
    // Two years for the longest horizon, and what is left of the third: to the end of a year, so that the days do not change from one day to the next.
    private const int YearsAhead = 3;

    /// <summary>Those of a team, for the history of its items.</summary>
    /// <exception cref="UserError">A calendar file cannot be used.</exception>
    public static DaysOff Of(TeamSettings team, TeamCalendar calendar, IEnumerable<ItemHistory> histories, DateTimeOffset asOf)
    {
        var today = calendar.DayOf(asOf);
        return Of(team.DaysOff, team.CalendarFiles, histories.Select(h => calendar.DayOf(h.Created)).Append(today).Min(), today);
    }

    /// <summary>Those of a list and of files.</summary>
    /// <param name="days">The list.</param>
    /// <param name="files">The files.</param>
    /// <param name="first">The first day of the history.</param>
    /// <param name="asOf">The day that is forecast from.</param>
    /// <exception cref="UserError">A calendar file cannot be used.</exception>
    public static DaysOff Of(IEnumerable<DateOnly> days, IEnumerable<string> files, DateOnly first, DateOnly asOf)
    {
        var end = asOf.Year + YearsAhead < DateOnly.MaxValue.Year ? new DateOnly(asOf.Year + YearsAhead + 1, 1, 1) : DateOnly.MaxValue;
        return DaysOff.Of(days.Concat(files.SelectMany(file => CalendarFile.Read(file, first, end).Days)));
    }
}
