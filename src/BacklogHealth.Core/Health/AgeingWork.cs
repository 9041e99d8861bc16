using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting.Items;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health;

/// <summary>One item in progress with its age.</summary>
/// <param name="Item">The item.</param>
/// <param name="Days">Calendar days since it was started, 1 or more.</param>
/// <param name="DaysInState">Calendar days in the tracker state it is in, 1 or more.</param>
/// <param name="FasterShare">Share of the finished items that took fewer days than it has taken so far, 0 to 1; null where none was finished.</param>
/// <param name="Old">True where it is older than 85 of 100 finished items were when they ended.</param>
public sealed record AgeingItem(BacklogItem Item, int Days, int DaysInState, double? FasterShare, bool Old)
{
    /// <summary>How many more days items like it took that had its age; null where it was not asked.</summary>
    public ServiceLevel? Left { get; init; }
}

/// <summary>The counted items in progress, oldest first, against what was usual in the last year.</summary>
/// <param name="Items">The items, by age, then by id.</param>
/// <param name="Usual85">Days within which 85 of 100 items finished in the last year; null where none was.</param>
/// <param name="FinishedItems">Number of those items.</param>
public sealed record AgeingWork(ImmutableArray<AgeingItem> Items, int? Usual85, int FinishedItems)
{
    /// <summary>The ageing work of a team.</summary>
    public static AgeingWork Of(TeamHealth health)
    {
        ArgumentNullException.ThrowIfNull(health);
        var flow = health.Flow.ToDictionary(f => f.Item.Id, StringComparer.Ordinal);
        var times = CycleTimes.Of(health.Flow, health.Calendar, Period.Before(health.Today, 365));
        var usual = times.Percentile(0.85);
        int[] usualDays = [.. times.Points.Select(p => p.Days).Order()];
        var levels = ServiceLevels.Of(health.Flow, health.Calendar);
        var items = health.Open
            .Where(i => i.State == WorkItemState.Started && Counted.Is(i.Item.Kind) && flow.ContainsKey(i.Item.Id))
            .Select(i => new { Item = i, Flow = flow[i.Item.Id], Days = WorkItemAge.Days(flow[i.Item.Id], health.Calendar, health.Today) })
            .Where(x => x.Days is not null)
            .OrderByDescending(x => x.Days).ThenBy(x => x.Item.Item.Id, StringComparer.Ordinal)
            .Select(x => new AgeingItem(
                x.Item,
                x.Days!.Value,
                health.Today.DayNumber - health.Calendar.DayOf(x.Flow.StateSince).DayNumber + 1,
                usualDays.Length == 0 ? null : (double)Ascending.CountBelow(usualDays, x.Days!.Value) / usualDays.Length,
                x.Days > usual)
            {
                Left = levels.Left(x.Item.Item.Kind, x.Item.Item.StoryPoints, x.Days.Value),
            });
        return new AgeingWork([.. items], usual, times.Points.Length);
    }
}
