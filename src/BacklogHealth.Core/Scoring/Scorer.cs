using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Sizes;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring;

/// <summary>
/// Scores items one by one: what each begins with, less the points of the findings, never below 0. Stateless; the same item gives the same score whatever was
/// scored before, and on any thread.
/// </summary>
/// <param name="book">The rules.</param>
/// <param name="team">What the team says of itself.</param>
/// <param name="backlog">The whole backlog.</param>
/// <param name="sizes">What tells sizes from texts; null where nothing does.</param>
public sealed class Scorer(RuleBook book, TeamContext team, BacklogIndex backlog, SizeModel? sizes = null)
{
    private readonly Rule[] _rules = [.. book.Rules.Where(r => !team.IsOff(r.Id))];

    /// <summary>Scores one item. Never throws on what an item says.</summary>
    public ItemScore Score(WorkItem item) => ScoreAndRead(item).Score;

    /// <summary>The same with the reading that it rests on; without one where the item was not scored.</summary>
    internal (ItemScore Score, ItemReading? Reading) ScoreAndRead(WorkItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (string.IsNullOrWhiteSpace(item.Title) && item.Description.IsBlank && item.AcceptanceCriteria.IsBlank)
        {
            return (NotScored(item, null, "The item has no text: no title and no description."), null);
        }

        if (!HasLetters(item.Title) && !HasLetters(item.Description.Plain) && !HasLetters(item.AcceptanceCriteria.Plain))
        {
            return (NotScored(item, null, "The item has no words: no letter and no digit in its title and description."), null);
        }

        var words = LanguageWords.For(team.Language);
        var reading = new ItemReading(item, words, backlog.ReasonAbove(item));
        var language = LanguageGuess.Of(reading, team.Language);
        if (language is null)
        {
            return (NotScored(item, null, $"The text is written in letters that the rules do not read; rules exist for {Supported()}."), null);
        }

        if (LanguageWords.Find(language) is null)
        {
            return (NotScored(item, language, $"The text reads as {LanguageNames.Of(language)}; rules exist for {Supported()}."), null);
        }

        if (!string.Equals(language, team.Language, StringComparison.Ordinal))
        {
            reading = new ItemReading(item, LanguageWords.For(language), reading.ReasonAbove);
        }

        var (findings, muted) = Findings(reading);
        var size = backlog.SizeRank(item);
        var strengths = ClarityStart.StrengthsOf(reading);
        var score = new ItemScore(item.Id, item.Key, Sum(findings, Scoring.Score.Clarity, ClarityStart.Of(strengths)), Sum(findings, Scoring.Score.Slicing, SizeStart.Of(size)), language, null, findings)
        {
            SizeRank = size,
            ExpectedSize = sizes?.Of(reading, language, backlog.Estimates),
            Strengths = strengths,
            TellsAStory = reading.Story is not null,
            Muted = muted,
        };
        return (score, reading);
    }

    /// <summary>What is to be said of the backlog as a whole, in the order of the rule book.</summary>
    public ImmutableArray<BacklogFinding> ScoreBacklog() =>
        [.. _rules.OfType<WholeRule>().SelectMany(r => r.Check(backlog, team)).Where(f => f.Finding.Severity >= team.MinimumSeverity)];

    /// <summary>When somebody last looked into an item of the backlog: its latest change or comment, bulk edits and moves left out; its creation where there is none, and null where nothing tells.</summary>
    public DateTimeOffset? LastTouched(WorkItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return backlog.ById(item.Id)?.LastTouched;
    }

    private static bool HasLetters(string text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        return false;
    }

    private static string Supported() => string.Join(" and ", LanguageWords.Languages.Select(LanguageNames.Of).Order(StringComparer.Ordinal));

    private static ItemScore NotScored(WorkItem item, string? language, string because) => new(item.Id, item.Key, null, null, language, because, []);

    /// <summary>What a score begins with, less the points of the findings that feed it, never below 0.</summary>
    internal static int Sum(ImmutableArray<Finding> findings, Score score, int start)
    {
        var left = start;
        foreach (var finding in findings)
        {
            left -= finding.Feeds == score ? finding.Points : 0;
        }

        return Math.Max(0, left);
    }

    private (ImmutableArray<Finding> Findings, ImmutableArray<MutedFinding> Muted) Findings(ItemReading reading)
    {
        var item = reading.Item;
        var mutes = Mutes.Of(item, team);
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var muted = ImmutableArray.CreateBuilder<MutedFinding>();
        foreach (var rule in _rules)
        {
            if (!rule.AppliesTo(item.Kind))
            {
                continue;
            }

            foreach (var finding in Check(rule, reading))
            {
                if (mutes.FirstOrDefault(m => m.Covers(rule.Id)) is { } mute)
                {
                    muted.Add(new MutedFinding(finding, mute));
                }
                else if (finding.Severity >= team.MinimumSeverity)
                {
                    findings.Add(finding);
                }
            }
        }

        return (findings.ToImmutable(), muted.ToImmutable());
    }

    private IEnumerable<Finding> Check(Rule rule, ItemReading reading) => rule switch
    {
        ItemRule one => one.Check(reading, team),
        BacklogRule beside => beside.Check(reading, backlog, team),
        _ => [],
    };
}
