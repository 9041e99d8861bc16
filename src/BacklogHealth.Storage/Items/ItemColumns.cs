using System.Globalization;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Items;

/// <summary>The columns that hold an item's own values, in one order for writing and hashing.</summary>
internal static class ItemColumns
{
    /// <summary>Names of the columns, in the order of the values.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "id", "key", "kind", "created", "updated", "parent_id", "story_points", "resolution", "history_complete", "project", "type", "parent_key", "rank",
        "priority", "due", "fix_versions", "labels", "sprint_ids", "links", "attachments", "other_fields", "title", "description", "description_spans",
        "criteria", "criteria_spans",
    ];

    /// <summary>The values of an item.</summary>
    public static IReadOnlyList<object?> Of(WorkItem item) =>
    [
        CleanText.Of(item.Id), CleanText.Of(item.Key), (int)item.Kind, item.Created.UtcTicks, item.Updated.UtcTicks, CleanText.OrNull(item.ParentId),
        item.StoryPoints, CleanText.OrNull(item.Resolution), item.HistoryComplete ? 1 : 0, CleanText.Of(item.Project), CleanText.Of(item.Type),
        CleanText.OrNull(item.ParentKey), CleanText.OrNull(item.Rank), CleanText.OrNull(item.Priority), item.Due?.ToString("O", CultureInfo.InvariantCulture),
        StoreJson.Write(item.FixVersions), StoreJson.Write(item.Labels), StoreJson.Write(item.SprintIds), StoreJson.Write(item.Links),
        StoreJson.Write(item.Attachments), StoreJson.Write(item.OtherFields), CleanText.Of(item.Title), CleanText.Of(item.Description.Plain),
        item.Description.EncodeSpans(), CleanText.Of(item.AcceptanceCriteria.Plain), item.AcceptanceCriteria.EncodeSpans(),
    ];

    /// <summary>The columns of a change behind its item and place.</summary>
    public static readonly IReadOnlyList<string> ChangeNames = ["at", "field", "from_text", "from_id", "from_spans", "to_text", "to_id", "to_spans", "author_id"];

    /// <summary>The values of a change.</summary>
    public static IReadOnlyList<object?> Of(FieldChange change) =>
    [
        change.At.UtcTicks, CleanText.Of(change.Field),
        CleanText.OrNull(change.From?.Text), CleanText.OrNull(change.From?.Id), CleanText.OrNull(change.From?.Structure),
        CleanText.OrNull(change.To?.Text), CleanText.OrNull(change.To?.Id), CleanText.OrNull(change.To?.Structure),
        CleanText.OrNull(change.AuthorId),
    ];

    /// <summary>The columns of a comment behind its item and place.</summary>
    public static readonly IReadOnlyList<string> CommentNames = ["id", "author_id", "at", "words", "words_spans"];

    /// <summary>The values of a comment.</summary>
    public static IReadOnlyList<object?> Of(Comment comment) =>
    [
        CleanText.Of(comment.Id), CleanText.OrNull(comment.AuthorId), comment.At.UtcTicks, CleanText.Of(comment.Text.Plain), comment.Text.EncodeSpans(),
    ];
}
