namespace BacklogHealth.Core.Scoring.Text;

/// <summary>Whether a sentence tells how things are, or what is wanted.</summary>
internal enum Mood
{
    /// <summary>It tells how things are or were.</summary>
    Narrates,

    /// <summary>It may be either.</summary>
    Neutral,

    /// <summary>It says what is wanted.</summary>
    Wishes,
}

/// <summary>Tells wishes from reports: words are vague where something is wanted, not where something is told.</summary>
internal static class MoodReader
{
    private static readonly WordList Wishes = WordList.Named("wishes");
    private static readonly WordList Narrates = WordList.Named("narrates");
    private static readonly WordList Verbs = WordList.Named("verbs");

    /// <summary>A title wishes always, and so does a sentence that is a command or has a word that wishes.</summary>
    public static Mood Of(TextReading text, Sentence sentence, LanguageWords language)
    {
        if (text.Field != "description" || IsCommand(text, sentence, language))
        {
            return Mood.Wishes;
        }

        return Wishes.First(text.Words, sentence.FirstWord, sentence.EndWord) >= 0 ? Mood.Wishes
            : Narrates.First(text.Words, sentence.FirstWord, sentence.EndWord) >= 0 ? Mood.Narrates
            : Mood.Neutral;
    }

    // "Show the list": a base form opens it, or closes it where verbs stand last ("Die Liste anzeigen").
    private static bool IsCommand(TextReading text, Sentence sentence, LanguageWords language)
    {
        var verb = text.Words[language.VerbsStandLast ? sentence.EndWord - 1 : sentence.FirstWord];
        return sentence.WordCount > 1
            && Verbs.Holds(verb)
            && !(language.VerbsStandLast && char.IsUpper(text.Plain[verb.Start]))
            && Narrates.At(text.Words, sentence.FirstWord) == 0;
    }
}
