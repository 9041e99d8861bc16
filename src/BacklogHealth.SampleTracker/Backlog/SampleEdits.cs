using System.Collections.Immutable;
using System.Globalization;

namespace BacklogHealth.SampleTracker.Backlog;

/// <summary>
/// What may happen to a site between two looks at it: each makes another backlog of one, with the change in the item's history where the trackers
/// keep one. Items are named by id. Instants must be later than all that is in the item's history.
/// </summary>
public static class SampleEdits
{
    /// <summary>The account that makes the edits.</summary>
    public const string Editor = "5f00ed17ed17ed17ed17ed17";

    private static readonly (string Field, string? From, string? FromText, string? To, string? ToText)[] NoChange = [];

    /// <summary>An item of the backlog.</summary>
    /// <exception cref="ArgumentException">There is none of this id.</exception>
    public static SampleItem Item(this SampleBacklog backlog, string id) =>
        backlog.Projects.SelectMany(p => p.Items).FirstOrDefault(i => i.Id == id)
        ?? throw new ArgumentException($"sample backlog: found no item {id}; expected the id of an item. Look it up in Projects.", nameof(id));

    /// <summary>Puts another item in the place of one, whatever it is: the change leaves no trace but what it makes itself.</summary>
    public static SampleBacklog With(this SampleBacklog backlog, string id, Func<SampleItem, SampleItem> change) => backlog with
    {
        Projects = [.. backlog.Projects.Select(p => p.Items.Any(i => i.Id == id) ? p with { Items = [.. p.Items.Select(i => i.Id == id ? change(i) : i)] } : p)],
    };

    /// <summary>Somebody gives the item another title.</summary>
    public static SampleBacklog Retitle(this SampleBacklog backlog, string id, string title, DateTimeOffset at) =>
        backlog.With(id, i => Changed(i, at, ("summary", null, i.Title, null, title)) with { Title = title });

    /// <summary>Somebody moves the item to another state.</summary>
    public static SampleBacklog MoveTo(this SampleBacklog backlog, string id, string statusId, DateTimeOffset at)
    {
        var project = ProjectOf(backlog, id);
        return backlog.With(id, i => Changed(i, at, ("status", i.StatusId, Name(project, i.StatusId), statusId, Name(project, statusId))) with { StatusId = statusId });
    }

    /// <summary>Somebody writes a comment.</summary>
    public static SampleBacklog Comment(this SampleBacklog backlog, string id, string text, DateTimeOffset at) => backlog.With(id, i => i with
    {
        Comments = i.Comments.Add(new SampleComment(Number($"{i.Id}{i.Comments.Length + 1}"), Editor, at, SampleText.Of(text))),
        Updated = at,
    });

    /// <summary>Somebody moves the item within the backlog. Jira does not count that as an update.</summary>
    public static SampleBacklog Rerank(this SampleBacklog backlog, string id, string rank, DateTimeOffset at) => backlog.With(id, i =>
        Changed(i, at, ("Rank", null, "", null, string.CompareOrdinal(rank, i.Rank) < 0 ? "Ranked higher" : "Ranked lower")) with { Rank = rank, Updated = i.Updated });

    /// <summary>Somebody makes it an item of another type.</summary>
    public static SampleBacklog ChangeType(this SampleBacklog backlog, string id, string type, DateTimeOffset at) =>
        backlog.With(id, i => Changed(i, at, ("issuetype", null, i.Type, null, type)) with { Type = type });

    /// <summary>Somebody links two items. Azure DevOps makes no revision of that; Jira updates both.</summary>
    /// <param name="backlog">The sample so far.</param>
    /// <param name="id">The item from which the relation is read.</param>
    /// <param name="relation">The relation in words, such as <c>blocks</c>.</param>
    /// <param name="otherId">The item to which it leads.</param>
    /// <param name="at">When.</param>
    public static SampleBacklog Link(this SampleBacklog backlog, string id, string relation, string otherId, DateTimeOffset at)
    {
        var (one, other) = (backlog.Item(id), backlog.Item(otherId));
        return backlog
            .With(otherId, i => Changed(i, at, ("Link", null, null, one.Key, $"This issue is linked with {one.Key}")))
            .With(id, i => Changed(i, at, ("Link", null, null, other.Key, $"This issue {relation} {other.Key}")) with { Links = i.Links.Add(new SampleLink(relation, other.Key) { Since = at }) });
    }

    /// <summary>Somebody deletes the item. Azure DevOps keeps it in the recycle bin, from which it can be restored.</summary>
    public static SampleBacklog Delete(this SampleBacklog backlog, string id, DateTimeOffset at) =>
        backlog.With(id, i => Changed(i, at, ("deleted", null, null, null, "true")) with { Deleted = at });

    /// <summary>Somebody takes a deleted item back.</summary>
    public static SampleBacklog Restore(this SampleBacklog backlog, string id, DateTimeOffset at) =>
        backlog.With(id, i => Changed(i, at, ("deleted", null, "true", null, null)) with { Deleted = null });

    /// <summary>Somebody deletes the item for good: no tracker knows it any more.</summary>
    public static SampleBacklog Destroy(this SampleBacklog backlog, string id) => backlog with
    {
        Projects = [.. backlog.Projects.Select(p => p with { Items = p.Items.RemoveAll(i => i.Id == id) })],
    };

    /// <summary>The account that reads may not see the items any more.</summary>
    public static SampleBacklog Hide(this SampleBacklog backlog, params string[] ids) => ids.Aggregate(backlog, (b, id) => b.With(id, i => i with { IsHidden = true }));

    /// <summary>The account that reads may see the items again.</summary>
    public static SampleBacklog Show(this SampleBacklog backlog, params string[] ids) => ids.Aggregate(backlog, (b, id) => b.With(id, i => i with { IsHidden = false }));

    /// <summary>Somebody moves the item to another project: the key changes, the state begins anew, sprints are left; the id stays.</summary>
    public static SampleBacklog MoveToProject(this SampleBacklog backlog, string id, string projectKey, DateTimeOffset at)
    {
        var item = backlog.Item(id);
        var from = ProjectOf(backlog, id);
        var to = Project(backlog, projectKey);
        var key = Number($"{to.Key}-{1 + to.Items.Select(i => int.Parse(i.Key.AsSpan(i.Key.LastIndexOf('-') + 1), CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max()}");
        var first = to.Statuses[0];
        var sprints = string.Join(", ", item.SprintIds);
        var moved = Changed(
            item,
            at,
            [
                ("project", from.Id, from.Name, to.Id, to.Name),
                ("Key", null, item.Key, null, key),
                ("status", item.StatusId, Name(from, item.StatusId), first.Id, first.Name),
                .. sprints.Length > 0 ? [("Sprint", sprints, sprints, "", "")] : NoChange,
                .. item.Resolution is { } resolution ? [("resolution", null, resolution, null, null)] : NoChange,
            ]);

        return backlog with
        {
            Projects =
            [
                .. backlog.Projects.Select(p => p == from ? p with { Items = p.Items.Remove(item) }
                    : p == to ? p with { Items = p.Items.Add(moved with { Key = key, StatusId = first.Id, SprintIds = [], Resolution = null }) } : p),
            ],
        };
    }

    /// <summary>An administrator gives a state another name. Histories keep the old one.</summary>
    public static SampleBacklog RenameStatus(this SampleBacklog backlog, string statusId, string name) => backlog with
    {
        Projects = [.. backlog.Projects.Select(p => p with { Statuses = [.. p.Statuses.Select(s => s.Id == statusId ? s with { Name = name } : s)] })],
    };

    /// <summary>An administrator removes a state and moves its items to another. Histories keep it.</summary>
    public static SampleBacklog RemoveStatus(this SampleBacklog backlog, string statusId, string replacementId, DateTimeOffset at)
    {
        var moved = backlog.Projects.SelectMany(p => p.Items).Where(i => i.StatusId == statusId).Aggregate(backlog, (b, i) => b.MoveTo(i.Id, replacementId, at));
        return moved with { Projects = [.. moved.Projects.Select(p => p with { Statuses = p.Statuses.RemoveAll(s => s.Id == statusId) })] };
    }

    /// <summary>Adds plain stories to a project, each with so many moves between its first two states in its history, a minute apart.</summary>
    /// <param name="backlog">The sample so far.</param>
    /// <param name="projectKey">The project.</param>
    /// <param name="count">How many.</param>
    /// <param name="from">When the first was created; each later one a second after the one before.</param>
    /// <param name="changes">How many changes each has.</param>
    public static SampleBacklog AddMany(this SampleBacklog backlog, string projectKey, int count, DateTimeOffset from, int changes = 0)
    {
        var project = Project(backlog, projectKey);
        var firstId = 1 + backlog.Projects.SelectMany(p => p.Items).Select(i => int.Parse(i.Id, CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max();
        var firstNumber = 1 + project.Items.Select(i => int.Parse(i.Key.AsSpan(i.Key.LastIndexOf('-') + 1), CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max();
        var added = Enumerable.Range(0, count).Select(n => WithHistory(project, new SampleItem
        {
            Id = Number($"{firstId + n}"),
            Key = Number($"{projectKey}-{firstNumber + n}"),
            Type = "Story",
            Title = Number($"Added item {firstNumber + n}"),
            StatusId = project.Statuses[0].Id,
            Created = from.AddSeconds(n),
            Updated = from.AddSeconds(n),
            Rank = BacklogOrder.Rank(30_000_000 + n),
        }, changes));
        return backlog with { Projects = backlog.Projects.Replace(project, project with { Items = project.Items.AddRange(added) }) };
    }

    /// <summary>An item that was moved between the first two states of its project so many times, a minute apart.</summary>
    internal static SampleItem WithHistory(SampleProject project, SampleItem item, int changes)
    {
        var states = project.Statuses;
        var history = Enumerable.Range(0, changes).Select(n => new SampleChange(
            Number($"{item.Id}{n + 1:00000}"), item.Created.AddMinutes(n + 1), Editor, "status",
            states[n % 2].Id, states[n % 2].Name, states[1 - (n % 2)].Id, states[1 - (n % 2)].Name)).ToImmutableArray();
        return changes == 0 ? item : item with { Changes = history, Updated = history[^1].At, StatusId = history[^1].To! };
    }

    private static SampleItem Changed(SampleItem item, DateTimeOffset at, params (string Field, string? From, string? FromText, string? To, string? ToText)[] changes)
    {
        var id = Number($"{item.Id}{item.Changes.Length + 1:00000}");
        return item with
        {
            Changes = item.Changes.AddRange(changes.Select(c => new SampleChange(id, at, Editor, c.Field, c.From, c.FromText, c.To, c.ToText))),
            Updated = at,
        };
    }

    private static SampleProject ProjectOf(SampleBacklog backlog, string id) => backlog.Projects.First(p => p.Items.Contains(backlog.Item(id)));

    private static SampleProject Project(SampleBacklog backlog, string key) =>
        backlog.Projects.FirstOrDefault(p => p.Key == key)
        ?? throw new ArgumentException($"sample backlog: found no project {key}; expected the key of a project. Look it up in Projects.", nameof(key));

    private static string? Name(SampleProject project, string statusId) => project.Statuses.FirstOrDefault(s => s.Id == statusId)?.Name;

    private static string Number(FormattableString text) => FormattableString.Invariant(text);
}
