using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Flow;

/// <summary>
/// What was known of a team's finishes on any past day, so that a forecast made for that day uses nothing later: an item that was finished then and
/// reopened (or reset) since counts as finished then. Items that never changed back are counted once; only the others are followed anew for each day.
/// </summary>
public sealed class KnownFinishes
{
    private readonly DailyCounts _steady;
    private readonly List<ItemHistory> _changing = [];
    private readonly Workflow _workflow;
    private readonly TeamCalendar _calendar;
    private readonly SortedDictionary<DateOnly, DailyCounts> _asked = [];

    /// <summary>Prepares the days before an instant.</summary>
    public KnownFinishes(IEnumerable<ItemHistory> items, Workflow workflow, TeamCalendar calendar, DateTimeOffset asOf)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(calendar);
        _workflow = workflow;
        _calendar = calendar;
        Today = calendar.DayOf(asOf);
        var steady = new List<FlowItem>();
        foreach (var item in ImportedItems.Mark(items, workflow, asOf))
        {
            if (item.Gone is not null || item.States.Any(s => s.Reset) || Reopenings.Of(item, workflow, asOf).Length > 0)
            {
                _changing.Add(item);
            }
            else if (StartedAndFinished.Of(item, workflow, asOf) is { } flow)
            {
                steady.Add(flow);
            }
        }

        _steady = FinishHistory.Of(steady, calendar, Today);
    }

    /// <summary>The team's day at the instant it was prepared for.</summary>
    public DateOnly Today { get; }

    /// <summary>The finishes of the days before <paramref name="day"/>, as known at its start; from the first finish up to it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day lies behind <see cref="Today"/>.</exception>
    public DailyCounts Before(DateOnly day)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day, Today);
        if (!_asked.TryGetValue(day, out var known))
        {
            var changing = StartedAndFinished.Of(_changing, _workflow, _calendar.StartOf(day));
            known = _steady.Until(day).Plus(FinishHistory.Of(changing, _calendar, day));
            _asked.Add(day, known);
        }

        return known;
    }
}
