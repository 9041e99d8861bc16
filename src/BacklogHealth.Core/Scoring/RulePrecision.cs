using System.Collections.Immutable;

namespace BacklogHealth.Core.Scoring;

/// <summary>
/// How often a rule was right with a team, as far as its readers have said: of its findings, those that nobody muted for their item or label. A rule
/// that is muted as a whole is not judged by that.
/// </summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Found">Its findings, muted ones too.</param>
/// <param name="Right">Those that nobody muted.</param>
public sealed record RulePrecision(string RuleId, int Found, int Right)
{
    /// <summary>Fewest findings by which a rule is judged.</summary>
    public const int FewestFindings = 10;

    /// <summary>Below this share of right findings a rule becomes a hint.</summary>
    public const double Least = 0.70;

    /// <summary>True where the team's own mutes show that the rule is wrong too often to be a warning.</summary>
    public bool IsTooOftenWrong => Found >= FewestFindings && Right < Least * Found;

    /// <summary>The rules of which at least one finding was muted, by id.</summary>
    public static ImmutableArray<RulePrecision> Of(IEnumerable<ItemScore> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var counts = new SortedDictionary<string, Judged>(StringComparer.Ordinal);
        Judged Of(string rule) => counts.TryGetValue(rule, out var known) ? known : counts[rule] = new Judged();
        foreach (var score in scores)
        {
            foreach (var finding in score.Findings)
            {
                Of(finding.RuleId).Right++;
            }

            foreach (var muted in score.Muted.Where(m => m.Mute.JudgesFindings))
            {
                Of(muted.Finding.RuleId).Wrong++;
            }
        }

        return [.. counts.Where(c => c.Value.Wrong > 0).Select(c => new RulePrecision(c.Key, c.Value.Right + c.Value.Wrong, c.Value.Right))];
    }

    /// <summary>Ids of the rules that have become hints.</summary>
    public static IReadOnlySet<string> Hints(IEnumerable<RulePrecision> precision) =>
        precision.Where(p => p.IsTooOftenWrong).Select(p => p.RuleId).ToImmutableHashSet(StringComparer.Ordinal);

    /// <summary>A score with the findings of some rules as hints, which take no points.</summary>
    /// <param name="score">The score.</param>
    /// <param name="rules">Ids of the rules.</param>
    public static ItemScore AsHints(ItemScore score, IReadOnlySet<string> rules)
    {
        ArgumentNullException.ThrowIfNull(score);
        ArgumentNullException.ThrowIfNull(rules);
        if (rules.Count == 0 || !score.Findings.Any(f => rules.Contains(f.RuleId)))
        {
            return score;
        }

        ImmutableArray<Finding> findings = [.. score.Findings.Select(f => rules.Contains(f.RuleId) ? f with { Severity = Severity.Info, Points = 0 } : f)];
        return score with
        {
            Findings = findings,
            Clarity = score.Clarity is null ? null : Scorer.Sum(findings, Score.Clarity, ClarityStart.Of(score.Strengths)),
            Slicing = score.Slicing is null ? null : Scorer.Sum(findings, Score.Slicing, SizeStart.Of(score.SizeRank)),
        };
    }

    private sealed class Judged
    {
        public int Right { get; set; }

        public int Wrong { get; set; }
    }
}
