namespace BacklogHealth.Core.Scoring.Text;

/// <summary>Some words of a text in a row.</summary>
/// <param name="First">Index of the first word.</param>
/// <param name="End">Index behind the last word.</param>
internal readonly record struct WordRange(int First, int End)
{
    public int Count => End - First;

    public bool IsEmpty => End <= First;
}

/// <summary>
/// The parts of a user story: "As a ROLE I want WANT so that REASON". A wish without a role is a story too, with an empty role; one without a
/// reason has an empty reason.
/// </summary>
/// <param name="Text">The field it stands in.</param>
/// <param name="Role">Who wants it, without the article; empty where nobody is named.</param>
/// <param name="Want">What is wanted, behind "I want to"; at least one word.</param>
/// <param name="Reason">Why, with the words that open it; empty where it gives none.</param>
/// <param name="Verb">Index of the verb where somebody wants to do something; null where a thing is wanted ("I want a report").</param>
internal sealed record Story(TextReading Text, WordRange Role, WordRange Want, WordRange Reason, int? Verb)
{
    private static readonly WordList RoleEnds = WordList.Named("story.roleEnds");
    private static readonly WordList ObjectEnds = WordList.Named("story.objectEnds");

    /// <summary>The words that name the role, without what is said of it: "developer" of "developer of dating apps".</summary>
    public WordRange RoleName
    {
        get
        {
            var end = RoleEnds.First(Text.Words, Role.First, Role.End);
            return end < 0 ? Role : Role with { End = end };
        }
    }

    /// <summary>What a verb of the wish is done to: the words behind it, up to a comma or a word that opens something else.</summary>
    public WordRange ObjectOf(int verb)
    {
        var first = verb + 1;
        var end = first;
        while (end < Want.End && ObjectEnds.At(Text.Words, end) == 0 && (end == first || !Text.Gap(end).Contains(',')))
        {
            end++;
        }

        return new WordRange(first, end);
    }

    /// <summary>Index of the first word of a range that begins a phrase of a list; -1 where none does.</summary>
    public int Find(WordList list, WordRange range) => list.First(Text.Words, range.First, range.End);

    /// <summary>True where any word of a range begins a phrase of a list.</summary>
    public bool Has(WordList list, WordRange range) => Find(list, range) >= 0;
}
