using System.Collections.Immutable;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Flow;

/// <summary>Items that had been created, started and finished by the end of a day. Never more started than created, never more finished than started.</summary>
/// <param name="Day">The day.</param>
/// <param name="Created">Created by then.</param>
/// <param name="Started">Started or finished by then.</param>
/// <param name="Finished">Finished by then.</param>
public sealed record CumulativeDay(DateOnly Day, int Created, int Started, int Finished)
{
    /// <summary>Width of the band of items not started.</summary>
    public int Waiting => Created - Started;

    /// <summary>Width of the band of items in progress.</summary>
    public int InProgress => Started - Finished;
}

/// <summary>
/// Cumulative flow by day. Counted items only; dropped ones and those finished on an unknown day are left out altogether, so that the finished band
/// grows by the throughput. An item finished without being started enters both bands on one day, and one whose dates contradict each other was
/// created on the earliest of them.
/// </summary>
public static class CumulativeFlow
{
    /// <summary>One entry for each day of a period, as known when <paramref name="flow"/> was made.</summary>
    public static ImmutableArray<CumulativeDay> PerDay(IEnumerable<FlowItem> flow, TeamCalendar calendar, Period period)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(calendar);
        var created = new RunningCount(period);
        var started = new RunningCount(period);
        var finished = new RunningCount(period);
        foreach (var item in flow.Where(f => Counted.Is(f.Item) && (f.State != WorkItemState.Finished || f.Finished is not null)))
        {
            var end = item.Finished;
            var begin = Earlier(item.Started, end);
            created.Add(calendar.DayOf(Earlier(item.Item.Created, begin)!.Value));
            if (begin is { } b)
            {
                started.Add(calendar.DayOf(b));
            }

            if (end is { } e)
            {
                finished.Add(calendar.DayOf(e));
            }
        }

        var bands = created.AtEndOfDays().Zip(started.AtEndOfDays(), finished.AtEndOfDays());
        return [.. bands.Select((b, i) => new CumulativeDay(period.From.AddDays(i), b.First, b.Second, b.Third))];
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null ? other : other is null || one < other ? one : other;
}
