using System.Collections.Immutable;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Scoring;

/// <summary>Items and scores for tests of rules.</summary>
internal static class Some
{
    public static readonly TeamContext Team = new() { Today = new DateOnly(2026, 3, 2) };

    public static WorkItem Item(string title, string description = "", WorkItemKind kind = WorkItemKind.Story, string key = "CHK-1", string? parent = null) => new()
    {
        Id = key,
        Key = key,
        Project = "CHK",
        Type = kind.ToString(),
        Kind = kind,
        Title = title,
        Description = StructuredText.FromPlain(description),
        StateId = "1",
        OriginalState = "To Do",
        Created = new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero),
        ParentId = parent,
    };

    /// <summary>The score of an item beside others.</summary>
    public static ItemScore Score(WorkItem item, TeamContext? team = null, params WorkItem[] others) =>
        new Scorer(RuleBook.All, team ?? Team, BacklogIndex.Build([item, .. others])).Score(item);

    public static ItemScore Score(string title, string description = "", WorkItemKind kind = WorkItemKind.Story) => Score(Item(title, description, kind));

    /// <summary>The finding of one rule; null where it found nothing.</summary>
    public static Finding? Find(string rule, string title, string description = "", WorkItemKind kind = WorkItemKind.Story) =>
        Score(title, description, kind).Findings.FirstOrDefault(f => f.RuleId == rule);

    /// <summary>The words a rule's finding rests on, joined by " | "; null where it found nothing.</summary>
    public static string? Words(string rule, string title, string description = "", WorkItemKind kind = WorkItemKind.Story) =>
        Find(rule, title, description, kind) is { } finding ? string.Join(" | ", finding.Evidence.Select(e => e.Text)) : null;

    /// <summary>The finding of one rule in an example with its neighbours.</summary>
    public static Finding? Find(string rule, Example example)
    {
        var item = Item(example.Title, example.Description, example.Kind, parent: "EPIC-1");
        var others = example.Beside.Select((title, i) => Item(title, "", example.Kind, $"CHK-{i + 2}", "EPIC-1")).ToArray();
        return Score(item, Team, others).Findings.FirstOrDefault(f => f.RuleId == rule);
    }

    public static ImmutableArray<string> RuleIds(ItemScore score) => [.. score.Findings.Select(f => f.RuleId)];
}
