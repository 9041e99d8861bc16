using BacklogHealth.Core.Health;
using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.Scoring.Sizes;

namespace BacklogHealth.Json;

/// <summary>One item's scores, as CONTRACT fixes them.</summary>
internal sealed record ScoreJson(
    string Schema, string Key, int? Clarity, int? Slicing, bool Ready, SizeJson? Size, IReadOnlyList<FindingJson> Findings, string? Language, bool Scored, string? Reason)
{
    /// <summary>Findings that the team has muted; they take no points.</summary>
    public required IReadOnlyList<MutedJson> Muted { get; init; }

    /// <summary>The chance that it is edited, asked about or sent back after its start; null where it is begun or nobody can tell.</summary>
    public ChanceJson? Rework { get; init; }

    /// <summary>The chance that it stays in progress for longer than 85 of 100 items; null where it is begun or nobody can tell.</summary>
    public ChanceJson? Risk { get; init; }

    /// <summary>Made from a score.</summary>
    public static ScoreJson From(ItemScore score, Readiness ready, FindingText words, ItemChances? chances = null) => new(
        "backlog-health/score/1", score.Key, score.Clarity, score.Slicing, ready.IsReady, SizeJson.Of(score.ExpectedSize),
        [.. score.Findings.Select(f => FindingJson.From(f, words))], score.Language, score.Scored, score.NotScoredBecause)
    {
        Rework = ChanceJson.Of(chances?.Rework),
        Risk = ChanceJson.Of(chances?.Risk),
        Muted = [.. score.Muted.Select(m => new MutedJson(m.Finding.RuleId, m.Mute.Reason, m.Mute.Until))],
    };
}

/// <summary>Where the item's expected size lies among those of its team, from 0 to 1, and what that rests on.</summary>
/// <param name="Rank">Its place among others by what its text lets expect, 0 to 1.</param>
/// <param name="Expected">The share of the team's items that it is expected to be larger than: as far from the middle as the evidence carries.</param>
/// <param name="Points">The team's estimate there; null where too few items have one.</param>
/// <param name="Evidence">What it rests on.</param>
internal sealed record SizeJson(double Rank, double Expected, double? Points, string Evidence)
{
    /// <summary>Made from an estimate; null where no model can tell.</summary>
    public static SizeJson? Of(SizeEstimate? size) =>
        size is null ? null : new SizeJson(Math.Round(size.Rank, 4), Math.Round(size.Expected, 4), size.Points, size.Evidence.ToString());
}

/// <summary>One muted finding.</summary>
internal sealed record MutedJson(string Rule, string Reason, DateOnly? Until);

/// <summary>One finding with its words.</summary>
internal sealed record FindingJson(string Rule, string Severity, string Criterion, string Message, string Question, int Points, string Feeds, IReadOnlyList<EvidenceJson> Evidence, CutJson? Cut)
{
    /// <summary>Made from a finding.</summary>
    public static FindingJson From(Finding finding, FindingText words) => new(
        finding.RuleId, Name(finding.Severity), RuleBook.All.Find(finding.RuleId)!.Criterion.Name(), words.Message(finding), words.Question(finding),
        finding.Points, finding.Feeds == Score.Clarity ? "clarity" : "slicing", [.. finding.Evidence.Select(e => new EvidenceJson(e.Field, e.Start, e.Length, e.Text))],
        finding.Cut is { } cut ? new CutJson(cut.Pattern, cut.First, cut.Parts) : null);

    private static string Name(Severity severity) => severity switch { Core.Scoring.Severity.Info => "info", Core.Scoring.Severity.Warning => "warning", _ => "error" };
}

/// <summary>The words a finding rests on.</summary>
internal sealed record EvidenceJson(string Field, int Start, int Length, string Text);

/// <summary>A way to cut the item, in its own words: the first so many parts make the first piece.</summary>
internal sealed record CutJson(string Pattern, int First, IReadOnlyList<string> Parts);
