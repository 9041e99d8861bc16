namespace BacklogHealth.Core.Scoring.Text;

/// <summary>The forms in which teams write titles.</summary>
internal enum TitleForm
{
    /// <summary>None of the others: mostly a noun phrase ("Export of orders").</summary>
    Topic,

    /// <summary>A command ("Export orders").</summary>
    Command,

    /// <summary>A user story ("As a clerk I want to export orders").</summary>
    Story,
}

/// <summary>Tells the form of a title by its first words; a label before a colon is passed over.</summary>
internal static class TitleForms
{
    private static readonly WordList AsRole = WordList.Named("asRole");

    // Verbs that begin titles and are no reason to look for two goals elsewhere.
    private static readonly WordList AlsoCommands = WordList.Named("alsoCommands");

    public static TitleForm Of(ItemReading item)
    {
        var title = item.Title;
        var colon = title.Prose.IndexOf(": ", StringComparison.Ordinal);
        var (whole, behind) = (At(title, 0, item.Language), colon > 0 ? At(title, title.WordFrom(colon), item.Language) : TitleForm.Topic);
        return whole != TitleForm.Topic ? whole
            : behind == TitleForm.Topic && title.Words.Length > 1 && item.Language.EndsCommand(title.Words[^1]) ? TitleForm.Command
            : behind;
    }

    private static TitleForm At(TextReading title, int first, LanguageWords language)
    {
        if (first >= title.Words.Length)
        {
            return TitleForm.Topic;
        }

        var word = title.Words[first];
        return AsRole.At(title.Words, first) > 0 ? TitleForm.Story
            : AlsoCommands.Holds(word) || string.Equals(language.VerbOf(word), word.Lower, StringComparison.Ordinal) ? TitleForm.Command
            : TitleForm.Topic;
    }
}
