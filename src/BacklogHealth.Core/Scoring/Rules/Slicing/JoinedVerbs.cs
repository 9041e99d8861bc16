using BacklogHealth.Core.Scoring.Text;

namespace BacklogHealth.Core.Scoring.Rules.Slicing;

/// <summary>
/// Finds verbs joined in a clause that begins with a verb: "create, edit and share vouchers", "add paging and remove the filter". A word that may
/// be a noun counts only where what follows shows that it is a verb. Pairs that belong together, steps and results are no second goal.
/// </summary>
internal static class JoinedVerbs
{
    private static readonly WordList Joins = WordList.Named("joins");
    private static readonly WordList JoinWeak = WordList.Named("joinWeak");
    private static readonly WordList Operations = WordList.Named("operations");
    private static readonly WordList SameWork = WordList.Named("sameWork");
    private static readonly WordList Infinitive = WordList.Named("infinitive");
    private static readonly WordList Determiners = WordList.Named("determiners");
    private static readonly WordList Prepositions = WordList.Named("story.prepositions");

    // "Design of the export": the verb is a noun.
    private static readonly WordList Of = WordList.Named("nounOf");

    // Verbs that leave no doubt, beside those that are also nouns.
    private static readonly WordList Verbs = WordList.Named("verbs");

    // Behind "and" they say what comes of the first verb, and are no second goal.
    private static readonly WordList ResultVerbs = WordList.Named("resultVerbs");

    // Before "and" they say a step on the way to the second verb.
    private static readonly WordList StepVerbs = WordList.Named("stepVerbs");

    /// <summary>Indexes of the joined verbs in order; one or none where nothing is joined.</summary>
    public static List<int> In(TextReading text, int first, int end, LanguageWords language)
    {
        var words = text.Words;
        if (language.VerbOf(words[first]) is not { } opening || (first + 1 < end && Of.Holds(words[first + 1])))
        {
            return [];
        }

        var verbs = new List<int> { first };
        var i = first + 1;

        // "create, edit, share and …": a run of verbs separated by commas.
        while (i < end && Comma(text, i) && language.VerbOf(words[i]) is not null)
        {
            verbs.Add(i++);
        }

        // Up to here no infinitive stands: looked at once, however many verbs are joined that count for none.
        var looked = 0;
        for (; i < end; i++)
        {
            if (OpensGoal(text, i, end, language))
            {
                verbs.Add(i);
                continue;
            }

            var join = Joins.At(words, i);
            var next = i + join;
            if (join == 0 || next >= end || language.VerbOf(words[next]) is not { } second)
            {
                continue;
            }

            // "a job to build and deploy": the joined verb belongs to the later "to".
            if (HasInfinitive(words, Math.Max(verbs[^1] + 1, looked), i, language))
            {
                return Goals(text, verbs, language);
            }

            looked = i - 1;

            var adjacent = i == verbs[^1] + 1;
            var weak = JoinWeak.Holds(words[i]);
            if (IsVerb(words, next, end, verbs.Count > 1 || adjacent, language)
                && (adjacent || !IsOfName(words, i, next, end, language))
                && !(weak && verbs.Count == 1)
                && !Together(words, verbs[^1], i, next, language)
                && !IsSameWork(words, next + 1, Math.Min(end, next + 5))
                && (verbs.Count > 1 || !(language.Holds(StepVerbs, opening) || language.Holds(ResultVerbs, second)))
                && SameForm(words[first].Lower, words[next].Lower, opening, second))
            {
                verbs.Add(next);
            }

            i = next;
        }

        return Goals(text, verbs, language);
    }

    // Verbs that stand close together share their object: only operations ("edit and delete ads") are goals of their own then, others are steps.
    private static List<int> Goals(TextReading text, List<int> verbs, LanguageWords language)
    {
        while (verbs.Count > 1 && Comma(text, verbs[^1]))
        {
            // A list ends with "and"; a verb behind a last comma is something else.
            verbs.RemoveAt(verbs.Count - 1);
        }

        var close = verbs.Count is 2 or 3 && verbs[^1] - verbs[0] <= verbs.Count;
        var operations = verbs.Count(v => language.Holds(Operations, language.VerbOf(text.Words[v])));

        // "Measure, validate and verify": steps of one work.
        var steps = verbs.Count > 2 && verbs.TrueForAll(v => language.Holds(StepVerbs, language.VerbOf(text.Words[v])));
        return verbs.Count < 2 || steps || (close && operations < Math.Max(2, verbs.Count - 1)) ? [] : verbs;
    }

    private static bool HasInfinitive(Word[] words, int from, int to, LanguageWords language)
    {
        for (var i = from; i + 1 < to; i++)
        {
            if (Infinitive.Holds(words[i]) && language.VerbOf(words[i + 1]) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSameWork(Word[] words, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (SameWork.Holds(words[i]))
            {
                return true;
            }
        }

        return false;
    }

    // "…, translate it, …": behind a comma a verb with its own object.
    private static bool OpensGoal(TextReading text, int i, int end, LanguageWords language) =>
        i + 1 < end && Comma(text, i) && language.VerbOf(text.Words[i]) is { } verb
            && (Determiners.Holds(text.Words[i + 1])
                || (language.Holds(Verbs, verb) && text.Words[i + 1].Joined && Joins.At(text.Words, i + 1) == 0));

    private static bool Comma(TextReading text, int word)
    {
        var gap = text.Prose[text.Words[word - 1].End..text.Words[word].Start].Trim();
        return gap is "," or "/";
    }

    // "creating … and sharing …", "create … and share …": both in the same form.
    private static bool SameForm(string first, string second, string firstVerb, string secondVerb) =>
        string.Equals(first, firstVerb, StringComparison.Ordinal) == string.Equals(second, secondVerb, StringComparison.Ordinal);

    private static bool IsVerb(Word[] words, int i, int end, bool inRun, LanguageWords language)
    {
        var verb = language.VerbOf(words[i])!;
        if (language.Holds(Verbs, verb))
        {
            return i + 1 < end || inRun;
        }

        // "import and export buttons": only an article or the like behind it makes a verb of it; in a run of verbs anything does.
        return i + 1 < end && (Determiners.Holds(words[i + 1]) || (inRun && language.Holds(Verbs, language.VerbOf(words[i - 2 >= 0 ? i - 2 : 0]) ?? "")));
    }

    // "in receipts and match analysis", "push and publish tasks": before a single noun, and behind one or another verb, it names what kind of thing that is.
    private static bool IsOfName(Word[] words, int join, int next, int end, LanguageWords language)
    {
        var single = next + 2 == end || (next + 2 < end && Prepositions.Holds(words[next + 2]));
        return single && join >= 3 && words[next + 1].Joined && !Determiners.Holds(words[next + 1]) && (Prepositions.Holds(words[join - 2]) || Infinitive.Holds(words[join - 2]) || language.VerbOf(words[join - 1]) is not null);
    }

    // A pair is looked up by its verbs, whatever stands between them ("find a bug and fix it").
    private static bool Together(Word[] words, int verb, int join, int next, LanguageWords language) =>
        language.ArePair(language.VerbOf(words[verb])!, words[join].Lower, language.VerbOf(words[next])!);
}
