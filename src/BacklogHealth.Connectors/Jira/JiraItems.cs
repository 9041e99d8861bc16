using System.Collections.Immutable;
using System.Text.Json;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>Makes a work item of an issue. What an issue cannot do without is named where it is missing; everything else may be absent.</summary>
internal static class JiraItems
{
    /// <summary>The item, or the reason why there is none.</summary>
    /// <param name="issue">The issue with its fields.</param>
    /// <param name="history">Its changes, oldest first, and whether they are all.</param>
    /// <param name="comments">Its comments, in any order.</param>
    /// <param name="ids">Which fields hold what.</param>
    public static (WorkItem? Item, string? Reason) Read(JsonElement issue, (ImmutableArray<FieldChange> Changes, bool All) history, IEnumerable<JsonElement> comments, JiraFields ids)
    {
        var changes = history.Changes;
        var fields = issue.Get("fields") ?? default;
        var (id, key, status) = (issue.Text("id"), issue.Text("key"), fields.Get("status"));
        if (id is null || key is null)
        {
            return (null, "the answer has neither an id nor a key");
        }

        if (status?.Text("id") is not { } stateId)
        {
            return (null, "the answer has no status");
        }

        if (JiraInstant.Of(fields.Get("created")) is not { } created)
        {
            return (null, "the answer has no date of creation");
        }

        var type = fields.Get("issuetype") ?? default;
        var (parentId, parentKey) = Parent(fields, changes, ids);
        return (new WorkItem
        {
            Id = id,
            Key = key,
            Project = fields.Get("project")?.Text("key") ?? key[..Math.Max(0, key.LastIndexOf('-'))],
            Type = type.Text("name") ?? "",
            Kind = Kind(type),
            Title = JiraText.Line(fields.Text("summary") ?? ""),
            Description = JiraText.Document(fields.Get("description")),
            AcceptanceCriteria = ids.AcceptanceCriteria is { } criteria ? JiraText.Document(fields.Get(criteria)) : StructuredText.Empty,
            StateId = stateId,
            OriginalState = status.Value.Text("name") ?? stateId,
            Created = created,
            Updated = JiraInstant.Of(fields.Get("updated")) ?? created,
            Stamp = fields.Text("updated") ?? "",
            ParentId = parentId,
            ParentKey = parentKey,
            StoryPoints = ids.StoryPoints is { } points ? fields.Number(points) : null,
            Rank = ids.Rank is { } rank ? fields.Text(rank) : null,
            Priority = fields.Get("priority")?.Text("name"),
            Resolution = fields.Get("resolution")?.Text("name"),
            Due = JiraInstant.Day(fields.Text("duedate")),
            FixVersions = [.. fields.Entries("fixVersions").Select(v => v.Text("name")).OfType<string>()],
            Labels = [.. fields.Entries("labels").Select(l => l.AsText()).OfType<string>()],
            SprintIds = Sprints(fields, ids),
            Comments = [.. comments.Select(Comment).OfType<Comment>().OrderBy(c => c.At).ThenBy(c => c.Id.Length).ThenBy(c => c.Id, StringComparer.Ordinal)],
            Links = [.. fields.Entries("issuelinks").Select(Link).OfType<ItemLink>()],
            Attachments = [.. fields.Entries("attachment").Select(a => a.Text("filename")).OfType<string>()],
            Changes = changes,
            HistoryComplete = history.All && JiraHistory.FitsTogether(changes, stateId),
        }, null);
    }

    // Names of types are translated and chosen; the level in the hierarchy is not.
    private static WorkItemKind Kind(JsonElement type)
    {
        var level = type.Number("hierarchyLevel") ?? 0;
        return level > 0 ? WorkItemKind.Epic : WorkItemKinds.FromName(type.Text("name") ?? "", level < 0 || type.Flag("subtask") == true);
    }

    // An epic link holds a key alone; its id is known where the history says when the link was made.
    private static (string? Id, string? Key) Parent(JsonElement fields, ImmutableArray<FieldChange> changes, JiraFields ids)
    {
        if (fields.Get("parent") is { } parent && parent.Text("id") is { } id)
        {
            return (id, parent.Text("key"));
        }

        if (ids.EpicLink is null || fields.Text(ids.EpicLink) is not { } key)
        {
            return (null, null);
        }

        return (changes.LastOrDefault(c => c.Field == FieldNames.Parent && c.To?.Text == key)?.To?.Id, key);
    }

    private static ImmutableArray<string> Sprints(JsonElement fields, JiraFields ids) => ids.Sprint is null
        ? []
        :
        [
            .. fields.Entries(ids.Sprint).Select(JiraSprint.Of).OfType<Sprint>()
                .OrderBy(s => s.Start ?? DateTimeOffset.MaxValue).ThenBy(s => s.Id.Length).ThenBy(s => s.Id, StringComparer.Ordinal).Select(s => s.Id).Distinct(StringComparer.Ordinal),
        ];

    private static Comment? Comment(JsonElement entry) => entry.Text("id") is { } id && JiraInstant.Of(entry.Get("created")) is { } at
        ? new Comment(id, entry.Get("author")?.Text("accountId"), at, JiraText.Document(entry.Get("body")))
        : null;

    private static ItemLink? Link(JsonElement entry)
    {
        var type = entry.Get("type") ?? default;
        return (entry.Get("inwardIssue")?.Text("key"), entry.Get("outwardIssue")?.Text("key")) switch
        {
            ({ } inward, _) => new(type.Text("inward") ?? type.Text("name") ?? "", inward),
            (_, { } outward) => new(type.Text("outward") ?? type.Text("name") ?? "", outward),
            _ => null,
        };
    }
}
