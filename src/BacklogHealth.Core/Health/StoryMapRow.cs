using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health;

/// <summary>What a row of a story map holds. Rows stand in this order.</summary>
public enum StoryMapRowKind
{
    /// <summary>Items finished lately.</summary>
    Done,

    /// <summary>Items in progress.</summary>
    Now,

    /// <summary>Items likely to be pulled next.</summary>
    Next,

    /// <summary>All other open items.</summary>
    Later,

    /// <summary>Items promised for a release.</summary>
    Release,

    /// <summary>Items of a sprint.</summary>
    Sprint,

    /// <summary>Items of no release, or of no sprint that is still to end.</summary>
    None,
}

/// <summary>One row of a story map.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Name">Name of the release or sprint; null for other rows.</param>
/// <param name="Day">The day of the release, or the last day of the sprint; null where unknown.</param>
public sealed record StoryMapRow(StoryMapRowKind Kind, string? Name = null, DateOnly? Day = null);

/// <summary>
/// Puts items into rows: by release where a quarter of the open ones name one; else by sprint where any is in one that is still to end; else by nearness.
/// </summary>
internal static class StoryMapRows
{
    /// <summary>By kind, then by day, those without one last, then by name.</summary>
    public static readonly Comparer<StoryMapRow> Order = Comparer<StoryMapRow>.Create((one, other) =>
        one.Kind != other.Kind ? one.Kind.CompareTo(other.Kind)
        : one.Day != other.Day ? (one.Day ?? DateOnly.MaxValue).CompareTo(other.Day ?? DateOnly.MaxValue)
        : string.CompareOrdinal(one.Name, other.Name));

    /// <summary>The row of each item, by its id.</summary>
    public static Dictionary<string, StoryMapRow> Of(TeamHealth health, IReadOnlyCollection<WorkItemSummary> items)
    {
        var rowOf = ByRelease(health) ?? BySprint(health) ?? ByNearness(health);
        return items.ToDictionary(i => i.Id, rowOf, StringComparer.Ordinal);
    }

    // An item of several releases stands with the first that is not out yet.
    private static Func<WorkItemSummary, StoryMapRow>? ByRelease(TeamHealth health)
    {
        var open = health.Open.Where(i => Flow.Counted.Is(i.Item.Kind)).ToList();
        var named = open.Count(i => !i.Item.FixVersions.IsEmpty);
        var known = health.Releases.DistinctBy(r => r.Name, StringComparer.Ordinal).ToDictionary(r => r.Name, StringComparer.Ordinal);
        return named == 0 || 4 * named < open.Count ? null : item => item.FixVersions.Distinct(StringComparer.Ordinal)
            .Select(name => new { Out = known.GetValueOrDefault(name)?.Released ?? false, Row = new StoryMapRow(StoryMapRowKind.Release, name, known.GetValueOrDefault(name)?.Date) })
            .OrderBy(r => r.Out).ThenBy(r => r.Row, Order).Select(r => r.Row).FirstOrDefault() ?? new StoryMapRow(StoryMapRowKind.None);
    }

    // An open item stands with the last sprint it was put into that is still to end, a finished one with the last it was in.
    private static Func<WorkItemSummary, StoryMapRow>? BySprint(TeamHealth health)
    {
        var known = health.Sprints.DistinctBy(s => s.Id, StringComparer.Ordinal).ToDictionary(s => s.Id, StringComparer.Ordinal);
        var open = health.Open.Select(i => i.Item.Id).ToHashSet(StringComparer.Ordinal);
        Sprint? SprintOf(WorkItemSummary item) => item.SprintIds.Select(id => known.GetValueOrDefault(id)).LastOrDefault(s => s is not null && (!open.Contains(item.Id) || !IsOver(s, health.AsOf)));
        return !health.Open.Any(i => Flow.Counted.Is(i.Item.Kind) && SprintOf(i.Item) is not null) ? null : item => SprintOf(item) is { } sprint
            ? new StoryMapRow(StoryMapRowKind.Sprint, sprint.Name, sprint.End is { } end ? health.Calendar.DayOf(end) : null)
            : new StoryMapRow(StoryMapRowKind.None);
    }

    private static Func<WorkItemSummary, StoryMapRow> ByNearness(TeamHealth health)
    {
        var next = health.Next.Positions.ToHashSet();
        var open = health.Open.ToDictionary(i => i.Item.Id, StringComparer.Ordinal);
        return item => new StoryMapRow(
            !open.TryGetValue(item.Id, out var known) ? StoryMapRowKind.Done
            : known.State == WorkItemState.Started ? StoryMapRowKind.Now
            : known.Position is { } place && next.Contains(place) ? StoryMapRowKind.Next
            : StoryMapRowKind.Later);
    }

    // Whether it is over on a past day is told by its dates, since its phase is today's.
    private static bool IsOver(Sprint sprint, DateTimeOffset asOf) => (sprint.Completed ?? (sprint.Phase == SprintPhase.Closed ? sprint.End : null)) < asOf;
}
