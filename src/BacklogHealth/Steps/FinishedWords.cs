using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage;

namespace BacklogHealth.Steps;

/// <summary>The words of items that were finished lately: read by id, since histories hold none.</summary>
internal static class FinishedWords
{
    /// <summary>The facts of the items that <see cref="FinishedLately"/> names, as they stood at the instant.</summary>
    public static async Task<IReadOnlyList<WorkItemSummary>> Of(Scored scored, IReadOnlyCollection<FlowItem> flow, BacklogStore store, CancellationToken cancellation)
    {
        var found = new List<WorkItemSummary>();
        await foreach (var item in store.ItemsOf(scored.Stored.Team.Name, FinishedLately.Ids(flow, scored.AsOf), cancellation))
        {
            if (PastState.Rebuild(item, scored.AsOf) is { } past)
            {
                found.Add(WorkItemSummary.Of(past.Item));
            }
        }

        return found;
    }
}
