using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health.Quality.Checks;

/// <summary>A step from one finished state to another. Within the same day it moves no number and is let pass.</summary>
internal sealed class ChangedAfterDone : QualityCheck
{
    public override string Id => "changed-after-done";

    public override Sentence Name => $"State changed after done";

    public override Sentence Meaning => $"The item went on from one finished state to another on a later day.";

    public override Sentence Effect => $"Where work still went on in the first of these states, its finish lies too early and its cycle time is too short.";

    public override Sentence Treatment => $"It counts on the day on which it entered the first of them; steps between finished states change nothing.";

    public override Sentence Remedy => $"Where work goes on in the first of these states, say under `Workflow` in the settings that it means started.";

    internal override Affected Look(QualityData data) => Affected.Among(
        data.Finished.Where(f => f.Finished is not null), $"finished item", $"finished items",
        f => data.EverStepped(f, s => s.To.At > f.Finished && s.From.StateId != s.To.StateId && data.Calendar.DayOf(s.To.At) > data.Calendar.DayOf(f.Finished!.Value)));
}
