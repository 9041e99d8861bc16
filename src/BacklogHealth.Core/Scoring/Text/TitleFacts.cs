using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Text;

/// <summary>What a title tells of the work beyond its topic.</summary>
internal static class TitleFacts
{
    private const int FewestWords = 10;
    private const int FewestOfFault = 7;
    private static readonly WordList Details = WordList.Named("titleDetails");
    private static readonly WordList VersionVerbs = WordList.Named("versionVerbs");
    private static readonly WordList OwnChecks = WordList.Named("ownChecks");
    private static readonly WordList TargetVerbs = WordList.Named("targetVerbs");
    private static readonly WordList Targets = WordList.Named("targets");
    private static readonly WordList Routine = WordList.Named("routine");

    /// <summary>True for work that is done the same way for each release, so that nobody asks why or how: "Publish the release notes of 4.9".</summary>
    public static bool IsRoutine(ItemReading item) => Routine.IsIn(item.Title);

    /// <summary>True for a title that says as much as a short description would: a long one with a case, a contrast or a purpose, or the step to a named version.</summary>
    public static bool SaysAll(ItemReading item)
    {
        var (words, bug) = (item.Title.Words.Length, item.Item.Kind == WorkItemKind.Bug);
        return (words >= (bug ? FewestOfFault : FewestWords) && Details.IsIn(item.Title)) || (bug && words >= FewestWords) || IsRoutine(item) || NamesVersion(item);
    }

    /// <summary>True for a title that is done or not for all to see: something is mended, gone or something else, or has a named version afterwards.</summary>
    public static bool IsItsOwnCheck(ItemReading item) =>
        FaultReader.IsMended(item.Title, item.Language) || HasVerb(item, OwnChecks) || NamesVersion(item) || (Targets.IsIn(item.Title) && HasVerb(item, TargetVerbs));

    /// <summary>True for a word that is the number of a version: "4.0.0", "v2.1", "8.2.0.GA".</summary>
    public static bool IsVersion(Word word) =>
        word.Lower.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && char.IsAsciiDigit(word.Lower[dot - 1]) && char.IsAsciiDigit(word.Lower[dot + 1]);

    // "Upgrade to tomcat7", "Update Spring to 4.0.2".
    private static bool NamesVersion(ItemReading item) => HasVerb(item, VersionVerbs) && Array.Exists(item.Title.Words, w => char.IsAsciiDigit(w.Lower[^1]) || IsVersion(w));

    // A command at the beginning or behind a label ("iOS: Remove ..."); where verbs stand last, the only verb there is.
    private static bool HasVerb(ItemReading item, WordList verbs)
    {
        var (words, language) = (item.Title.Words, item.Language);
        if (language.VerbsStandLast && words.Count(w => language.VerbOf(w) is not null) != 1)
        {
            return false;
        }

        for (var i = 0; i < words.Length; i++)
        {
            var mayBe = language.VerbsStandLast || i == 0 || item.Title.Gap(i).Contains(':');
            if (mayBe && language.VerbOf(words[i]) is { } verb && language.Holds(verbs, verb))
            {
                return true;
            }
        }

        return false;
    }
}
