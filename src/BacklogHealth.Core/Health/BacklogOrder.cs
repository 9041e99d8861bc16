using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health;

/// <summary>Puts the open items in backlog order and counts their places.</summary>
internal static class BacklogOrder
{
    /// <summary>The items by the tracker's order; where it keeps none for any of them, by creation. Items without a rank stand behind those with one.</summary>
    public static (ImmutableArray<BacklogItem> Items, bool Ordered) Of(HealthInput input, IReadOnlyDictionary<string, FlowItem> flow)
    {
        var ordered = input.OpenItems.Any(i => i.Rank is not null);
        var open = input.OpenItems
            .Select(i => (Scored: i, State: StateOf(i, input.Workflow, flow)))
            .Where(x => x.State != WorkItemState.Finished)
            .OrderBy(x => x.Scored.Rank is null)
            .ThenBy(x => x.Scored.Rank, StringComparer.Ordinal)
            .ThenBy(x => x.Scored.Item.Created)
            .ThenBy(x => x.Scored.Item.Id, StringComparer.Ordinal);
        var items = ImmutableArray.CreateBuilder<BacklogItem>();
        var position = 0;
        foreach (var (scored, state) in open)
        {
            int? place = state == WorkItemState.NotStarted && Counted.Is(scored.Item.Kind) ? ++position : null;
            var ready = input.DefinitionOfReady.Of(scored.Item, scored.Score, input.MissingName);
            items.Add(new BacklogItem(scored.Item, state, place, scored.Score, ready, scored.ParentTitle));
        }

        return (items.ToImmutable(), ordered);
    }

    private static WorkItemState StateOf(ScoredItem item, Workflow workflow, IReadOnlyDictionary<string, FlowItem> flow) =>
        flow.TryGetValue(item.Item.Id, out var known) ? known.State : workflow.Find(item.StateId, item.Item.OriginalState) ?? WorkItemState.NotStarted;
}
