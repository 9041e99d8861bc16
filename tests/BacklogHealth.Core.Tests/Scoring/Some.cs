using System.Collections.Immutable;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Scoring;

/// <summary>Items and scores for tests of rules.</summary>
internal static class Some
{
    public static readonly TeamContext Team = new()
    {
        Today = new DateOnly(2026, 3, 2),
        Workflow = new Workflow(Enum.GetValues<WorkItemState>().Select(s => new WorkflowState(s.ToString(), s.ToString(), s))),
    };

    public static WorkItem Item(string title, string description = "", WorkItemKind kind = WorkItemKind.Story, string key = "CHK-1", string? parent = null) => new()
    {
        Id = key,
        Key = key,
        Project = "CHK",
        Type = kind.ToString(),
        Kind = kind,
        Title = title,
        Description = StructuredText.FromPlain(description),
        StateId = nameof(WorkItemState.NotStarted),
        OriginalState = nameof(WorkItemState.NotStarted),
        Created = new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero),
        ParentId = parent,
    };

    /// <summary>The score of an item beside others.</summary>
    public static ItemScore Score(WorkItem item, TeamContext? team = null, params WorkItem[] others) =>
        new Scorer(RuleBook.All, team ?? Team, BacklogIndex.Build([item, .. others], team ?? Team)).Score(item);

    public static ItemScore Score(string title, string description = "", WorkItemKind kind = WorkItemKind.Story) => Score(Item(title, description, kind));

    /// <summary>The finding of one rule; null where it found nothing.</summary>
    public static Finding? Find(string rule, string title, string description = "", WorkItemKind kind = WorkItemKind.Story) =>
        Score(title, description, kind).Findings.FirstOrDefault(f => f.RuleId == rule);

    /// <summary>The words a rule's finding rests on, joined by " | "; null where it found nothing.</summary>
    public static string? Words(string rule, string title, string description = "", WorkItemKind kind = WorkItemKind.Story) =>
        Find(rule, title, description, kind) is { } finding ? string.Join(" | ", finding.Evidence.Select(e => e.Text)) : null;

    /// <summary>The finding of one rule in an example: of its item, or of the backlog it stands in.</summary>
    public static Finding? Find(string rule, Example example)
    {
        if (RuleBook.All.Find(rule) is OutlookRule promised)
        {
            return promised.Check(example.Outlook!).FirstOrDefault();
        }

        if (RuleBook.All.Find(rule) is ShippedRule shipped)
        {
            return shipped.Check(example.Shipped).FirstOrDefault()?.Finding;
        }

        var team = Team with { Language = example.Language };
        var item = Of(example, "CHK-1");
        List<WorkItem> all = [item, .. example.Beside.Select((b, i) => Of(b, $"CHK-{i + 2}"))];
        List<(Example Example, string Key)> holders = [(example, "CHK-1"), .. example.Beside.Select((b, i) => (b, $"CHK-{i + 2}"))];
        all.AddRange(holders.SelectMany(h => h.Example.Below.Select((b, i) => Below(b, h.Example.Kind, h.Key, i))));
        if (example.Parent is { } parent)
        {
            all.Add(Of(parent, "EPIC-1") with { ParentId = null });
        }

        var scorer = new Scorer(RuleBook.All, team, BacklogIndex.Build(all, team, [.. example.Sprints.Select(Of)]));
        return scorer.Score(item).Findings.Concat(scorer.ScoreBacklog().Select(f => f.Finding)).FirstOrDefault(f => f.RuleId == rule);
    }

    public static ImmutableArray<string> RuleIds(ItemScore score) => [.. score.Findings.Select(f => f.RuleId)];

    // The item, with the key it has in the backlog of its example: CHK-1, beside it CHK-2, CHK-3 and so on, above them EPIC-1.
    private static WorkItem Of(Example example, string key) =>
        example.Facts.Aggregate(Item(example.Title, example.Description, example.Kind, key, "EPIC-1"), (item, fact) => fact.Apply(item, Team.Today));

    // In an epic stand stories, in anything else sub-tasks.
    private static WorkItem Below(Example example, WorkItemKind above, string parent, int number) =>
        Of(above == WorkItemKind.Epic ? example : example with { Kind = WorkItemKind.SubTask }, $"{parent}-{number + 1}") with { ParentId = parent };

    private static Sprint Of(ExampleSprint sprint)
    {
        var start = new DateTimeOffset(Team.Today.AddDays(sprint.Phase switch { SprintPhase.Active => -3, SprintPhase.Future => 11, _ => -17 }), new TimeOnly(9, 0), TimeSpan.Zero);
        return new Sprint(sprint.Name, sprint.Name, sprint.Goal, sprint.Phase, start, start.AddDays(14), sprint.Phase == SprintPhase.Closed ? start.AddDays(14) : null);
    }
}
