namespace BacklogHealth.Core.Scoring.Text;

/// <summary>
/// Finds the user story of an item: in its title, else in the first sentences of its description. The parts may stand on lines of their own.
/// One pass; a story is looked for at the beginning of sentences only.
/// </summary>
internal static class StoryReader
{
    private const int LongestRole = 40;
    private const int LongestPart = 150;
    private const int FirstSentences = 6;

    private static readonly WordList Openings = WordList.Named("story.openings");

    // "As a result", "as a first step": no role.
    private static readonly WordList NoRoles = WordList.Named("story.noRoles");
    private static readonly WordList Wants = WordList.Named("story.wants");

    // What makes a story of a title that names nobody; "we need to" tells a task.
    private static readonly WordList BareWants = WordList.Named("story.bareWants");

    // The last word of a wish behind which somebody does something: "to", "can".
    private static readonly WordList Doers = WordList.Named("story.doers");
    private static readonly WordList Reasons = WordList.Named("story.reasons");

    // What may stand between "to" and the verb.
    private static readonly WordList Fillers = WordList.Named("story.fillers");

    public static Story? Read(ItemReading item) => In(item.Title, item.Language) ?? In(item.Description, item.Language);

    private static Story? In(TextReading text, LanguageWords language)
    {
        if (!Wants.IsIn(text))
        {
            return null;
        }

        for (var s = 0; s < Math.Min(FirstSentences, text.Sentences.Length); s++)
        {
            if (At(text, text.Sentences[s].FirstWord, language) is { } story)
            {
                return story;
            }
        }

        return null;
    }

    private static Story? At(TextReading text, int first, LanguageWords language)
    {
        var opening = Openings.At(text.Words, first);
        if (opening == 0 && (text.Field != "title" || BareWants.At(text.Words, first) == 0))
        {
            return null;
        }

        var role = first + opening;
        if (role >= text.Words.Length || (opening > 0 && NoRoles.At(text.Words, role) > 0))
        {
            return null;
        }

        var last = Math.Min(text.Words.Length, opening == 0 ? role + 1 : role + LongestRole);
        var want = Wants.First(text.Words, role, last);
        if (want < 0 || (opening > 0 && (want == role || Reasons.First(text.Words, role, want) >= 0)))
        {
            return null;
        }

        var begin = want + Wants.At(text.Words, want);
        if (begin >= text.Words.Length)
        {
            return null;
        }

        var end = Math.Min(SentenceEnd(text, begin), begin + LongestPart);
        var reason = Reasons.First(text.Words, begin, end);
        var wanted = new WordRange(begin, reason < 0 ? end : reason);
        return wanted.IsEmpty ? null : new Story(text, new WordRange(role, opening == 0 ? role : want), wanted, Reason(text, reason, end), VerbOf(text.Words, wanted, language));
    }

    // The reason may begin a line of its own.
    private static WordRange Reason(TextReading text, int found, int wantEnd)
    {
        var reason = found >= 0 ? found : wantEnd < text.Words.Length && Reasons.At(text.Words, wantEnd) > 0 ? wantEnd : -1;
        return reason < 0 ? new WordRange(wantEnd, wantEnd) : new WordRange(reason, Math.Min(SentenceEnd(text, reason), reason + LongestPart));
    }

    private static int? VerbOf(Word[] words, WordRange want, LanguageWords language)
    {
        if (!Doers.Holds(words[want.First - 1]))
        {
            return null;
        }

        var verb = want.First;
        while (verb < want.End - 1 && (Fillers.Holds(words[verb]) || language.Endings.IsAdverb(words[verb])))
        {
            verb++;
        }

        return verb;
    }

    // Sentences are in the order of words: the one that holds a word is found by halving.
    private static int SentenceEnd(TextReading text, int word)
    {
        var (low, high) = (0, text.Sentences.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = text.Sentences[middle].EndWord <= word ? (middle + 1, high) : (low, middle);
        }

        return text.Sentences[low].EndWord;
    }
}
