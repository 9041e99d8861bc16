using System.Collections.Immutable;
using System.Globalization;

namespace BacklogHealth.Core.WorkItems;

/// <summary>Takes one change of one field back. Fields that the product has no name for stay as they are.</summary>
internal static class UndoneFields
{
    private static readonly ImmutableSortedDictionary<string, Func<WorkItem, FieldChange, WorkItem?>> ByField =
        new Dictionary<string, Func<WorkItem, FieldChange, WorkItem?>>(StringComparer.Ordinal)
        {
            [FieldNames.State] = State,
            [FieldNames.Title] = Title,
            [FieldNames.Description] = (item, change) => Text(change, item.Description) is { } text ? item with { Description = text } : null,
            [FieldNames.AcceptanceCriteria] = (item, change) => Text(change, item.AcceptanceCriteria) is { } text ? item with { AcceptanceCriteria = text } : null,
            [FieldNames.Sprint] = Sprint,
            [FieldNames.Parent] = (item, change) => item with { ParentId = change.From?.Id, ParentKey = Words(change) },
            [FieldNames.StoryPoints] = StoryPoints,
            [FieldNames.Rank] = (item, change) => item with { Rank = Words(change) },
            [FieldNames.Type] = Type,
            [FieldNames.Kind] = (item, change) => WorkItemKinds.Read(Words(change)) is { } kind ? item with { Kind = kind } : null,
            [FieldNames.Key] = Key,
            [FieldNames.Project] = Project,
            [FieldNames.Resolution] = (item, change) => item with { Resolution = Words(change) },
            [FieldNames.Priority] = (item, change) => item with { Priority = Words(change) },
            [FieldNames.Due] = Due,
            [FieldNames.Labels] = (item, change) => item with { Labels = [.. (Words(change) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Replace('\u00A0', ' '))] },
            [FieldNames.FixVersion] = FixVersion,
            [FieldNames.Flagged] = (item, change) => item with { Flagged = Words(change) is not null },
            [FieldNames.Team] = (item, change) => item with { Team = Words(change) },
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The item before the change.</summary>
    /// <param name="item">The item as it stood right after the change.</param>
    /// <param name="change">The change.</param>
    /// <param name="known">False where the change does not tell the value before; the item then keeps the one it has.</param>
    public static WorkItem Undo(WorkItem item, FieldChange change, out bool known)
    {
        if (!ByField.TryGetValue(change.Field, out var undo))
        {
            known = true;
            return item;
        }

        // A change that names neither value was recorded without its values.
        var before = change.From is null && change.To is null ? null : undo(item, change);
        known = before is not null;
        return before ?? item;
    }

    private static string? Words(FieldChange change) => string.IsNullOrWhiteSpace(change.From?.Text) ? null : change.From.Text;

    // A state, a title, a type, a key and a project are never empty, so an empty value before says that the value is not known.
    private static WorkItem? State(WorkItem item, FieldChange change) =>
        Words(change) is { } name ? item with { StateId = change.From!.Id ?? name, OriginalState = name } : null;

    private static WorkItem? Title(WorkItem item, FieldChange change) =>
        Words(change) is { } title ? item with { Title = title } : null;

    private static WorkItem? Type(WorkItem item, FieldChange change) =>
        Words(change) is not { } type ? null
        : type.Equals(item.Type, StringComparison.Ordinal) ? item
        : item with { Type = type, Kind = WorkItemKinds.FromName(type) };

    private static WorkItem? Key(WorkItem item, FieldChange change)
    {
        if (Words(change) is not { } key)
        {
            return null;
        }

        // A move changes the project with the key, and trackers record the key alone.
        var movedFrom = ProjectOf(key);
        return movedFrom is not null && item.Project.Equals(ProjectOf(item.Key), StringComparison.Ordinal)
            ? item with { Key = key, Project = movedFrom }
            : item with { Key = key };
    }

    // Where the key begins with the project, the change of the key tells it, and a tracker may write the project's name here instead.
    private static WorkItem? Project(WorkItem item, FieldChange change) =>
        item.Project.Equals(ProjectOf(item.Key), StringComparison.Ordinal) ? item
        : Words(change) is { } project ? item with { Project = project }
        : null;

    private static string? ProjectOf(string key) => key.LastIndexOf('-') is var dash and > 0 ? key[..dash] : null;

    // The change must fit the text it led to: an empty "after" beside a text that is there says that the values were left out.
    private static StructuredText? Text(FieldChange change, StructuredText after) =>
        change.To is null && !after.IsBlank ? null : change.From?.AsStructuredText() ?? StructuredText.Empty;

    private static WorkItem? Sprint(WorkItem item, FieldChange change)
    {
        var ids = (change.From?.Id ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return ids.Length == 0 && Words(change) is not null ? null : item with { SprintIds = [.. ids] };
    }

    private static WorkItem? StoryPoints(WorkItem item, FieldChange change)
    {
        if (Words(change) is not { } words)
        {
            return item with { StoryPoints = null };
        }

        return double.TryParse(words, NumberStyles.Float, CultureInfo.InvariantCulture, out var points) ? item with { StoryPoints = points } : null;
    }

    private static WorkItem? Due(WorkItem item, FieldChange change)
    {
        if (Words(change) is not { } words)
        {
            return item with { Due = null };
        }

        return DateOnly.TryParseExact(words, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due) ? item with { Due = due } : null;
    }

    private static WorkItem FixVersion(WorkItem item, FieldChange change)
    {
        var versions = item.FixVersions.IsDefault ? [] : item.FixVersions;
        versions = change.To is { } added ? versions.Remove(added.Text) : versions;
        return item with { FixVersions = Words(change) is { } taken && !versions.Contains(taken) ? versions.Add(taken) : versions };
    }
}
