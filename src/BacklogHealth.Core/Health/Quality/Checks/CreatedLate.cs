using BacklogHealth.Core.Sentences;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health.Quality.Checks;

/// <summary>The first state is not one in which items wait. Imported history has a check of its own.</summary>
internal sealed class CreatedLate : QualityCheck
{
    public override string Id => "created-late";

    public override Sentence Name => $"Created in a late state";

    public override Sentence Meaning => $"The item was created in a state that means started or finished.";

    public override Sentence Effect => $"Nothing says how long it had been worked on: its cycle time is too short, or it has none.";

    public override Sentence Treatment => $"Its creation counts as its start or, where it was created finished, as its finish.";

    public override Sentence Remedy => $"Create items in a state that means not started, and move them from there.";

    internal override Affected Look(QualityData data) => Affected.Among(
        data.Counted.Where(f => f.Item.Complete && !f.Item.Imported), $"item with its whole history", $"items with their whole history",
        f => data.States(f).Take(1).Any(s => s.Meaning != WorkItemState.NotStarted));
}
