using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health.Quality.Checks;

/// <summary>Won’t do, duplicate and the like, told by the resolution.</summary>
internal sealed class ClosedWithoutDelivery : QualityCheck
{
    public override string Id => "closed-without-delivery";

    public override Sentence Name => $"Closed without delivery";

    public override Sentence Meaning => $"The item was closed as won't do, duplicate or with another resolution that says that nothing was delivered.";

    public override Sentence Effect => $"Counted as delivered, it would make the team look faster than it is.";

    public override Sentence Treatment => $"It is left out of throughput, cycle times, work in progress and forecasts, by the resolution that it has now.";

    public override Sentence Remedy => $"Nothing where it is true; where a delivered item has such a resolution, correct it.";

    internal override Affected Look(QualityData data) => Affected.Among(
        data.All.Where(f => f.State == WorkItemState.Finished && Counted.Is(f.Item.Kind)), $"closed item", $"closed items", f => f.Item.Discarded);
}
