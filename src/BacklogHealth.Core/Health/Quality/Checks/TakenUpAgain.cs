using BacklogHealth.Core.Sentences;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health.Quality.Checks;

/// <summary>Left finished for another meaning, by a person and not by a move.</summary>
internal sealed class TakenUpAgain : QualityCheck
{
    public override string Id => "reopened";

    public override Sentence Name => $"Reopened";

    public override Sentence Meaning => $"The item was finished and then taken up again.";

    public override Sentence Effect => $"Its cycle time holds the time in which it lay finished, and throughput of that time has lost it.";

    public override Sentence Treatment => $"It counts once, on the day of its last finish, and its cycle time runs from its first start; forecasts for a past day know what was known then.";

    public override Sentence Remedy => $"Make a new item for what came to light later; open the old one again only where its finish was a mistake.";

    internal override Affected Look(QualityData data) => Affected.Among(
        data.Counted.Where(f => data.WasEver(f, WorkItemState.Finished)), $"item that was ever finished", $"items that were ever finished",
        data.IsReopened);
}
