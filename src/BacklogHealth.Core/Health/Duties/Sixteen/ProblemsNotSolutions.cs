using BacklogHealth.Core.Sentences;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health.Duties.Sixteen;

/// <summary>Items bring a problem to the team, which looks for the solution.</summary>
internal sealed class ProblemsNotSolutions : Duty
{
    private const int Top = 20;

    public override int Id => 10;

    public override Sentence Name => $"problems, not solutions";

    public override Sentence Trap => $"Tasks, bugs and spikes may say how, and so may a constraint of the design or work on the architecture.";

    public override Sentence Avoided => $"Only stories that say who wants what are looked at, and a solution beside its problem is no finding.";

    internal override IEnumerable<DutyMeasure> Measure(DutyData data)
    {
        yield return RuleMeasure.Without(data, "items-with-problem", $"open stories that bring a problem and not only a solution", Stories(data.Open), $"open stories that say who wants what", "CL009");
        yield return RuleMeasure.Count(data, "top-with-solution", $"of the first twenty in the backlog, stories that only prescribe a solution", Stories(data.First(Top)), $"stories that say who wants what among the first twenty items", "CL009");
    }

    private static IEnumerable<BacklogItem> Stories(IEnumerable<BacklogItem> items) => items.Where(i => i.Item.Kind is WorkItemKind.Story or WorkItemKind.Other && i.Score.TellsAStory);
}
