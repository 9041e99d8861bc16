using System.Collections.Immutable;

namespace BacklogHealth.Core.Scoring;

/// <summary>How much a finding counts.</summary>
public enum Severity
{
    /// <summary>A hint: no points, marked as such. New rules begin here.</summary>
    Info,

    /// <summary>Worth mending before the item is worked on.</summary>
    Warning,

    /// <summary>The item cannot be worked on as it is.</summary>
    Error,
}

/// <summary>Which of the two scores a rule feeds.</summary>
public enum Score
{
    /// <summary>Is it clear what is wanted, for whom, why, and how it will be checked?</summary>
    Clarity,

    /// <summary>Is it small, vertical and independent enough?</summary>
    Slicing,
}

/// <summary>The words a finding rests on.</summary>
/// <param name="Field"><c>title</c>, <c>description</c> or <c>acceptanceCriteria</c>.</param>
/// <param name="Start">First UTF-16 unit in the field's plain text.</param>
/// <param name="Length">Number of UTF-16 units; 0 where the evidence is that nothing is there.</param>
/// <param name="Text">The words themselves.</param>
public sealed record Evidence(string Field, int Start, int Length, string Text);

/// <summary>
/// What a rule found: data, not a sentence. Sentences and questions are rendered from it in the reader's language
/// (<c>FindingText</c>).
/// </summary>
/// <param name="RuleId">Id of the rule, for example <c>CL003</c>.</param>
/// <param name="Severity">How much it counts.</param>
/// <param name="Points">What it takes from its score, 0 to 100; 0 for hints.</param>
/// <param name="Feeds">The score it takes them from.</param>
/// <param name="Values">Named values for the sentence, ordered by name.</param>
/// <param name="Evidence">The words it rests on, in order of the text; empty where it rests on something missing or on other items.</param>
public sealed record Finding(
    string RuleId,
    Severity Severity,
    int Points,
    Score Feeds,
    ImmutableSortedDictionary<string, string> Values,
    ImmutableArray<Evidence> Evidence);

/// <summary>The scores of one item and everything they rest on: 100 less the points of the findings, never below 0.</summary>
/// <param name="ItemId">The item's id.</param>
/// <param name="Key">The item's key.</param>
/// <param name="Clarity">0 to 100, higher is better; null where the item was not scored.</param>
/// <param name="Slicing">0 to 100, higher is better; null where the item was not scored.</param>
/// <param name="Language">ISO 639-1 code of the text's language; null where none could be told.</param>
/// <param name="NotScoredBecause">Why there is no score, as a sentence; null where there is one.</param>
/// <param name="Findings">All findings, in the order of the rule book.</param>
public sealed record ItemScore(
    string ItemId,
    string Key,
    int? Clarity,
    int? Slicing,
    string? Language,
    string? NotScoredBecause,
    ImmutableArray<Finding> Findings)
{
    /// <summary>True where the item has scores.</summary>
    public bool Scored => NotScoredBecause is null;
}
