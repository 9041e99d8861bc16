using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Sizes;

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
    ImmutableArray<Evidence> Evidence)
{
    /// <summary>A way to cut the item, from its own words; null where the rule proposes none. A suggestion: no points hang on it.</summary>
    public Cut? Cut { get; init; }
}

/// <summary>One way to cut an item into smaller ones.</summary>
/// <param name="Pattern">The splitting pattern, for example <c>operations</c>; a name of <see cref="SplitPatterns"/>.</param>
/// <param name="Parts">The pieces in the item's own words, the one to begin with first; two or more.</param>
public sealed record Cut(string Pattern, ImmutableArray<string> Parts)
{
    /// <summary>How many of the parts make the first piece; 1 or more, fewer than there are.</summary>
    public int First { get; init; } = 1;
}

/// <summary>
/// The ways to cut, by the names under which the field knows them: the nine patterns of Humanizing Work, and SPIDR (spike, path, interface, data, rules)
/// where it knows one that they do not.
/// </summary>
public static class SplitPatterns
{
    /// <summary>Create, find, change, remove: one operation first.</summary>
    public const string Operations = "operations";

    /// <summary>Steps of a workflow, or paths through it: the shortest way through first.</summary>
    public const string Steps = "workflow steps";

    /// <summary>One business rule first, the others later.</summary>
    public const string Rules = "business rules";

    /// <summary>One kind of data first.</summary>
    public const string Data = "kinds of data";

    /// <summary>One way of entry or one interface first.</summary>
    public const string Interface = "interfaces";

    /// <summary>One kind of reader first.</summary>
    public const string Roles = "roles";

    /// <summary>The simple case first, what makes it complex later.</summary>
    public const string Simple = "simple first";

    /// <summary>What the first piece must carry for all later ones.</summary>
    public const string Effort = "major effort first";

    /// <summary>Let it work, then let it be fast.</summary>
    public const string Performance = "defer performance";

    /// <summary>Find out first, in a time box.</summary>
    public const string Spike = "spike";

    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<string> All = [Operations, Steps, Rules, Data, Interface, Roles, Simple, Effort, Performance, Spike];
}

/// <summary>A finding about a backlog as a whole, or about something in it that is no item.</summary>
/// <param name="Subject">What it is about: a sprint's name, or the key of an item; empty for the whole backlog.</param>
/// <param name="Finding">What was found.</param>
public sealed record BacklogFinding(string Subject, Finding Finding);

/// <summary>
/// The scores of one item and everything they rest on. Clarity is 100 less the points of its findings. Slicing begins where the item's size puts it
/// (<see cref="SizeStart"/>), less the points of its findings. Neither falls below 0.
/// </summary>
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
    /// <summary>
    /// The share of the team's estimated items that its estimate is larger than, 0 to 1, those with the same estimate counted half; null where it has no
    /// estimate, or too few others have one.
    /// </summary>
    public double? SizeRank { get; init; }

    /// <summary>How large its text lets expect it to be; null where no model can tell. No score hangs on it.</summary>
    public SizeEstimate? ExpectedSize { get; init; }

    /// <summary>What speaks for it, beyond the middle at which clarity begins.</summary>
    public ImmutableArray<Strength> Strengths { get; init; } = [];

    /// <summary>True where it says as a story who wants what; rules on roles, wishes and problems judge nothing else.</summary>
    public bool TellsAStory { get; init; }

    /// <summary>Findings that the team has muted; they take no points.</summary>
    public ImmutableArray<MutedFinding> Muted { get; init; } = [];

    /// <summary>True where the item has scores.</summary>
    public bool Scored => NotScoredBecause is null;
}
