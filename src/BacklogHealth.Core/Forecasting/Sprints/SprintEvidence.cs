using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Forecasting.Sprints;

/// <summary>What a sprint's chance rests on, as sentences that hold for its numbers.</summary>
public static class SprintEvidence
{
    /// <summary>The sentences; none where nothing is said of the sprint, or nothing is left in it.</summary>
    public static Sentence Say(SprintOutlook outlook)
    {
        ArgumentNullException.ThrowIfNull(outlook);
        var (done, not, little) = (outlook.DoneWithAsMuch, outlook.NotDoneWithNoMore, outlook.TellLittle);
        if (outlook.WhyNot is not null || outlook.Now.ItemsLeft == 0)
        {
            return Sentence.None;
        }

        var all = done + not + little;
        Sentence rest = $"{little:|; the other one tells little and counts a quarter|; the other # tell little and count a quarter each}";
        Sentence sprints = (done, not) switch
        {
            (0, 0) => $"None of the {all} past sprints is like it; each was done with less left or not done with more, and counts a quarter.",
            (_, 0) => $"{done} of the last {all} sprints ended with everything done with as much left at this point or more{rest}.",
            (0, _) => $"{not} of the last {all} sprints left something over with as much left at this point or less{rest}.",
            _ => $"{done} of the last {all} sprints ended with everything done with as much left at this point or more, {not} left something over with as much or less{rest}.",
        };
        return Sentence.Join(sprints, outlook.InPoints
            ? (Sentence)$"Compared by story points left for each day of the sprint; recent sprints count more."
            : $"Compared by items left for each day of the sprint; recent sprints count more.");
    }
}
