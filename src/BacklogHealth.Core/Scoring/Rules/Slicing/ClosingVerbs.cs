using BacklogHealth.Core.Scoring.Text;

namespace BacklogHealth.Core.Scoring.Rules.Slicing;

/// <summary>
/// Finds what is done in a clause whose verbs stand last: "einen Gutschein anlegen und an Freunde verschicken können". A verb in its base form that
/// nothing but a comma, a join or the end follows closes a goal; written with a capital it is a noun. Pairs that belong together, steps and results are
/// no second goal.
/// </summary>
internal static class ClosingVerbs
{
    private static readonly WordList Joins = WordList.Named("joins");
    private static readonly WordList JoinWeak = WordList.Named("joinWeak");
    private static readonly WordList Operations = WordList.Named("operations");
    private static readonly WordList SameWork = WordList.Named("sameWork");
    private static readonly WordList StepVerbs = WordList.Named("stepVerbs");
    private static readonly WordList ResultVerbs = WordList.Named("resultVerbs");

    // What may stand behind the last verb ("anlegen können").
    private static readonly WordList Closers = WordList.Named("closers");

    // What opens a clause that only describes something in it (", die ich bekommen habe,").
    private static readonly WordList Subordinates = WordList.Named("subordinates");
    private static readonly WordList Persons = WordList.Named("persons");

    /// <summary>Indexes of the verbs in order; several are several goals, one is what the clause is about.</summary>
    public static List<int> In(TextReading text, int first, int end, LanguageWords language)
    {
        var verbs = new List<int>();
        var last = first;
        for (var i = first; i < end; i++)
        {
            if (i > first && IsAside(text, i, end, language))
            {
                i = NextComma(text, i + 1, end) - 1;
            }
            else if (Closes(text, i, end, language))
            {
                Add(text, verbs, last, i, language);
                last = i + 1;
            }
        }

        // Verbs that stand close together share their object: only operations are goals of their own then, others are steps.
        var close = verbs.Count is 2 or 3 && verbs[^1] - verbs[0] <= verbs.Count;
        var operations = verbs.Count(v => language.Holds(Operations, language.VerbOf(text.Words[v])));
        return close && operations < Math.Max(2, verbs.Count - 1) ? verbs[..1] : verbs;
    }

    // Between the verb that closed before and this one lie the words from "last" on.
    private static void Add(TextReading text, List<int> verbs, int last, int i, LanguageWords language)
    {
        if (verbs.Count == 0)
        {
            verbs.Add(i);
            return;
        }

        var words = text.Words;
        var (before, verb) = (language.VerbOf(words[verbs[^1]])!, language.VerbOf(words[i])!);

        // "die Möglichkeit haben, Gutscheine anzulegen": the first only carries the second.
        var join = Joins.First(words, last, i);
        if (join < 0 && !Same(words[i], verb) && Same(words[verbs[^1]], before))
        {
            verbs[^1] = i;
            return;
        }

        var only = verbs.Count == 1;
        if (!(only && join >= 0 && JoinWeak.Holds(words[join]))
            && !(join >= 0 && language.ArePair(before, words[join].Lower, verb))
            && !(only && (language.Holds(StepVerbs, before) || language.Holds(ResultVerbs, verb)))
            && SameWork.First(words, last, i) < 0)
        {
            verbs.Add(i);
        }
    }

    private static bool Closes(TextReading text, int i, int end, LanguageWords language)
    {
        var word = text.Words[i];
        if (char.IsUpper(text.Plain[word.Start]) || language.VerbOf(word) is not { } verb || !(Same(word, verb) || IsJoinedInfinitive(word, verb)))
        {
            return false;
        }

        var behind = i + 1;
        while (behind < end && Closers.Holds(text.Words[behind]))
        {
            behind++;
        }

        return behind >= end || !text.Words[behind].Joined || Joins.At(text.Words, behind) > 0;
    }

    private static bool Same(Word word, string verb) => string.Equals(word.Lower, verb, StringComparison.Ordinal);

    // "anzulegen": the base form with two letters inside.
    private static bool IsJoinedInfinitive(Word word, string verb) =>
        word.Length == verb.Length + 2 && word.Lower.EndsWith(verb[^2..], StringComparison.Ordinal) && word.Lower.Contains("zu", StringComparison.Ordinal);

    // Behind a comma, up to the next: with a person in it, or without a verb in its base form at its end.
    private static bool IsAside(TextReading text, int i, int end, LanguageWords language)
    {
        if (!IsComma(text, i) || !Subordinates.Holds(text.Words[i]))
        {
            return false;
        }

        var stop = NextComma(text, i + 1, end);
        return Persons.First(text.Words, i + 1, Math.Min(i + 3, stop)) >= 0 || !Closes(text, stop - 1, stop, language);
    }

    private static int NextComma(TextReading text, int from, int end)
    {
        while (from < end && !IsComma(text, from))
        {
            from++;
        }

        return Math.Min(from, end);
    }

    private static bool IsComma(TextReading text, int word) => text.Prose[text.Words[word - 1].End..text.Words[word].Start].Trim() is ",";
}
