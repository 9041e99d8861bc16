using BacklogHealth.Core.Sentences;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health.Quality.Checks;

/// <summary>A finish that came before the first start: the item was taken up later than it was called done.</summary>
internal sealed class FinishedBeforeStarted : QualityCheck
{
    public override string Id => "finished-before-started";

    public override Sentence Name => $"Finished before it was started";

    public override Sentence Meaning => $"The item first became finished and only then started.";

    public override Sentence Effect => $"Its first finish was none, though it counted until the item was started.";

    public override Sentence Treatment => $"The first start and the last finish hold; an item that is not finished now has no finish.";

    public override Sentence Remedy => $"Where items are closed and taken up again, make a new item for what is left to do.";

    internal override Affected Look(QualityData data) => Affected.Among(
        data.Counted.Where(f => data.WasEver(f, WorkItemState.Started) && data.WasEver(f, WorkItemState.Finished)), $"item that was both started and finished", $"items that were both started and finished",
        f => data.States(f).First(s => s.Meaning != WorkItemState.NotStarted).Meaning == WorkItemState.Finished);
}
