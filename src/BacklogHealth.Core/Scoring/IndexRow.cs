using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring;

/// <summary>What the index of a backlog keeps of one item: no text but the title, so that a backlog of any size fits.</summary>
internal sealed record IndexRow(string Id, string Key, string Title, WorkItemKind Kind, WorkItemState State, string? ParentId, bool GivesReason)
{
    public required DateTimeOffset Created { get; init; }

    /// <summary>When somebody last looked into it, as <see cref="Touches"/> tells it; null where nothing tells.</summary>
    public DateTimeOffset? LastTouched { get; init; }

    /// <summary>True where the tracker names a resolution.</summary>
    public bool Resolved { get; init; }

    /// <summary>True where it is neither finished nor resolved.</summary>
    public bool IsOpen => State != WorkItemState.Finished && !Resolved;

    public string? Rank { get; init; }

    public string? Priority { get; init; }

    public double? StoryPoints { get; init; }

    public DateOnly? Due { get; init; }

    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>Ids of all sprints it has been in, oldest first.</summary>
    public ImmutableArray<string> SprintIds { get; init; } = [];

    /// <summary>What stands for its description, whatever its case and white space; 0 for none.</summary>
    public ulong DescriptionHash { get; init; }

    /// <summary>Keys of the items it waits for.</summary>
    public ImmutableArray<string> WaitsFor { get; init; } = [];

    /// <summary>Whole days since it was last looked into; null where nothing tells.</summary>
    public int? DaysUntouched(DateOnly today) => LastTouched is { } at ? today.DayNumber - DateOnly.FromDateTime(at.UtcDateTime).DayNumber : null;

    public static IndexRow Of(WorkItem item, WorkItemState state, bool givesReason) => new(item.Id, item.Key, item.Title, item.Kind, state, item.ParentId, givesReason)
    {
        Created = item.Created,
        Resolved = item.Resolution is not null,
        Rank = item.Rank,
        Priority = item.Priority,
        StoryPoints = item.StoryPoints,
        Due = item.Due,
        Labels = item.Labels,
        SprintIds = item.SprintIds,
        DescriptionHash = TextHash.Of(item.Description.Plain),
        WaitsFor = item.Links.IsEmpty ? [] : [.. item.Links.Where(l => Relations.MeanBlocked(l.Relation)).Select(l => l.OtherKey)],
    };
}
