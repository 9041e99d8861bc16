using System.Collections.Immutable;
using BacklogHealth.SampleTracker.Backlog.History;
using BacklogHealth.SampleTracker.Backlog.Seeds;

namespace BacklogHealth.SampleTracker.Backlog;

/// <summary>
/// Gives sprints their goals from the team's file, the last line to the last sprint: <c>-</c> stands for none, <c>=</c> for a goal that
/// only lists the keys of the sprint's items.
/// </summary>
internal static class SprintGoals
{
    public static ImmutableArray<SampleSprint> Give(SprintCalendar calendar, WorkClock clock, TeamPlan team, ImmutableArray<SampleItem> items)
    {
        var goals = SeedReader.Lines(team.Folder + "/goals");
        var skip = goals.Length - calendar.Sprints.Length;
        return
        [
            .. calendar.Sprints.Select((s, i) => new SampleSprint(
                s.Id,
                s.Name,
                skip + i < 0 ? "" : Goal(goals[skip + i], s.Id, items),
                s.State,
                Morning(s.Monday, 505),
                Morning(s.Monday.AddDays(14), 450),
                string.Equals(s.State, "closed", StringComparison.Ordinal) ? clock.At(s.Completed) : null)),
        ];
    }

    private static string Goal(string line, int sprintId, ImmutableArray<SampleItem> items) => line switch
    {
        "-" => "",
        "=" => string.Join(", ", items.Where(i => i.SprintIds.Contains(sprintId)).Take(6).Select(i => i.Key)),
        _ => line,
    };

    private static DateTimeOffset Morning(DateOnly day, int minutes) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddMinutes(minutes);
}
