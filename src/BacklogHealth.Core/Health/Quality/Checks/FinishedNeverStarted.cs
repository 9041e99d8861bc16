using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health.Quality.Checks;

/// <summary>No start, and so no cycle time. Where the history is cut short or was imported, nothing can be said.</summary>
internal sealed class FinishedNeverStarted : QualityCheck
{
    public override string Id => "finished-never-started";

    public override Sentence Name => $"Finished, never started";

    public override Sentence Meaning => $"The item was finished without ever having been in a state that means started.";

    public override Sentence Effect => $"It has no cycle time and was never seen in progress.";

    public override Sentence Treatment => $"It counts as finished on its day, in throughput and forecasts; it is left out of cycle times and of work in progress.";

    public override Sentence Remedy => $"Move items to a started state when work on them begins; where a state in use means started, say so under `Workflow` in the settings.";

    internal override Affected Look(QualityData data) =>
        Affected.Among(data.Finished.Where(f => f.Item.Complete && !f.Item.Imported), $"finished item", $"finished items", f => f.Started is null);
}
