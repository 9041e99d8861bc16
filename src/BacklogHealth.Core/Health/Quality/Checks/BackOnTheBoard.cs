using BacklogHealth.Core.Sentences;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health.Quality.Checks;

/// <summary>A move back through states that all mean started, in the order in which the tracker has them on its board.</summary>
internal sealed class BackOnTheBoard : QualityCheck
{
    public override string Id => "back-on-the-board";

    public override Sentence Name => $"Moved back on the board";

    public override Sentence Meaning => $"The item went from a started state back to an earlier started state, in the order of the board.";

    public override Sentence Effect => $"It spends time in a state again, so that ages by state are higher; its cycle time stays what it is.";

    public override Sentence Treatment => $"Start, finish and cycle time do not look at it; the age at which an item leaves a state is taken when it leaves it for the last time.";

    public override Sentence Remedy => $"Where a state is often left backwards, look at what was missing there; where it is the usual way, put the columns of the board into the order of the work.";

    internal override Affected Look(QualityData data) => Affected.Among(
        data.Counted.Where(f => data.WasEver(f, WorkItemState.Started)), $"item that was ever started", $"items that were ever started",
        f => data.EverStepped(f, s => s is { Was: WorkItemState.Started, Is: WorkItemState.Started, To.Reset: false } && data.IsEarlier(s.From, s.To)));
}
