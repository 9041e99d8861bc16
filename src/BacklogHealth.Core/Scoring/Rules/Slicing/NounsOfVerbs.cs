using BacklogHealth.Core.Scoring.Text;

namespace BacklogHealth.Core.Scoring.Rules.Slicing;

/// <summary>
/// Finds verbs that were made nouns at the beginning of a clause: "Anlegen, Ändern und Löschen von Gutscheinen", "Pflege der Stammdaten". What they act
/// on follows them, so they are read in languages whose verbs stand last otherwise.
/// </summary>
internal static class NounsOfVerbs
{
    private static readonly WordList Joins = WordList.Named("joins");
    private static readonly WordList Operations = WordList.Named("operations");

    // What stands between such a noun and what it acts on ("von", "der").
    private static readonly WordList Of = WordList.Named("nounOf");

    /// <summary>Indexes of the nouns in order; none where the clause does not begin with one.</summary>
    public static List<int> In(TextReading text, int first, int end, LanguageWords language)
    {
        var words = text.Words;
        var nouns = new List<int>();
        var i = first;
        while (i < end && Base(words[i], language) is not null)
        {
            nouns.Add(i++);
            var comma = i < end && text.Prose[words[i - 1].End..words[i].Start].Trim() is "," or "/";
            var join = i < end && !comma ? Joins.At(words, i) : 0;
            if (!comma && join == 0)
            {
                break;
            }

            i += join;
        }

        var acts = nouns.Count > 0 && i < end && i == nouns[^1] + 1 && Of.Holds(words[i]);
        var operations = nouns.Count(n => language.Holds(Operations, Base(words[n], language)));
        var joined = nouns.Count > 1 && operations >= Math.Max(2, nouns.Count - 1) && !Together(words, nouns, language);
        return !acts ? [] : joined ? nouns : nouns[..1];
    }

    /// <summary>The base form of the verb that a noun was made of, or that it still is; null where it is neither.</summary>
    public static string? Base(Word word, LanguageWords language) =>
        language.VerbOfNoun(word) ?? (language.VerbOf(word) is { } verb && string.Equals(verb, word.Lower, StringComparison.Ordinal) ? verb : null);

    private static bool Together(Word[] words, List<int> nouns, LanguageWords language) =>
        nouns.Count == 2 && language.ArePair(Base(words[nouns[0]], language)!, words[nouns[0] + 1].Lower, Base(words[nouns[1]], language)!);
}
