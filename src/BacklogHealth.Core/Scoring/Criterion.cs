using System.Collections.Frozen;

namespace BacklogHealth.Core.Scoring;

/// <summary>
/// What a rule looks at. The first eight and four of the later ones are the criteria of the Quality User Story framework (Lucassen et al. 2016),
/// some are INVEST's (Wake 2003), the rest follow from a Product Owner's duties.
/// </summary>
public enum Criterion
{
    /// <summary>It says what is wanted in a form that can be read.</summary>
    WellFormed,

    /// <summary>It has one goal.</summary>
    Atomic,

    /// <summary>It holds nothing but itself.</summary>
    Minimal,

    /// <summary>Its goal is a goal and its reason a reason.</summary>
    ConceptuallySound,

    /// <summary>It states a problem, not a solution.</summary>
    ProblemOriented,

    /// <summary>All read it alike.</summary>
    Unambiguous,

    /// <summary>It is written in whole sentences.</summary>
    FullSentence,

    /// <summary>It can be estimated.</summary>
    Estimatable,

    /// <summary>It can be checked.</summary>
    Testable,

    /// <summary>Somebody gains from it.</summary>
    Valuable,

    /// <summary>It can be done without waiting for another.</summary>
    Independent,

    /// <summary>No other item says the same.</summary>
    Unique,

    /// <summary>It is written like its neighbours.</summary>
    Uniform,

    /// <summary>Nothing is missing.</summary>
    Complete,

    /// <summary>It is small enough.</summary>
    Small,

    /// <summary>It goes through all layers and can be used.</summary>
    Vertical,

    /// <summary>It serves a goal.</summary>
    Goal,

    /// <summary>It says what is believed and how it will be known.</summary>
    Hypothesis,

    /// <summary>It can be pictured.</summary>
    Visual,

    /// <summary>Its open questions are answered.</summary>
    OpenQuestion,
}

/// <summary>Names of criteria as JSON spells them.</summary>
public static class Criteria
{
    private static readonly FrozenDictionary<Criterion, string> Names = Enum.GetValues<Criterion>().ToFrozenDictionary(c => c, Spelt);

    /// <summary>The name in lower case with hyphens, for example <c>full-sentence</c>.</summary>
    public static string Name(this Criterion criterion) => Names[criterion];

    /// <summary>True for what tells whether an item is small and whole: one goal, little enough, through all layers.</summary>
    public static bool IsOfSize(this Criterion criterion) => criterion is Criterion.Atomic or Criterion.Small or Criterion.Vertical;

    private static string Spelt(Criterion criterion) =>
        string.Concat(criterion.ToString().Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));
}
