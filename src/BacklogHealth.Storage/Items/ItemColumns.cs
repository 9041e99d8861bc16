using System.Globalization;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Items;

/// <summary>The columns that hold an item's own values and those of its parts, in one order for writing and hashing.</summary>
internal static class ItemColumns
{
    /// <summary>Names of the columns that every version has had, in the order of the values.</summary>
    public static readonly IReadOnlyList<string> First =
    [
        "id", "key", "kind", "created", "updated", "parent_id", "story_points", "resolution", "history_complete", "project", "type", "parent_key", "rank",
        "priority", "due", "fix_versions", "labels", "sprint_ids", "links", "attachments", "other_fields", "title", "description", "description_spans",
        "criteria", "criteria_spans",
    ];

    /// <summary>Names of the columns that came later; the hash of an item that says nothing in them is what it was before.</summary>
    public static readonly IReadOnlyList<string> Later = ["remote_links", "flagged", "tracker_team", "reading_notes", "author_id"];

    /// <summary>The columns of a change behind its item and place.</summary>
    public static readonly IReadOnlyList<string> Change = ["at", "field", "from_text", "from_id", "from_spans", "to_text", "to_id", "to_spans", "author_id"];

    /// <summary>The columns of a comment behind its item and place.</summary>
    public static readonly IReadOnlyList<string> Comment = ["id", "author_id", "at", "words", "words_spans"];

    /// <summary>Hands over the values of <see cref="First"/>.</summary>
    public static RowSink Add(this RowSink row, WorkItem item) => row
        .Add(CleanText.Of(item.Id)).Add(CleanText.Of(item.Key)).Add((long)item.Kind).Add(item.Created.UtcTicks).Add(item.Updated.UtcTicks)
        .Add(CleanText.OrNull(item.ParentId)).Add(item.StoryPoints).Add(CleanText.OrNull(item.Resolution)).Add(item.HistoryComplete ? 1L : 0L)
        .Add(CleanText.Of(item.Project)).Add(CleanText.Of(item.Type)).Add(CleanText.OrNull(item.ParentKey)).Add(CleanText.OrNull(item.Rank))
        .Add(CleanText.OrNull(item.Priority)).Add(item.Due?.ToString("O", CultureInfo.InvariantCulture))
        .Add(StoreJson.Write(item.FixVersions)).Add(StoreJson.Write(item.Labels)).Add(StoreJson.Write(item.SprintIds)).Add(StoreJson.Write(item.Links))
        .Add(StoreJson.Write(item.Attachments)).Add(StoreJson.Write(item.OtherFields)).Add(CleanText.Of(item.Title))
        .Add(CleanText.Of(item.Description.Plain)).Add(item.Description.EncodeSpans())
        .Add(CleanText.Of(item.AcceptanceCriteria.Plain)).Add(item.AcceptanceCriteria.EncodeSpans());

    /// <summary>Hands over the values of <see cref="Later"/>.</summary>
    public static RowSink AddLater(this RowSink row, WorkItem item) => row
        .Add(StoreJson.Write(item.RemoteLinks)).Add(item.Flagged ? 1L : 0L).Add(CleanText.OrNull(item.Team)).Add(StoreJson.Write(item.ReadingNotes)).Add(CleanText.OrNull(item.AuthorId));

    /// <summary>True where an item says something in <see cref="Later"/>.</summary>
    public static bool SaysLater(WorkItem item) =>
        item.Flagged || item.Team is not null || item.AuthorId is not null || !item.RemoteLinks.IsDefaultOrEmpty || !item.ReadingNotes.IsDefaultOrEmpty;

    /// <summary>Hands over the values of <see cref="Change"/>.</summary>
    public static RowSink Add(this RowSink row, FieldChange change) => row
        .Add(change.At.UtcTicks).Add(CleanText.Of(change.Field))
        .Add(CleanText.OrNull(change.From?.Text)).Add(CleanText.OrNull(change.From?.Id)).Add(CleanText.OrNull(change.From?.Structure))
        .Add(CleanText.OrNull(change.To?.Text)).Add(CleanText.OrNull(change.To?.Id)).Add(CleanText.OrNull(change.To?.Structure))
        .Add(CleanText.OrNull(change.AuthorId));

    /// <summary>Hands over the values of <see cref="Comment"/>.</summary>
    public static RowSink Add(this RowSink row, Comment comment) => row
        .Add(CleanText.Of(comment.Id)).Add(CleanText.OrNull(comment.AuthorId)).Add(comment.At.UtcTicks)
        .Add(CleanText.Of(comment.Text.Plain)).Add(comment.Text.EncodeSpans());
}
