using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Items;

/// <summary>A row of the table of items with its state, as read.</summary>
internal sealed class ItemRow
{
    /// <summary>Everything but the team.</summary>
    public const string Select = "SELECT i.*, s.id AS state_id, s.name AS state_name FROM item i JOIN state s ON s.state_no = i.state_no";

    public long ItemNo { get; init; }
    public string Id { get; init; } = "";
    public string Key { get; init; } = "";
    public int Kind { get; init; }
    public string StateId { get; init; } = "";
    public string StateName { get; init; } = "";
    public long Created { get; init; }
    public long Updated { get; init; }
    public string? ParentId { get; init; }
    public double? StoryPoints { get; init; }
    public string? Resolution { get; init; }
    public int HistoryComplete { get; init; }
    public long? RemovedAt { get; init; }
    public long? NotVisibleSince { get; init; }
    public string? Stamp { get; init; }
    public string Project { get; init; } = "";
    public string Type { get; init; } = "";
    public string? ParentKey { get; init; }
    public string? Rank { get; init; }
    public string? Priority { get; init; }
    public string? Due { get; init; }
    public string? FixVersions { get; init; }
    public string? Labels { get; init; }
    public string? SprintIds { get; init; }
    public string? Links { get; init; }
    public string? Attachments { get; init; }
    public string? OtherFields { get; init; }
    public string? RemoteLinks { get; init; }
    public int Flagged { get; init; }
    public string? TrackerTeam { get; init; }
    public string? ReadingNotes { get; init; }
    public string? AuthorId { get; init; }
    public string Title { get; init; } = "";
    public string Description { get; init; } = "";
    public string DescriptionSpans { get; init; } = "";
    public string Criteria { get; init; } = "";
    public string CriteriaSpans { get; init; } = "";

    /// <summary>The item with its parts.</summary>
    public WorkItem ToItem(ImmutableArray<FieldChange> changes, ImmutableArray<Comment> comments) => new()
    {
        Id = Id,
        Key = Key,
        Project = Project,
        Type = Type,
        Kind = (WorkItemKind)Kind,
        Title = Title,
        Description = StructuredText.Decode(Description, DescriptionSpans),
        AcceptanceCriteria = StructuredText.Decode(Criteria, CriteriaSpans),
        StateId = StateId,
        OriginalState = StateName,
        AuthorId = AuthorId,
        Created = Instant.Of(Created),
        Updated = Instant.Of(Updated),
        Stamp = Stamp ?? "",
        ParentId = ParentId,
        ParentKey = ParentKey,
        StoryPoints = StoryPoints,
        Rank = Rank,
        Priority = Priority,
        Resolution = Resolution,
        Due = Due is null ? null : DateOnly.ParseExact(Due, "O", CultureInfo.InvariantCulture),
        FixVersions = StoreJson.ReadList(FixVersions),
        Labels = StoreJson.ReadList(Labels),
        SprintIds = StoreJson.ReadList(SprintIds),
        Comments = comments,
        Links = StoreJson.ReadLinks(Links),
        Attachments = StoreJson.ReadList(Attachments),
        RemoteLinks = StoreJson.ReadList(RemoteLinks),
        Flagged = Flagged == 1,
        Team = TrackerTeam,
        ReadingNotes = StoreJson.ReadList(ReadingNotes),
        Changes = changes,
        HistoryComplete = HistoryComplete == 1,
        RemovedAt = Instant.OrNull(RemovedAt),
        NotVisibleSince = Instant.OrNull(NotVisibleSince),
        OtherFields = StoreJson.ReadValues(OtherFields),
    };
}
