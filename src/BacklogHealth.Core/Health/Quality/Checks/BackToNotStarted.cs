using BacklogHealth.Core.Sentences;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health.Quality.Checks;

/// <summary>A move back through categories: from started to not started. What leaves finished is told as reopened.</summary>
internal sealed class BackToNotStarted : QualityCheck
{
    public override string Id => "back-to-not-started";

    public override Sentence Name => $"Put back to not started";

    public override Sentence Meaning => $"Work on the item had begun, and it was put back to a state that means not started.";

    public override Sentence Effect => $"It left work in progress without a finish, and a cycle time that it has later holds the time in which it waited again.";

    public override Sentence Treatment => $"While it is not started it has no start and no age; once it is taken up again, its first start holds.";

    public override Sentence Remedy => $"Where this happens often, look at what was missing when these items were started.";

    internal override Affected Look(QualityData data) => Affected.Among(
        data.Counted.Where(f => data.WasEver(f, WorkItemState.Started)), $"item that was ever started", $"items that were ever started",
        f => data.EverStepped(f, s => s is { Was: WorkItemState.Started, Is: WorkItemState.NotStarted, To.Reset: false }));
}
