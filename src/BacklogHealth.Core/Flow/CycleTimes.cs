using System.Collections.Immutable;

namespace BacklogHealth.Core.Flow;

/// <summary>One finished item in the scatterplot.</summary>
/// <param name="Id">The item's id.</param>
/// <param name="Key">The item's key.</param>
/// <param name="Finished">The team's day on which it was finished.</param>
/// <param name="Days">Its cycle time in calendar days, 1 or more.</param>
public sealed record CycleTimePoint(string Id, string Key, DateOnly Finished, int Days);

/// <summary>The cycle times of the items finished in a period, and how many had to be left out.</summary>
/// <param name="Points">By day of finish, then by id.</param>
/// <param name="NeverStarted">Items finished in the period without ever being started.</param>
/// <param name="HistoryIncomplete">Items finished in the period whose history is not whole.</param>
public sealed record CycleTimes(ImmutableArray<CycleTimePoint> Points, int NeverStarted, int HistoryIncomplete)
{
    /// <summary>The days that a share of the items (more than 0, at most 1) did not exceed; null where there is no item.</summary>
    public int? Percentile(double share) =>
        Points.IsEmpty ? null : Flow.Percentile.NearestRank([.. Points.Select(p => p.Days).Order()], share);

    /// <summary>The cycle times of counted items finished in a period.</summary>
    public static CycleTimes Of(IEnumerable<FlowItem> flow, TeamCalendar calendar, Period period)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(calendar);
        var finished = flow
            .Where(f => f.Finished is { } at && Counted.Is(f.Item) && period.Contains(calendar.DayOf(at)))
            .ToList();
        var points = finished
            .Where(f => CycleTime.Days(f, calendar) is not null)
            .Select(f => new CycleTimePoint(f.Item.Id, f.Item.Key, calendar.DayOf(f.Finished!.Value), CycleTime.Days(f, calendar)!.Value))
            .OrderBy(p => p.Finished).ThenBy(p => p.Id, StringComparer.Ordinal);
        return new CycleTimes([.. points], finished.Count(f => f.Item.Complete && f.Started is null), finished.Count(f => !f.Item.Complete));
    }
}
