using System.Collections.Immutable;
using BacklogHealth.Core.Health.Duties.Sixteen;

namespace BacklogHealth.Core.Health.Duties;

/// <summary>The sixteen duties in their order.</summary>
public static class DutyBook
{
    /// <summary>The duties.</summary>
    public static ImmutableArray<Duty> All { get; } =
    [
        new Hypotheses(),
        new ClearItems(),
        new SlicingForValue(),
        new Visualisation(),
        new OpenQuestions(),
        new AskingWhy(),
        new Feedback(),
        new ReadyForTheNextSprint(),
        new EstimatesAsEstimates(),
        new ProblemsNotSolutions(),
        new Goals(),
        new UncertaintyAsUncertainty(),
        new LeanDevelopment(),
        new Retrospectives(),
        new DoneAndNotDone(),
        new ScrumValues(),
    ];
}
