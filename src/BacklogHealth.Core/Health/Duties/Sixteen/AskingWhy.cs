using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health.Duties.Sixteen;

/// <summary>Somebody said why an item is wanted, there or above it.</summary>
internal sealed class AskingWhy : Duty
{
    private const int Top = 20;

    public override int Id => 6;

    public override Sentence Name => $"asking why";

    public override Sentence Trap => $"A reason may stand in the epic, and an empty phrase such as \"so that it works\" is none.";

    public override Sentence Avoided => $"A reason of any item above counts, and empty phrases do not.";

    internal override IEnumerable<DutyMeasure> Measure(DutyData data)
    {
        yield return RuleMeasure.Without(data, "items-with-reason", $"open items with a reason, there or above", data.Open, $"open items", "CL003");
        yield return RuleMeasure.Count(data, "top-without-reason", $"of the first twenty in the backlog, without a reason", data.First(Top), $"items among the first twenty", "CL003");
        yield return RuleMeasure.Without(data, "items-tied-to-goal", $"open items whose way up to a goal is whole", data.Open, $"open items", "GO001");
    }
}
