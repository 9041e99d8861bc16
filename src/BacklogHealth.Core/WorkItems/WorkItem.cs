using System.Collections.Immutable;

namespace BacklogHealth.Core.WorkItems;

/// <summary>
/// Any item pulled from a tracker, with its whole history: the one model for all trackers. Instants are UTC. The tracker's own words are kept
/// beside the normalised ones. Identity is <see cref="Id"/>, which survives a move; <see cref="Key"/> is what people see and may change.
/// </summary>
public sealed record WorkItem
{
    /// <summary>The tracker's immutable id within its connection.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it, for example <c>CHK-12</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The project's key or name.</summary>
    public required string Project { get; init; }

    /// <summary>The tracker's own type name.</summary>
    public required string Type { get; init; }

    /// <summary>The type, normalised.</summary>
    public WorkItemKind Kind { get; init; }

    /// <summary>The title, one line, never null.</summary>
    public required string Title { get; init; }

    /// <summary>The description; empty where there is none.</summary>
    public StructuredText Description { get; init; } = StructuredText.Empty;

    /// <summary>Acceptance criteria where the tracker keeps them in a field of their own; else empty.</summary>
    public StructuredText AcceptanceCriteria { get; init; } = StructuredText.Empty;

    /// <summary>Id of the tracker's state (status); names change, ids do not. Equal to the name where the tracker has no ids.</summary>
    public required string StateId { get; init; }

    /// <summary>The tracker's own name of the state.</summary>
    public required string OriginalState { get; init; }

    /// <summary>Opaque account id of whoever wants it, else of whoever wrote it down: never a name, never scored; as it is now, whatever the day looked at. Null where unknown.</summary>
    public string? AuthorId { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When the tracker last changed it.</summary>
    public DateTimeOffset Updated { get; init; }

    /// <summary>The change stamp by which a listing tells whether it moved; opaque.</summary>
    public string Stamp { get; init; } = "";

    /// <summary>Id of the parent (epic, story); null where there is none.</summary>
    public string? ParentId { get; init; }

    /// <summary>Key of the parent as last seen; null where there is none.</summary>
    public string? ParentKey { get; init; }

    /// <summary>The estimate in story points (or the team's like unit); null where it has none. Never guessed.</summary>
    public double? StoryPoints { get; init; }

    /// <summary>Backlog order: compares ordinally, smaller is nearer to the top. Null where the tracker keeps no order.</summary>
    public string? Rank { get; init; }

    /// <summary>The tracker's own name of the priority; null where it has none.</summary>
    public string? Priority { get; init; }

    /// <summary>The tracker's own name of the resolution; null while unresolved.</summary>
    public string? Resolution { get; init; }

    /// <summary>A single date promised in the tracker; null where there is none.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Names of releases it is promised for.</summary>
    public ImmutableArray<string> FixVersions { get; init; } = [];

    /// <summary>Labels or tags.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>Ids of all sprints it has been in, oldest first.</summary>
    public ImmutableArray<string> SprintIds { get; init; } = [];

    /// <summary>Comments, oldest first.</summary>
    public ImmutableArray<Comment> Comments { get; init; } = [];

    /// <summary>Links to other items.</summary>
    public ImmutableArray<ItemLink> Links { get; init; } = [];

    /// <summary>Names of attached files.</summary>
    public ImmutableArray<string> Attachments { get; init; } = [];

    /// <summary>Titles of links that lead out of the tracker: pages, designs, tickets elsewhere.</summary>
    public ImmutableArray<string> RemoteLinks { get; init; } = [];

    /// <summary>True while somebody has flagged it as blocked or impeded.</summary>
    public bool Flagged { get; init; }

    /// <summary>The team that the tracker gives it to: a team field, an area path; null where it has none.</summary>
    public string? Team { get; init; }

    /// <summary>What of it could not be kept as the tracker gave it, as sentences: a text cut short, a date that no calendar knows.</summary>
    public ImmutableArray<string> ReadingNotes { get; init; } = [];

    /// <summary>Every change of a field, oldest first.</summary>
    public ImmutableArray<FieldChange> Changes { get; init; } = [];

    /// <summary>False where the tracker gave less than the whole history; such an item is kept out of cycle times, and counted.</summary>
    public bool HistoryComplete { get; init; } = true;

    /// <summary>When it was found to be deleted, after proof; null while it exists.</summary>
    public DateTimeOffset? RemovedAt { get; init; }

    /// <summary>Since when our account cannot see it any more; null while it can.</summary>
    public DateTimeOffset? NotVisibleSince { get; init; }

    /// <summary>Fields that the product has no name for, by name, as text; for files, the unknown columns.</summary>
    public ImmutableSortedDictionary<string, string> OtherFields { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}

/// <summary>A comment. The author is an opaque account id: never a name, never shown, never a feature.</summary>
/// <param name="Id">The tracker's id.</param>
/// <param name="AuthorId">Opaque account id; null where unknown.</param>
/// <param name="At">When it was written (UTC).</param>
/// <param name="Text">What it says.</param>
public sealed record Comment(string Id, string? AuthorId, DateTimeOffset At, StructuredText Text);

/// <summary>A link to another item.</summary>
/// <param name="Relation">The tracker's words for the relation, read from this item, for example "is blocked by".</param>
/// <param name="OtherKey">Key of the other item.</param>
public sealed record ItemLink(string Relation, string OtherKey);

/// <summary>A sprint or iteration.</summary>
/// <param name="Id">The tracker's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Goal">Its goal; null where the tracker has none.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="Start">Planned or real start (UTC); null where unknown.</param>
/// <param name="End">Planned end (UTC); null where unknown.</param>
/// <param name="Completed">When it was closed (UTC); null while it is not.</param>
public sealed record Sprint(string Id, string Name, string? Goal, SprintPhase Phase, DateTimeOffset? Start, DateTimeOffset? End, DateTimeOffset? Completed);

/// <summary>Where a sprint stands.</summary>
public enum SprintPhase
{
    /// <summary>Not yet begun.</summary>
    Future,

    /// <summary>Running.</summary>
    Active,

    /// <summary>Closed.</summary>
    Closed,
}
