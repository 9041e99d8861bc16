using BacklogHealth.Core.Sentences;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health.Quality.Checks;

/// <summary>A parent that waits while work below it has begun. Parents outside of the team cannot be looked at.</summary>
internal sealed class ParentNotStarted : QualityCheck
{
    public override string Id => "parent-not-started";

    public override Sentence Name => $"Parent not started, children are";

    public override Sentence Meaning => $"The item is not started, though an item below it is started or finished.";

    public override Sentence Effect => $"Its start and its age come too late, and it stands in the backlog as if nothing had been done for it.";

    public override Sentence Treatment => $"Each item counts by its own states; no start is taken from an item below.";

    public override Sentence Remedy => $"Start the parent when work on its first child begins.";

    internal override Affected Look(QualityData data)
    {
        var begun = data.All.Where(f => f.State != WorkItemState.NotStarted && !f.Item.Discarded).Select(f => f.Item.ParentId).ToHashSet(StringComparer.Ordinal);
        return Affected.Among(
            data.All.Where(f => begun.Contains(f.Item.Id)), $"parent of an item that was begun", $"parents of items that were begun", f => f.State == WorkItemState.NotStarted);
    }
}
