using BacklogHealth.Core.Scoring.Text;

namespace BacklogHealth.Core.Scoring.Rules.Clarity;

/// <summary>
/// What the rules share that look for words of one list where something is wanted: <c>NAME.words</c>, but for those that stand before a word of
/// <c>NAME.notBefore</c> or behind one of <c>NAME.notAfter</c>. Reasons, reports of how things are, quotations and code are not read.
/// </summary>
internal abstract class WishWordsRule : ItemRule
{
    private readonly WordList _words;
    private readonly WordList _notBefore;
    private readonly WordList _notAfter;

    /// <summary>Makes a rule that reads the lists of a name.</summary>
    protected WishWordsRule(string name) =>
        (_words, _notBefore, _notAfter) = (WordList.Named(name + ".words"), WordList.Named(name + ".notBefore"), WordList.Named(name + ".notAfter"));

    public override Score Feeds => Score.Clarity;

    public override Criterion Criterion => Criterion.Unambiguous;

    public override Severity Severity => Severity.Info;

    internal sealed override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        List<Evidence>? hits = null;
        foreach (var text in item.Fields)
        {
            foreach (var sentence in _words.IsIn(text) ? text.Sentences : [])
            {
                Read(new SentenceReading(text, sentence, item.Language), item, team, ref hits);
            }
        }

        return hits is null ? [] : [Found(hits)];
    }

    /// <summary>Number of words that a hit in its sentence rests on; 0 where it does not count.</summary>
    protected virtual int Words(ItemReading item, SentenceReading sentence, int first, int length) => length;

    /// <summary>True for sentences in which the words count: those that say what is wanted.</summary>
    protected virtual bool Reads(Mood mood) => mood == Mood.Wishes;

    private void Read(SentenceReading sentence, ItemReading item, TeamContext team, ref List<Evidence>? hits)
    {
        var words = sentence.Text.Words;
        for (var i = sentence.FirstWord; i < sentence.EndWord; i++)
        {
            var length = _words.At(words, i);
            if (length == 0)
            {
                continue;
            }

            if (!IsCleared(words, i, team) && Stands(words, i, length, sentence) && Reads(sentence.Mood)
                && !sentence.SaysBefore(ReasonReader.Reasons, i) && Words(item, sentence, i, length) is > 0 and var count)
            {
                (hits ??= []).Add(sentence.Text.WordsAsEvidence(i, count));
            }

            i += length - 1;
        }
    }

    private bool Stands(Word[] words, int i, int length, SentenceReading sentence)
    {
        var behind = i + length;
        return !(behind < sentence.EndWord && words[behind].Joined && _notBefore.At(words, behind) > 0)
            && !(i > sentence.FirstWord && words[i].Joined && _notAfter.Holds(words[i - 1]));
    }

    // A phrase that the team has cleared may begin a word earlier.
    private static bool IsCleared(Word[] words, int i, TeamContext team) =>
        team.Cleared.MatchAt(words, i) > 0 || (i > 0 && team.Cleared.MatchAt(words, i - 1) > 1);
}
