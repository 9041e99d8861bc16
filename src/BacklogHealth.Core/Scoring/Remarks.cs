using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring;

/// <summary>What comments tell, and what the names of labels and states mean, read with the words of a language.</summary>
public static class Remarks
{
    private static readonly WordList Use = WordList.Named("remarks.use");
    private static readonly WordList FeedbackLabels = WordList.Named("labels.feedback");
    private static readonly WordList ImprovementLabels = WordList.Named("labels.improvement");
    private static readonly WordList Waiting = WordList.Named("states.waiting");

    /// <summary>True where a comment asks something: a sentence in its own words ends with a question mark. Code, quotations and addresses are not its own words.</summary>
    public static bool Asks(StructuredText comment, string language)
    {
        ArgumentNullException.ThrowIfNull(comment);
        if (!comment.Plain.Contains('?', StringComparison.Ordinal))
        {
            return false;
        }

        var prose = TextReading.Of("comment", comment, LanguageWords.For(language)).Prose;
        for (var i = 1; i < prose.Length; i++)
        {
            var ends = i + 1 == prose.Length || char.IsWhiteSpace(prose[i + 1]) || prose[i + 1] is '"' or '”' or ')' or '“' or '«';
            if (prose[i] == '?' && ends && (char.IsLetterOrDigit(prose[i - 1]) || prose[i - 1] is '"' or '”' or ')'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where a comment tells what users, customers, support or a review said, or what came of the item.</summary>
    public static bool TellsOfUse(StructuredText comment, string language)
    {
        ArgumentNullException.ThrowIfNull(comment);
        return Use.IsIn(TextReading.Of("comment", comment, LanguageWords.For(language)));
    }

    /// <summary>True where a label marks what came from users, support or a review.</summary>
    public static bool IsFeedbackLabel(string label, string language) => IsLabel(label, language, FeedbackLabels);

    /// <summary>True where a label marks what a retrospective wants to improve.</summary>
    public static bool IsImprovementLabel(string label, string language) => IsLabel(label, language, ImprovementLabels);

    /// <summary>True where the name of a state says that work waits in it.</summary>
    public static bool IsWaiting(string state, string language) => Languages(language).Any(l => Waiting.IsIn(TextReading.Of("state", StructuredText.FromPlain(state), l)));

    private static bool IsLabel(string label, string language, WordList list)
    {
        ArgumentNullException.ThrowIfNull(label);
        var spelled = label.ToLowerInvariant().Replace('_', '-').Replace(' ', '-').Replace(':', '-');
        return Languages(language).Any(l => l.Holds(list, spelled));
    }

    // Labels and states are often English where texts are not.
    private static IEnumerable<LanguageWords> Languages(string language) => [LanguageWords.For(language), LanguageWords.For("en")];
}
