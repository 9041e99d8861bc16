using System.Collections.Immutable;

namespace BacklogHealth.Core.Scoring;

/// <summary>One line of an account: what it is for, and what it adds or takes.</summary>
/// <param name="RuleId">The rule; null for the start, for what speaks for the item, and for the floor.</param>
/// <param name="What">The rule's title, or what else the line is.</param>
/// <param name="Points">Negative where it takes.</param>
public sealed record ScoreLine(string? RuleId, string What, int Points);

/// <summary>How one score came about: the lines add up to it.</summary>
/// <param name="Score">Which of the two.</param>
/// <param name="Lines">From the start: what is added, then what is taken.</param>
/// <param name="Total">The score, 0 to 100.</param>
public sealed record ScoreAccount(Score Score, ImmutableArray<ScoreLine> Lines, int Total);

/// <summary>How the scores of an item came about, line by line.</summary>
public static class ScoreExplanation
{
    /// <summary>The accounts of clarity and slicing; none where the item was not scored.</summary>
    public static ImmutableArray<ScoreAccount> Of(ItemScore score, RuleBook book)
    {
        ArgumentNullException.ThrowIfNull(score);
        ArgumentNullException.ThrowIfNull(book);
        return score is { Clarity: { } clarity, Slicing: { } slicing }
            ? [
                Account(score, book, Score.Clarity, [new ScoreLine(null, "Start, in the middle", ClarityStart.Middle), .. score.Strengths.Select(s => new ScoreLine(null, s.What, s.Points))], clarity),
                Account(score, book, Score.Slicing, [new ScoreLine(null, Size(score.SizeRank), SizeStart.Of(score.SizeRank))], slicing),
            ]
            : [];
    }

    private static ScoreAccount Account(ItemScore score, RuleBook book, Score which, IEnumerable<ScoreLine> start, int total)
    {
        var lines = ImmutableArray.CreateBuilder<ScoreLine>();
        lines.AddRange(start);
        foreach (var finding in score.Findings.Where(f => f.Feeds == which && f.Points > 0))
        {
            lines.Add(new ScoreLine(finding.RuleId, book.Find(finding.RuleId)?.Title ?? finding.RuleId, -finding.Points));
        }

        var left = lines.Sum(l => l.Points);
        if (left < total)
        {
            lines.Add(new ScoreLine(null, "Never below 0", total - left));
        }

        return new ScoreAccount(which, lines.ToImmutable(), total);
    }

    private static string Size(double? rank) => rank is { } share
        ? FormattableString.Invariant($"Start, since its estimate is larger than that of {Math.Round(100 * share)} of 100 items of the team")
        : "Start, since nothing tells how big it is";
}
