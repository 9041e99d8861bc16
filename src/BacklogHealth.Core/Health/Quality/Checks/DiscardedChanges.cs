using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health.Quality.Checks;

/// <summary>Changes of state that say nothing certain of the work: to states that nobody can name any more, and those that the tracker made itself.</summary>
internal sealed class DiscardedChanges : QualityCheck
{
    public override string Id => "discarded-changes";

    public override Sentence Name => $"Changes of state that say nothing";

    public override Sentence Meaning => $"A change led to a state that the workflow does not name, or was made by the tracker itself when the item moved to another project or changed its type.";

    public override Sentence Effect => $"What the change meant for the work is not known, so that a start or a finish may lie on another day.";

    public override Sentence Treatment => $"In a state that the workflow does not name, the item stays what it was in the state before; where the tracker put a finished item back, it stays finished if the next step finishes it again.";

    public override Sentence Remedy => $"Say under `Workflow` in the settings what old and renamed states mean.";

    internal override Affected Look(QualityData data) => Affected.Among(
        data.Counted.Where(f => data.States(f).Skip(1).Any()), $"item that changed its state", $"items that changed their state",
        f => data.States(f).Skip(1).Any(s => !s.Mapped || s.Entry.Reset));
}
