using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health.Quality.Checks;

/// <summary>A blocking link that has outlived its cause. Blockers outside of the team cannot be looked at: with one of them an item is not called affected.</summary>
internal sealed class BlockedByFinished : QualityCheck
{
    public override string Id => "blocked-by-finished";

    public override Sentence Name => $"Blocked by finished items";

    public override Sentence Meaning => $"A link says that the item is blocked, though everything that it is blocked by is finished.";

    public override Sentence Effect => $"It looks stuck to people and to filters; no number here rests on links.";

    public override Sentence Treatment => $"Links change no number.";

    public override Sentence Remedy => $"Take the link away, or say what blocks the item now.";

    internal override Affected Look(QualityData data)
    {
        var byKey = data.All.ToLookup(f => f.Item.Key, StringComparer.OrdinalIgnoreCase);
        IEnumerable<FlowItem?> Blockers(FlowItem item) => data.Facts.BlockedBy.TryGetValue(item.Item.Id, out var keys) ? keys.Select(k => byKey[k].FirstOrDefault()) : [];
        return Affected.Among(
            data.All.Where(f => f.State != WorkItemState.Finished && Blockers(f).Any(b => b is not null)), $"open item that is blocked by another one of the team", $"open items that are blocked by others of the team",
            f => Blockers(f).All(b => b?.State == WorkItemState.Finished));
    }
}
