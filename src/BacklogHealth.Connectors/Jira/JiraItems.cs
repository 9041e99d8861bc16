using System.Collections.Immutable;
using System.Text.Json;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>Makes a work item of an issue. What an issue cannot do without is named where it is missing; everything else may be absent.</summary>
internal static class JiraItems
{
    /// <summary>The item, or the reason why there is none.</summary>
    public static (WorkItem? Item, string? Reason) Read(JiraParts parts, JiraDialect dialect, JiraFields ids)
    {
        var (changes, all) = JiraHistory.Read(parts.Histories, dialect, ids);
        var fields = parts.Issue.Get("fields") ?? default;
        var (id, key, status) = (parts.Issue.Text("id"), parts.Issue.Text("key"), fields.Get("status"));
        if (id is null || key is null)
        {
            return (null, "the answer has neither an id nor a key");
        }

        if (status?.Text("id") is not { } stateId)
        {
            return (null, "the answer has no status");
        }

        var dates = new JiraDates(fields, changes);
        if (dates.Created is not { } created)
        {
            return (null, "the answer has no date that a calendar knows");
        }

        var notes = dates.Notes;
        var type = fields.Get("issuetype") ?? default;
        var (parentId, parentKey) = Parent(fields, changes, ids);
        var item = new WorkItem
        {
            Id = id,
            Key = key,
            Project = fields.Get("project")?.Text("key") ?? key[..Math.Max(0, key.LastIndexOf('-'))],
            Type = type.Text("name") ?? "",
            Kind = Kind(type),
            Title = JiraText.Line(fields.Text("summary") ?? ""),
            Description = JiraText.Document(dialect, fields.Get("description"), "The description", notes),
            AcceptanceCriteria = ids.AcceptanceCriteria is { } criteria ? JiraText.Document(dialect, fields.Get(criteria.Id), "The field of acceptance criteria", notes) : StructuredText.Empty,
            StateId = stateId,
            OriginalState = status.Value.Text("name") ?? stateId,
            AuthorId = dialect.AccountOf(fields.Get("reporter")) ?? dialect.AccountOf(fields.Get("creator")),
            Created = created,
            Updated = dates.Updated ?? created,
            Stamp = JiraSearch.Stamp(fields, ids.Rank) ?? "",
            ParentId = parentId,
            ParentKey = parentKey,
            StoryPoints = ids.StoryPoints is { } points ? fields.Number(points.Id) : null,
            Rank = ids.Rank is { } rank ? fields.Text(rank.Id) : null,
            Priority = fields.Get("priority")?.Text("name"),
            Resolution = fields.Get("resolution")?.Text("name"),
            Due = dates.Due,
            FixVersions = [.. fields.Entries("fixVersions").Select(v => v.Text("name")).OfType<string>()],
            Labels = [.. fields.Entries("labels").Select(l => l.AsText()).OfType<string>()],
            SprintIds = Sprints(fields, ids),
            Comments = Comments(parts, dialect, notes),
            Links = [.. fields.Entries("issuelinks").Select(Link).OfType<ItemLink>()],
            Attachments = [.. fields.Entries("attachment").Select(a => a.Text("filename")).OfType<string>()],
            RemoteLinks = [.. parts.RemoteLinks.Select(l => l.Get("object")?.Text("title")).OfType<string>().Select(JiraText.Line)],
            Flagged = ids.Flagged is { } flag && fields.Entries(flag.Id).Any(),
            Team = ids.Team is { } team ? Team(fields.Get(team.Id)) : null,
            Changes = changes,
            HistoryComplete = parts.HistoriesWhole && all && dates.CreatedIsKnown && JiraHistory.FitsTogether(changes, stateId),
        };
        return (item with { ReadingNotes = [.. notes, .. JsonMarks.Notes([fields, .. parts.Comments])] }, null);
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

        if (ids.EpicLink is null || fields.Text(ids.EpicLink.Id) is not { } key)
        {
            return (null, null);
        }

        return (changes.LastOrDefault(c => c.Field == FieldNames.Parent && c.To?.Text == key)?.To?.Id, key);
    }

    private static ImmutableArray<string> Sprints(JsonElement fields, JiraFields ids) => ids.Sprint is null
        ? []
        :
        [
            .. fields.Entries(ids.Sprint.Id).Select(JiraSprint.Of).OfType<Sprint>()
                .OrderBy(s => s.Start ?? DateTimeOffset.MaxValue).ThenBy(s => s.Id.Length).ThenBy(s => s.Id, StringComparer.Ordinal).Select(s => s.Id).Distinct(StringComparer.Ordinal),
        ];

    private static ImmutableArray<Comment> Comments(JiraParts parts, JiraDialect dialect, List<string> notes)
    {
        if (parts.Comments.Count == 0)
        {
            return [];
        }

        var comments = new List<Comment>(parts.Comments.Count);
        foreach (var entry in parts.Comments)
        {
            if (entry.Text("id") is not { } id)
            {
                continue;
            }

            if (JiraInstant.Of(entry.Get("created")) is { } at)
            {
                comments.Add(new Comment(id, dialect.AccountOf(entry.Get("author")), at, JiraText.Document(dialect, entry.Get("body"), $"Comment {id}", notes)));
            }
            else
            {
                notes.Add($"Comment {id} is left out: it was written {JiraDates.Quoted(entry, "created")}, a date that no calendar knows.");
            }
        }

        return [.. comments.OrderBy(c => c.At).ThenBy(c => c.Id.Length).ThenBy(c => c.Id, StringComparer.Ordinal)];
    }

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

    // A team is an object with a name, or a mere id.
    private static string? Team(JsonElement? value) => value?.ValueKind == JsonValueKind.Object
        ? value.Value.Text("name") ?? value.Value.Text("title") ?? value.Value.Text("id")
        : value?.AsText();
}
