using System.Collections.Immutable;

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
        foreach (var (arrived, begun, ended) in flow.Where(f => Counted.Is(f.Item)).Select(f => Lifetime.Of(f)).OfType<Lifetime>())
        {
            created.Add(calendar.DayOf(arrived));
            if (begun is { } b)
            {
                started.Add(calendar.DayOf(b));
            }

            if (ended is { } e)
            {
                finished.Add(calendar.DayOf(e));
            }
        }

        var bands = created.AtEndOfDays().Zip(started.AtEndOfDays(), finished.AtEndOfDays());
        return [.. bands.Select((b, i) => new CumulativeDay(period.From.AddDays(i), b.First, b.Second, b.Third))];
    }
}
