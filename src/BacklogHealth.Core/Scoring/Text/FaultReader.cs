namespace BacklogHealth.Core.Scoring.Text;

/// <summary>
/// Finds a fault or a lack told as a fact: "the list does not sort", "it only shows ten". What is asked for ("must not", "make sure it does not") and
/// what is only a case ("if it does not exist") is none.
/// </summary>
internal static class FaultReader
{
    private static readonly WordList Denials = WordList.Named("denials");
    private static readonly WordList Stops = WordList.Named("denialStops");
    private static readonly WordList Menders = WordList.Named("menders");

    /// <summary>True where the running text states a fault; lists are left out, they tell rules.</summary>
    public static bool IsStated(TextReading text, LanguageWords language)
    {
        if (!Denials.IsIn(text))
        {
            return false;
        }

        var line = 0;
        foreach (var sentence in text.Sentences)
        {
            while (text.Lines[line].End <= sentence.Start)
            {
                line++;
            }

            if (text.Lines[line].Kind is LineKind.Paragraph or LineKind.Heading && Denies(text, sentence, language))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for an item whose title is to mend something: what is broken is its reason.</summary>
    public static bool IsMended(TextReading title, LanguageWords language) =>
        title.Words.Any(w => language.VerbOf(w) is { } verb && string.Equals(verb, w.Lower, StringComparison.Ordinal) && language.Holds(Menders, verb));

    private static bool Denies(TextReading text, Sentence sentence, LanguageWords language)
    {
        var words = text.Words;
        if (IsCommand(words[sentence.FirstWord], language))
        {
            return false;
        }

        var (clause, stopped) = (sentence.FirstWord, false);
        for (var i = sentence.FirstWord; i < sentence.EndWord; i++)
        {
            if (i > clause && !words[i].Joined)
            {
                (clause, stopped) = (i, false);
            }

            stopped |= Stops.At(words, i) > 0;
            if (!stopped && i > clause && Denials.At(words, i) > 0)
            {
                return true;
            }
        }

        return false;
    }

    // "Check that it only does ..." is work, no fact.
    private static bool IsCommand(Word word, LanguageWords language) =>
        !language.VerbsStandLast && language.VerbOf(word) is { } verb && string.Equals(verb, word.Lower, StringComparison.Ordinal);
}
