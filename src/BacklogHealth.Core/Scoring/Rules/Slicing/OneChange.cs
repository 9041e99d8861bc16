using BacklogHealth.Core.Scoring.Text;

namespace BacklogHealth.Core.Scoring.Rules.Slicing;

/// <summary>
/// Tells joined verbs that are two sides of one change, so that neither part is of use alone: one thing is made and put to use ("create a folder and
/// move the files there"), one is reshaped into another ("rename the flag and deprecate the old one"), or the second verb goes on with what the first
/// one made ("add a label and show it").
/// </summary>
internal static class OneChange
{
    // Two of them are the going of the old and the coming of the new.
    private static readonly WordList Reshaping = WordList.Named("reshapingVerbs");
    private static readonly WordList Operations = WordList.Named("operations");
    private static readonly WordList Determiners = WordList.Named("determiners");
    private static readonly WordList Making = WordList.Named("makingVerbs");
    private static readonly WordList PuttingToUse = WordList.Named("puttingToUse");

    // "it", "them", "to": behind the second verb they stand for what the first one is about. An operation ("and delete it") is of use by itself.
    private static readonly WordList GoesOn = WordList.Named("goesOn");

    // "Import should …", "… fails": tells how things are, and orders nothing.
    private static readonly WordList Tells = WordList.Named("tellsNoGoal");

    /// <summary>True where the joined verbs of a clause are one goal.</summary>
    public static bool Is(Clause clause, List<int> verbs, LanguageWords language)
    {
        var words = clause.Text.Words;
        if (Tells.First(words, clause.First, clause.End) >= 0)
        {
            return true;
        }

        if (verbs is not [var first, var second])
        {
            return false;
        }

        var (one, other) = (language.VerbOf(words[first]), language.VerbOf(words[second]));
        return (language.Holds(Making, one) && language.Holds(PuttingToUse, other))
            || (second - first > 2 && language.Holds(Reshaping, one) && language.Holds(Reshaping, other))
            || (!language.VerbsStandLast && second + 1 < clause.End && GoesOn.Holds(words[second + 1])
                && !(Determiners.Holds(words[second + 1]) && language.Holds(Operations, other)));
    }
}
