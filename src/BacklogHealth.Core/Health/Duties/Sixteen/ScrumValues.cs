using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health.Duties.Sixteen;

/// <summary>An example is set and not counted: what the product itself does.</summary>
internal sealed class ScrumValues : Duty
{
    public override int Id => 16;

    public override Sentence Name => $"setting an example in Scrum values";

    public override Sentence Trap => $"Whoever counts values makes people play the count.";

    public override Sentence Avoided => $"This is no number: the product speaks of teams and never of persons, ranks no team, prints its own misses beside its forecasts, and says nothing more certainly than it is.";

    public override bool IsMeasured => false;

    internal override IEnumerable<DutyMeasure> Measure(DutyData data) => [DutyMeasure.Missing("values", $"not a number", DutyUnit.None, Avoided)];
}
