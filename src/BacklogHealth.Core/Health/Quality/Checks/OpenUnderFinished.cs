using BacklogHealth.Core.Sentences;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health.Quality.Checks;

/// <summary>Open work below a parent that says all is done. Parents outside of the team cannot be looked at.</summary>
internal sealed class OpenUnderFinished : QualityCheck
{
    public override string Id => "open-under-finished";

    public override Sentence Name => $"Open under a finished parent";

    public override Sentence Meaning => $"The item is open, though its parent is finished.";

    public override Sentence Effect => $"Either the parent is not finished or the item is not wanted any more: one of the two counts wrongly.";

    public override Sentence Treatment => $"Each item counts by its own states: this one as open, its parent as finished.";

    public override Sentence Remedy => $"Close the item, give it another parent, or open its parent again.";

    internal override Affected Look(QualityData data) => Affected.Among(
        data.All.Where(f => f.State != WorkItemState.Finished && data.Find(f.Item.ParentId) is not null), $"open item with a parent", $"open items with a parent",
        f => data.Find(f.Item.ParentId)!.State == WorkItemState.Finished);
}
