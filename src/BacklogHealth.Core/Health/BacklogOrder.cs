using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health;

/// <summary>Puts the open items in backlog order and counts their places.</summary>
public static class BacklogOrder
{
    /// <summary>The items by the tracker's order; where it keeps none for any of them, by creation. Items without a rank stand behind those with one.</summary>
    internal static (ImmutableArray<BacklogItem> Items, bool Ordered) Of(HealthInput input, IReadOnlyDictionary<string, FlowItem> flow)
    {
        var ordered = input.OpenItems.Any(i => i.Rank is not null);
        var open = Sort(input.OpenItems)
            .Select(i => new { Scored = i, State = StateOf(i, input.Workflow, flow) })
            .Where(x => x.State != WorkItemState.Finished);
        var items = ImmutableArray.CreateBuilder<BacklogItem>();
        var position = 0;
        foreach (var item in open)
        {
            var (scored, state) = (item.Scored, item.State);
            int? place = state == WorkItemState.NotStarted && Counted.Is(scored.Item.Kind) ? ++position : null;
            var ready = input.DefinitionOfReady.Of(scored.Item, scored.Score, input.MissingName);
            items.Add(new BacklogItem(scored.Item, state, place, scored.Score, ready, scored.ParentTitle) { LastTouched = scored.LastTouched, Chances = scored.Chances });
        }

        return (items.ToImmutable(), ordered);
    }

    /// <summary>The items by the tracker's order, those without a rank behind those with one; then by creation and id.</summary>
    public static IEnumerable<ScoredItem> Sort(IEnumerable<ScoredItem> items) => items
        .OrderBy(i => i.Rank is null)
        .ThenBy(i => i.Rank, StringComparer.Ordinal)
        .ThenBy(i => i.Item.Created)
        .ThenBy(i => i.Item.Id, StringComparer.Ordinal);

    private static WorkItemState StateOf(ScoredItem item, Workflow workflow, IReadOnlyDictionary<string, FlowItem> flow) =>
        flow.TryGetValue(item.Item.Id, out var known) ? known.State : workflow.Find(item.StateId, item.Item.OriginalState) ?? WorkItemState.NotStarted;
}
