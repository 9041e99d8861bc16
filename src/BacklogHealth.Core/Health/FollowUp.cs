using System.Collections.Immutable;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health;

/// <summary>What became of the items that were pointed out a week before: among the next, and not ready. The counts add up to <paramref name="Of"/>.</summary>
/// <param name="Of">Items pointed out.</param>
/// <param name="Mended">Open and ready now, whether begun or not.</param>
/// <param name="Pulled">Begun, although something is still missing.</param>
/// <param name="Open">Still waiting, and still not ready.</param>
/// <param name="Left">Not open any more: finished, or taken out of the backlog.</param>
public sealed record FollowUp(int Of, int Mended, int Pulled, int Open, int Left)
{
    /// <summary>The follow-up of a week; null where there was none before, or nothing was pointed out.</summary>
    /// <param name="before">Ids of the items pointed out.</param>
    /// <param name="open">The open items now.</param>
    public static FollowUp? Since(ImmutableArray<string> before, ImmutableArray<BacklogItem> open)
    {
        if (before.IsDefaultOrEmpty)
        {
            return null;
        }

        var now = open.ToDictionary(i => i.Item.Id, StringComparer.Ordinal);
        var found = before.Select(id => now.GetValueOrDefault(id)).ToList();
        var mended = found.Count(i => i is { Ready.IsReady: true });
        var pulled = found.Count(i => i is { Ready.IsReady: false, State: WorkItemState.Started });
        return new FollowUp(found.Count, mended, pulled, found.Count(i => i is { Ready.IsReady: false, State: not WorkItemState.Started }), found.Count(i => i is null));
    }
}
