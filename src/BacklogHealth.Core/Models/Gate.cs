namespace BacklogHealth.Core.Models;

/// <summary>What a team's own model must reach on later items before anything of it is shown.</summary>
public static class Gate
{
    /// <summary>Fewest items whose outcome is known.</summary>
    public const int FewestItems = 300;

    /// <summary>Fewest of them that it befell, and that it did not.</summary>
    public const int FewestOfEach = 40;

    /// <summary>Lowest area under the ROC curve; the lower end of its interval lies above 0.5.</summary>
    public const double LowestArea = 0.65;

    /// <summary>Largest error of calibration.</summary>
    public const double LargestError = 0.05;

    /// <summary>Fewest estimated items from which sizes are learned.</summary>
    public const int FewestEstimates = 50;

    /// <summary>Fewest estimated items on which the public model of sizes is judged.</summary>
    public const int FewestToJudge = 100;

    /// <summary>What the counts alone say of a model of outcomes; null where there is enough to look.</summary>
    /// <param name="items">Items whose outcome is known.</param>
    /// <param name="met">Those of them that it befell.</param>
    public static VerdictReason? Counts(int items, int met) =>
        items < FewestItems ? VerdictReason.TooFewItems
        : met < FewestOfEach ? VerdictReason.TooFewMet
        : items - met < FewestOfEach ? VerdictReason.NearlyAllMet
        : null;

    /// <summary>What the figures say of a model of outcomes; null where all hold.</summary>
    public static VerdictReason? Figures(ModelVerdict seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        return seen switch
        {
            { Skill: null } or { Skill.Value: < LowestArea } or { Skill.Low: <= 0.5 } => VerdictReason.NoLink,
            { Skill: var skill } when skill.Value < skill.Baseline || seen.Brier >= seen.BrierOfUsual => VerdictReason.NotBetter,
            { Calibration.Error: > LargestError } => VerdictReason.Miscalibrated,
            _ => null,
        };
    }
}
