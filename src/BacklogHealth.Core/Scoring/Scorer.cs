using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring;

/// <summary>
/// Scores items one by one: 100 less the points of the findings, never below 0. Stateless; the same item gives the same score whatever was
/// scored before, and on any thread.
/// </summary>
/// <param name="book">The rules.</param>
/// <param name="team">What the team says of itself.</param>
/// <param name="backlog">The whole backlog.</param>
public sealed class Scorer(RuleBook book, TeamContext team, BacklogIndex backlog)
{
    /// <summary>Scores one item. Never throws on what an item says.</summary>
    public ItemScore Score(WorkItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (string.IsNullOrWhiteSpace(item.Title) && item.Description.IsBlank && item.AcceptanceCriteria.IsBlank)
        {
            return NotScored(item, null, "The item has no text: no title and no description.");
        }

        var words = LanguageWords.For(team.Language);
        var reading = new ItemReading(item, words, backlog.ReasonAbove(item));
        var language = LanguageGuess.Of(reading, team.Language);
        if (language is null)
        {
            return NotScored(item, null, $"The text is written in letters that the rules do not read; rules exist for {Supported()}.");
        }

        if (LanguageWords.Find(language) is null)
        {
            return NotScored(item, language, $"The text reads as {LanguageNames.Of(language)}; rules exist for {Supported()}.");
        }

        if (!string.Equals(language, team.Language, StringComparison.Ordinal))
        {
            reading = new ItemReading(item, LanguageWords.For(language), reading.ReasonAbove);
        }

        ImmutableArray<Finding> findings = [.. book.Rules.Where(r => r.AppliesTo(item.Kind) && !team.IsMuted(r.Id, item.Key)).SelectMany(r => Check(r, reading))];
        return new ItemScore(item.Id, item.Key, Sum(findings, Scoring.Score.Clarity), Sum(findings, Scoring.Score.Slicing), language, null, findings);
    }

    /// <summary>What is to be said of the backlog as a whole, in the order of the rule book.</summary>
    public ImmutableArray<BacklogFinding> ScoreBacklog() =>
        [.. book.Rules.OfType<WholeRule>().Where(r => !team.IsMuted(r.Id, "")).SelectMany(r => r.Check(backlog, team))];

    private static string Supported() => string.Join(" and ", LanguageWords.Languages.Select(LanguageNames.Of).Order(StringComparer.Ordinal));

    private static ItemScore NotScored(WorkItem item, string? language, string because) => new(item.Id, item.Key, null, null, language, because, []);

    private static int Sum(ImmutableArray<Finding> findings, Score score) => Math.Max(0, 100 - findings.Where(f => f.Feeds == score).Sum(f => f.Points));

    private IEnumerable<Finding> Check(Rule rule, ItemReading reading) => rule switch
    {
        ItemRule one => one.Check(reading, team),
        BacklogRule beside => beside.Check(reading, backlog, team),
        _ => [],
    };
}
