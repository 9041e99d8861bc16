using System.Globalization;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Testing;

/// <summary>Things for tests with believable values where the test does not care: <c>A.WorkItem("CHK-1")</c>.</summary>
public static class A
{
    /// <summary>The state in which items begin.</summary>
    public static readonly WorkflowState ToDo = new("1", "To Do", WorkItemState.NotStarted);

    /// <summary>The state of items that are worked on.</summary>
    public static readonly WorkflowState InProgress = new("2", "In Progress", WorkItemState.Started);

    /// <summary>The state of items that are finished.</summary>
    public static readonly WorkflowState Done = new("3", "Done", WorkItemState.Finished);

    /// <summary>Those three, in the order of the board.</summary>
    public static Workflow Workflow => new([ToDo, InProgress, Done]);

    /// <summary>A profile with that workflow and nothing else.</summary>
    public static TrackerProfile Profile => new(Workflow, [], "Europe/Berlin", "https://tracker.example/browse/{key}", []);

    /// <summary>An instant in UTC, for example <c>A.Time("2026-01-05 09:12")</c>; a day alone is its midnight.</summary>
    public static DateTimeOffset Time(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    /// <summary>A text without markup.</summary>
    public static StructuredText Text(string plain) => StructuredText.FromPlain(plain);

    /// <summary>A story that was created on 5 January 2026 and is still to do. Its id is "id-" and its key; everything else can be set with <c>with</c>.</summary>
    public static WorkItem WorkItem(string key, string title = "Pay by card", string created = "2026-01-05 09:00") => new()
    {
        Id = "id-" + key,
        Key = key,
        Project = key.Split('-')[0],
        Type = "Story",
        Kind = WorkItemKind.Story,
        Title = title,
        StateId = ToDo.Id,
        OriginalState = ToDo.Name,
        Created = Time(created),
        Updated = Time(created),
        Stamp = created,
    };

    /// <summary>The item after it entered a state: with the change in its history.</summary>
    public static WorkItem Moved(this WorkItem item, string at, WorkflowState to)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(to);
        return item.Changed(at, FieldNames.State, new(item.OriginalState, item.StateId), new(to.Name, to.Id)) with { StateId = to.Id, OriginalState = to.Name };
    }

    /// <summary>The item with a change in its history and a later update; the changed field itself is for the caller to set.</summary>
    public static WorkItem Changed(this WorkItem item, string at, string field, FieldValue? from, FieldValue? to)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item with { Changes = item.Changes.Add(new FieldChange(Time(at), field, from, to, "account-1")), Updated = Time(at), Stamp = at };
    }
}
