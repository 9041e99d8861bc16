namespace BacklogHealth.Core.Flow;

/// <summary>Work in progress day by day, with its middle.</summary>
/// <param name="Days">Counted items in progress at the end of each day, as <see cref="Wip"/> counts them.</param>
/// <param name="Median">The median of these days; null where there is no day.</param>
/// <param name="Most">The largest of them, 0 or more.</param>
public sealed record WipRun(DailyCounts Days, double? Median, int Most)
{
    /// <summary>At the end of the last day; null where there is no day.</summary>
    public int? Last => Days.Counts.IsEmpty ? null : Days.Counts[^1];

    /// <summary>The work in progress of a period.</summary>
    public static WipRun Of(IEnumerable<FlowItem> flow, TeamCalendar calendar, Period period)
    {
        var days = Wip.PerDay(flow, calendar, period);
        return new WipRun(days, Flow.Median.Of(days.Counts.Select(c => (double)c)), days.Counts.DefaultIfEmpty(0).Max());
    }
}
