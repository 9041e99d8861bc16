using System.Globalization;

namespace BacklogHealth.Core.Forecasting.Sprints;

/// <summary>What a sprint's chance rests on, as a sentence that holds for its numbers.</summary>
public static class SprintEvidence
{
    /// <summary>The sentence; empty where nothing is said of the sprint, or nothing is left in it.</summary>
    public static string Say(SprintOutlook outlook)
    {
        ArgumentNullException.ThrowIfNull(outlook);
        var (done, not, little) = (outlook.DoneWithAsMuch, outlook.NotDoneWithNoMore, outlook.TellLittle);
        if (outlook.WhyNot is not null || outlook.Now.ItemsLeft == 0)
        {
            return "";
        }

        var all = done + not + little;
        var unit = outlook.InPoints ? "story points" : "items";
        var clear = (done, not) switch
        {
            (0, 0) => $"none of the {Number(all)} past sprints is like it",
            (_, 0) => $"{Of(done, all)} ended with everything done with as much left at this point or more",
            (0, _) => $"{Of(not, all)} left something over with as much left at this point or less",
            _ => $"{Of(done, all)} ended with everything done with as much left at this point or more, {Number(not)} left something over with as much or less",
        };
        var rest = little switch
        {
            0 => "",
            _ when done + not == 0 => "; each was done with less left or not done with more, and counts a quarter",
            1 => "; the other one tells little and counts a quarter",
            _ => $"; the other {Number(little)} tell little and count a quarter each",
        };
        return $"{char.ToUpperInvariant(clear[0])}{clear[1..]}{rest}. Compared by {unit} left for each day of the sprint; recent sprints count more.";
    }

    private static string Of(int some, int all) => $"{Number(some)} of the last {Number(all)} sprints";

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
}
