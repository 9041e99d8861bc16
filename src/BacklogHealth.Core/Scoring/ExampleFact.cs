using System.Globalization;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring;

/// <summary>Something that is known of an example's item beside its texts. Days are counted back from the day of the example.</summary>
public sealed record ExampleFact
{
    private ExampleFact(string says, Func<WorkItem, DateOnly, WorkItem> apply) => (Says, Apply) = (says, apply);

    /// <summary>It in words, for the catalogue.</summary>
    public string Says { get; }

    /// <summary>Gives an item the fact.</summary>
    internal Func<WorkItem, DateOnly, WorkItem> Apply { get; }

    internal static ExampleFact Comment(string author, string text, int daysAgo) => new(Ago($"comment by {author}", daysAgo) + $": {text}", (item, today) => item with
    {
        Comments = item.Comments.Add(new Comment($"{item.Comments.Length + 1}", author, At(today, daysAgo), StructuredText.FromPlain(text))),
    });

    internal static ExampleFact Created(int daysAgo) => new(Ago("created", daysAgo), (item, today) => item with { Created = At(today, daysAgo) });

    internal static ExampleFact Changed(string field, string? from, string? to, int daysAgo) => new(Ago($"{field} changed", daysAgo) + $": {from ?? "nothing"} to {to ?? "nothing"}", (item, today) => item with
    {
        Changes = item.Changes.Add(new FieldChange(At(today, daysAgo), field, from is null ? null : new FieldValue(from), to is null ? null : new FieldValue(to))),
        Updated = At(today, daysAgo),
    });

    internal static ExampleFact State(WorkItemState state) => new($"state: {Words(state)}", (item, _) => item with { StateId = state.ToString(), OriginalState = state.ToString() });

    internal static ExampleFact Started(int daysAgo) => new(Ago("started", daysAgo), (item, today) => item with
    {
        StateId = nameof(WorkItemState.Started),
        OriginalState = nameof(WorkItemState.Started),
        Changes = item.Changes.Add(new FieldChange(At(today, daysAgo), FieldNames.State, Value(WorkItemState.NotStarted), Value(WorkItemState.Started))),
    });

    internal static ExampleFact Priority(string name) => new($"priority: {name}", (item, _) => item with { Priority = name });

    internal static ExampleFact Points(double points) => new(string.Create(CultureInfo.InvariantCulture, $"estimate: {points} points"), (item, _) => item with { StoryPoints = points });

    internal static ExampleFact Due(int daysAhead) => new(string.Create(CultureInfo.InvariantCulture, $"due in {daysAhead} days"), (item, today) => item with { Due = today.AddDays(daysAhead) });

    internal static ExampleFact WithoutParent() => new("below nothing", (item, _) => item with { ParentId = null });

    internal static ExampleFact Label(string label) => new($"label: {label}", (item, _) => item with { Labels = item.Labels.Add(label) });

    internal static ExampleFact Rank(string rank) => new($"rank: {rank}", (item, _) => item with { Rank = rank });

    internal static ExampleFact Sprint(string name) => new($"in {name}", (item, _) => item with { SprintIds = item.SprintIds.Add(name) });

    internal static ExampleFact Link(string relation, string key) => new($"{relation} {key}", (item, _) => item with { Links = item.Links.Add(new ItemLink(relation, key)) });

    internal static ExampleFact Attachment(string file) => new($"attached: {file}", (item, _) => item with { Attachments = item.Attachments.Add(file) });

    internal static ExampleFact Page(string title) => new($"linked page: {title}", (item, _) => item with { RemoteLinks = item.RemoteLinks.Add(title) });

    internal static ExampleFact Criteria(string text) => new($"acceptance criteria: {text.ReplaceLineEndings(" / ")}", (item, _) => item with { AcceptanceCriteria = StructuredText.FromPlain(text) });

    private static FieldValue Value(WorkItemState state) => new(state.ToString(), state.ToString());

    private static DateTimeOffset At(DateOnly today, int daysAgo) => new(today.AddDays(-daysAgo), new TimeOnly(9, 0), TimeSpan.Zero);

    private static string Ago(string what, int days) => string.Create(CultureInfo.InvariantCulture, $"{what} {days} days ago");

    private static string Words(WorkItemState state) => state switch
    {
        WorkItemState.Finished => "finished",
        WorkItemState.Started => "started",
        _ => "not started",
    };
}
