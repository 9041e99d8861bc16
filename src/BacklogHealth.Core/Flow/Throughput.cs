using System.Collections.Immutable;

namespace BacklogHealth.Core.Flow;

/// <summary>Finished items a week.</summary>
/// <param name="First">First of its seven days.</param>
/// <param name="Items">Finished items.</param>
public sealed record WeekCount(DateOnly First, int Items);

/// <summary>
/// Throughput: the number of items finished per unit of time. Epics and sub-tasks are left out (see <see cref="Counted"/>), and so are items that
/// were dropped rather than delivered, or finished on a day that nothing tells. Days without a finish count as zero.
/// </summary>
public static class Throughput
{
    /// <summary>Items finished on each day of a period, in the team's calendar.</summary>
    public static DailyCounts PerDay(IEnumerable<FlowItem> flow, TeamCalendar calendar, Period period) =>
        DailyCounts.Of(FinishDays(flow, calendar), period);

    /// <summary>Sums of seven days, the last of which ends where the days end; a first part of less than a week is left out.</summary>
    public static ImmutableArray<WeekCount> PerWeek(DailyCounts daily)
    {
        ArgumentNullException.ThrowIfNull(daily);
        var start = daily.Counts.Length % 7;
        return [.. Enumerable.Range(0, daily.Counts.Length / 7)
            .Select(w => new WeekCount(daily.First.AddDays(start + (7 * w)), daily.Counts.AsSpan(start + (7 * w), 7).ToArray().Sum()))];
    }

    internal static IEnumerable<DateOnly> FinishDays(IEnumerable<FlowItem> flow, TeamCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(calendar);
        return flow.Where(f => f.Finished is not null && Counted.Is(f.Item)).Select(f => calendar.DayOf(f.Finished!.Value));
    }
}
