using BacklogHealth.Core.Flow;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Flow;

/// <summary>Short histories for tests: days count from 1 January 2026, 09:00 UTC.</summary>
internal static class TestHistory
{
    public static readonly Workflow Board = new(
    [
        new("1", "To Do", WorkItemState.NotStarted),
        new("2", "In Progress", WorkItemState.Started),
        new("3", "Review", WorkItemState.Started),
        new("4", "Done", WorkItemState.Finished),
        new("5", "Closed", WorkItemState.Finished),
    ]);

    public static readonly DateOnly FirstDay = new(2026, 1, 1);

    public static DateTimeOffset At(double day) => new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero).AddDays(day);

    public static DateOnly Day(int day) => FirstDay.AddDays(day);

    /// <summary>An item with its states as (day, state name); the first one is its creation.</summary>
    public static ItemHistory Item(string id, params (double Day, string State)[] states) =>
        new(id, $"T-{id}", WorkItemKind.Story, null, null, At(states[0].Day), null,
            [.. states.Select(s => new StateEntry(At(s.Day), IdOf(s.State), s.State))]);

    /// <summary>The same item where the entries with these numbers, from 0, are resets.</summary>
    public static ItemHistory Reset(this ItemHistory item, params int[] entries) =>
        item with { States = [.. item.States.Select((s, i) => s with { Reset = entries.Contains(i) })] };

    public static FlowItem Seen(ItemHistory item, double asOf = 1000) => StartedAndFinished.Of(item, Board, At(asOf))!;

    private static string IdOf(string name) => Board.States.FirstOrDefault(s => s.Name == name)?.Id ?? "99";
}
