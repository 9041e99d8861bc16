using System.Collections.Immutable;

namespace BacklogHealth.SampleTracker.Backlog.History;

/// <summary>A sprint on the working clock: it begins on a Monday at mid-morning and ends two weeks later, shortly before the next begins.</summary>
internal sealed record SprintSpan(int Id, string Name, DateOnly Monday, double Start, double Completed, string State)
{
    public FieldValue After(FieldValue before) => before.Id is null
        ? new FieldValue(FormattableString.Invariant($"{Id}"), Name)
        : new FieldValue(FormattableString.Invariant($"{before.Id}, {Id}"), $"{before.Text}, {Name}");
}

/// <summary>The two-week sprints that cover a history; the one that is active is in its second week; two more are planned.</summary>
internal sealed class SprintCalendar
{
    private const double Planning = 0.15;

    public SprintCalendar(WorkClock clock, string key, int firstId)
    {
        var today = clock.Today;
        var active = today.AddDays(-(((int)today.DayOfWeek + 6) % 7) - 7);
        var back = ((active.DayNumber - clock.FirstDay.DayNumber) + 13) / 14;
        Sprints =
        [
            .. Enumerable.Range(0, back + 3).Select(i =>
            {
                var monday = active.AddDays(14 * (i - back));
                var start = monday < clock.FirstDay ? clock.Begin : clock.Of(monday) + Planning;
                var completed = i < back ? clock.Of(monday.AddDays(14)) + (Planning / 2) : clock.End;
                var state = i < back ? "closed" : i == back ? "active" : "future";
                return new SprintSpan(firstId + i, FormattableString.Invariant($"{key} Sprint {i + 1}"), monday, i > back ? clock.End : start, completed, state);
            }),
        ];
        ActiveIndex = back;
    }

    public ImmutableArray<SprintSpan> Sprints { get; }

    public int ActiveIndex { get; }

    /// <summary>Index of the sprint in which a moment lies.</summary>
    public int IndexAt(double moment)
    {
        var index = ActiveIndex;
        while (index > 0 && Sprints[index].Start > moment)
        {
            index--;
        }

        return index;
    }
}
