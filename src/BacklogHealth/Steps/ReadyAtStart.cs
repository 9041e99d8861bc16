using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage;

namespace BacklogHealth.Steps;

/// <summary>Whether the items that were begun lately were ready when they were: each is rebuilt as it stood at its start, and scored.</summary>
internal static class ReadyAtStart
{
    // Enough to compare; more would only take longer.
    private const int Most = 500;

    /// <summary>Readiness by item id.</summary>
    public static async Task<IReadOnlyDictionary<string, bool>> Of(Scored scored, IReadOnlyCollection<FlowItem> flow, BacklogStore store, CancellationToken cancellation)
    {
        var stored = scored.Stored;
        var started = PulledWork.Started(flow, scored.AsOf).Take(Most).ToDictionary(s => s.Id, s => s.At, StringComparer.Ordinal);
        var definition = ForecastStep.ReadyOf(stored.Team);
        var ready = new Dictionary<string, bool>(StringComparer.Ordinal);
        await foreach (var item in store.ItemsOf(stored.Team.Name, started.Keys, cancellation))
        {
            // The text at the start must be known: an item whose history has gaps says nothing.
            if (PastState.Rebuild(item, started[item.Id]) is { NotRebuilt.IsEmpty: true, Item: var then } && scored.Scorer.Score(then) is { Scored: true } score)
            {
                ready[item.Id] = definition.Of(WorkItemSummary.Of(then), score, _ => "").IsReady;
            }
        }

        return ready;
    }
}
