using BacklogHealth.Core.Models.Skill;

namespace BacklogHealth.Core.Models;

/// <summary>What came of learning one thing from a team's items: whether it is shown, why, and all figures that this rests on.</summary>
/// <param name="Target">What was to be foretold: a name of <see cref="ModelTargets"/>.</param>
/// <param name="Reason">Why it is shown, or why not.</param>
public sealed record ModelVerdict(string Target, VerdictReason Reason)
{
    /// <summary>True where what was learned is shown.</summary>
    public bool IsShown => Reason is VerdictReason.Learned or VerdictReason.Kept or VerdictReason.PublicHolds or VerdictReason.PublicAlone;

    /// <summary>The day before which everything lies that was looked at.</summary>
    public required DateOnly DataTo { get; init; }

    /// <summary>The day on which work on the first item began; null where there is none.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Items whose outcome is known.</summary>
    public int Items { get; init; }

    /// <summary>Those of them that met the fate; 0 where sizes are foretold.</summary>
    public int Met { get; init; }

    /// <summary>How well later items were foretold from earlier ones; null where there were too few to look.</summary>
    public SkillFigure? Skill { get; init; }

    /// <summary>Mean square of the distance between chance and outcome (Brier), of the model; null where there was no look.</summary>
    public double? Brier { get; init; }

    /// <summary>The same of the simple way, which says of every item what was usual before; null where there was no look.</summary>
    public double? BrierOfUsual { get; init; }

    /// <summary>Whether chances came true as often as they said; null where there was no look.</summary>
    public Calibration? Calibration { get; init; }

    /// <summary>How the model in use did against a new one, on items that neither had seen; null where they were not compared.</summary>
    public Comparison? Comparison { get; init; }
}

/// <summary>Two models on the same later items.</summary>
/// <param name="Items">Number of items.</param>
/// <param name="Champion">Skill of the model that was in use.</param>
/// <param name="Challenger">Skill of a new one.</param>
public sealed record Comparison(int Items, double Champion, double Challenger);

/// <summary>Why a model is shown, or why not.</summary>
public enum VerdictReason
{
    /// <summary>Shown: what was learned from the team's items beats the simple way on later ones.</summary>
    Learned,

    /// <summary>Shown: the model that was in use stays, since no newer one was better on later items.</summary>
    Kept,

    /// <summary>Shown: the public model holds for this team, and its own items teach nothing beyond it.</summary>
    PublicHolds,

    /// <summary>Shown: the public model; the team has too few items of its own to tell whether it holds.</summary>
    PublicAlone,

    /// <summary>Not shown: the items come from a file, which has their texts as they were when it was written, and not when work on them began.</summary>
    NoHistory,

    /// <summary>Not shown: too few items.</summary>
    TooFewItems,

    /// <summary>Not shown: too few items that met the fate.</summary>
    TooFewMet,

    /// <summary>Not shown: nearly every item met the fate.</summary>
    NearlyAllMet,

    /// <summary>Not shown: all items are of one size.</summary>
    OneSize,

    /// <summary>Not shown: later items were told apart no better than by luck, or hardly.</summary>
    NoLink,

    /// <summary>Not shown: the simple way does as well.</summary>
    NotBetter,

    /// <summary>Not shown: chances did not come true as often as they said.</summary>
    Miscalibrated,

    /// <summary>Not shown: the team writes in a language without a public model, and has too few items of its own.</summary>
    OtherLanguage,
}
