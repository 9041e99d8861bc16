using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Clarity;

/// <summary>
/// No words that each reader measures differently. Not read: reasons ("so that … quickly"), reports of how things are, quotations, code, and
/// words made exact by a number in the same sentence. Points fall with the length of the text: one vague word in a page weighs less than one in a line.
/// </summary>
internal sealed class UseExactWords : ItemRule
{
    private const int PointsEach = 7;
    private const int UsualLength = 60;

    public override string Id => "CL005";

    public override Criterion Criterion => Criterion.Unambiguous;

    public override string Title => "Use words that all read alike";

    public override string Rationale => "What is fast or easy to one reader is slow or hard to another; the difference shows in the review.";

    public override Source Source => new("Requirements smells: subjective and vague wording", "Femmer et al. 2017; the list of words is our own, and such lists are right more often on wishes than on reports");

    public override Severity Severity => Severity.Warning;

    public override int Points => 20;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("a number", "Show search results", "The first ten results are shown within 300 ms on a phone."),
        new("a list", "Support phones", "It runs in Safari 17 and Chrome 120 on phones."),
        new("a name with such a word", "Fix quick search", "The quick search box keeps its text."),
        new("made exact in the sentence", "Show search results", "The list is fast: 95 of 100 searches take less than 300 ms."),
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("no number", "Show search results", "The search must be fast enough on all devices."),
        new("no criterion", "Redesign the form", "The form has to be user-friendly and intuitive."),
        new("no list", "Export orders", "It writes date, customer, total etc. to a file."),
        new("no symptom", "Basket", "The basket does not work properly.", WorkItemKind.Bug),
    ];

    public override bool AppliesTo(WorkItemKind kind) => true;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        // A bug that is told at length shows what was seen; its title may be short.
        if (item.Item.Kind == WorkItemKind.Bug && item.WordCount > UsualLength)
        {
            return [];
        }

        var hits = item.Fields.SelectMany(f => Hits(f, item, team)).ToList();
        if (hits.Count == 0)
        {
            return [];
        }

        var points = (int)Math.Ceiling((double)PointsEach * hits.Count * UsualLength / Math.Max(UsualLength, item.WordCount));
        return [Found(hits.Select(h => h.Evidence), points, ("for", hits[0].Category))];
    }

    private static IEnumerable<(string Category, Evidence Evidence)> Hits(TextReading text, ItemReading item, TeamContext team)
    {
        var bug = item.Item.Kind == WorkItemKind.Bug;
        foreach (var sentence in text.Sentences)
        {
            var mood = bug ? Mood.Wishes : VagueContext.MoodOf(text, sentence, item.Language);
            if (mood == Mood.Narrates)
            {
                continue;
            }

            bool? measured = null;
            bool? exemplified = null;
            for (var i = sentence.FirstWord; i < sentence.EndWord; i++)
            {
                if (item.Language.Reasons.MatchAt(text.Words, i) > 0)
                {
                    break;
                }

                if (team.Cleared.MatchAt(text.Words, i) is > 0 and var cleared)
                {
                    i += cleared - 1;
                    continue;
                }

                if (Match(text.Words, i, sentence, item, team) is { } match
                    && sentence.EndWord >= i + match.Length
                    && (mood == Mood.Wishes || !match.WishOnly)
                    && !(match.UnlessNumber && (measured ??= VagueContext.HasMeasure(text.Words, sentence, item.Language)))
                    && !(match.UnlessExample && (exemplified ??= VagueContext.EndsExamples(text.Words, i, sentence, item.Language))))
                {
                    yield return (match.Category, text.WordsAsEvidence(i, match.Length));
                    i += match.Length - 1;
                }
            }
        }
    }

    private static Hit? Match(IReadOnlyList<Word> words, int i, Sentence sentence, ItemReading item, TeamContext team)
    {
        var bug = item.Item.Kind == WorkItemKind.Bug;
        Hit? longest = null;
        foreach (var category in item.Language.Vague)
        {
            var length = category.BugsOnly == bug ? category.Words.MatchAt(words, i) : 0;
            if (length > (longest?.Length ?? 0) && VagueContext.Counts(words, i, length, sentence, category))
            {
                longest = new Hit(category.Name, length, category.WishOnly, category.UnlessNumber, category.UnlessExample);
            }
        }

        var own = team.AddedVague.MatchAt(words, i);
        return own > (longest?.Length ?? 0) ? new Hit("own", own, false, false, false) : longest;
    }

    private readonly record struct Hit(string Category, int Length, bool WishOnly, bool UnlessNumber, bool UnlessExample);
}
