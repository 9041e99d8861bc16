using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.Tests.Flow;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Health;

/// <summary>A team that finishes one item a day for as long as asked, and whatever a test adds. "Now" is 09:00 on a day counted from 1 January 2026.</summary>
internal static class TestTeam
{
    public const int Now = 200;

    private static readonly Finding NoCriteria = new(
        "CL004", Severity.Warning, 20, Score.Clarity, ImmutableSortedDictionary<string, string>.Empty, []);

    /// <summary>One item finished on each day before now, started two days earlier.</summary>
    public static IEnumerable<ItemHistory> Steady(int days = Now, int perDay = 1) =>
        from day in Enumerable.Range(Now - days, days)
        from nth in Enumerable.Range(0, perDay)
        select TestHistory.Item($"f{day}-{nth}", (Math.Max(0, day - 5), "To Do"), (Math.Max(0, day - 2), "In Progress"), (day, "Done"));

    /// <summary>An open item with its history.</summary>
    public static (ScoredItem Scored, ItemHistory History) Open(
        string id, bool ready = true, string? rank = null, string state = "To Do", double created = 10, WorkItemKind kind = WorkItemKind.Story, string? parent = null, string[]? sprints = null)
    {
        var history = TestHistory.Item(id, state == "To Do" ? [(created, "To Do")] : [(created, "To Do"), (created + 1, state)]) with { Kind = kind, ParentId = parent };
        var score = new ItemScore(id, $"T-{id}", ready ? 90 : 50, 100, "en", null, ready ? [] : [NoCriteria]) { TellsAStory = true };
        var summary = new WorkItemSummary(id, $"T-{id}", $"Title {id}", "Story", kind, state, history.Created, null, parent, null, [.. sprints ?? []], []);
        return (new ScoredItem(summary, rank, "1", score, null) { LastTouched = summary.Created }, history);
    }

    /// <summary>The item as somebody touched it on a day.</summary>
    public static (ScoredItem Scored, ItemHistory History) Touched((ScoredItem Scored, ItemHistory History) open, double day) => (open.Scored with { LastTouched = TestHistory.At(day) }, open.History);

    /// <summary>The item as if only its place in a file were known.</summary>
    public static (ScoredItem Scored, ItemHistory History) WithoutDates((ScoredItem Scored, ItemHistory History) open) =>
        (open.Scored with { LastTouched = null, Item = open.Scored.Item with { HistoryComplete = false } }, open.History);

    public static HealthInput Input(IEnumerable<ItemHistory> finished, params (ScoredItem Scored, ItemHistory History)[] open) => new()
    {
        // With the usual method the numbers can be worked out by hand.
        Method = known => new UsualMethod(known),
        Team = "Checkout",
        Calendar = TeamCalendar.Utc,
        AsOf = TestHistory.At(Now),
        Workflow = TestHistory.Board,
        Data = new DataCompleteness(null, 0, true, null, "a file", [], 0) { FromFile = true },
        Histories = [.. finished, .. open.Select(o => o.History)],
        OpenItems = [.. open.Select(o => o.Scored)],
        MissingName = f => f.RuleId == "CL004" ? "acceptance criteria" : f.RuleId,
        Version = "test",
        DataState = "test",
    };

    public static TeamHealth Build(IEnumerable<ItemHistory> finished, params (ScoredItem Scored, ItemHistory History)[] open) =>
        HealthBuilder.Build(Input(finished, open));

    /// <summary>So many waiting items, ranked by number, the first of which are ready.</summary>
    public static (ScoredItem Scored, ItemHistory History)[] Waiting(int count, int ready) =>
        [.. Enumerable.Range(0, count).Select(i => Open($"w{i:D3}", i < ready, $"{i:D3}"))];
}
