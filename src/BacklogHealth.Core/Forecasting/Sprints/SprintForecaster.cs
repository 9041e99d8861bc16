using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Forecasting.Sprints;

/// <summary>
/// How a running sprint will end, counted from the team's own past sprints at the same point of theirs. Exact: no chance, and nothing learned elsewhere.
/// <para>
/// A past sprint speaks clearly in two cases: everything was done though as much was left, or more (then this one can be done, too), or something was
/// left over though no more was left (then so it may be here). The other two cases, done with less and not done with more, say little and count a
/// quarter. Recent sprints count more: weight halves every ten. What is left is compared for each day of the sprint, in points where every open item
/// has an estimate, else in items. How far along the items are (in progress, done, added) does not enter: on three public trackers it made forecasts
/// for a tracker that was not learned from worse.
/// </para>
/// <para>
/// The past is mixed with two sprints' worth of not knowing: every number of what is left, from none to all, is as likely to get done, so that all of
/// it has the chance 1 / (left + 1). That is the weakest statement which still says that more is harder, and keeps every chance away from 0 and 1.
/// </para>
/// </summary>
public static class SprintForecaster
{
    /// <summary>Past sprints with work left at this point that a forecast needs.</summary>
    public const int FewestSprints = 6;

    private const double NotKnowing = 2;
    private const double Little = 0.25;
    private const double HalfLife = 10;

    /// <summary>How the sprint will end.</summary>
    /// <param name="now">The sprint as it stands.</param>
    /// <param name="past">The team's past sprints as they stood at the same point, oldest first. Those with nothing left then say nothing.</param>
    public static SprintOutlook Of(SprintMoment now, IReadOnlyList<PastSprint> past)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(past);
        var open = Telling(past);
        if (now.ItemsLeft == 0)
        {
            return now.Done > 0
                ? new SprintOutlook { Now = now, LeftOver = [1] }
                : new SprintOutlook { Now = now, WhyNot = $"There is no item in this sprint. A forecast begins when there is one." };
        }

        if (open.Count < FewestSprints)
        {
            return new SprintOutlook { Now = now, WhyNot = TooFew(open.Count) };
        }

        var estimated = open.Where(p => p.Sprint.Then.HasPoints).ToList();
        var inPoints = now.HasPoints && estimated.Count >= FewestSprints;
        return Count(now, inPoints ? estimated : open, inPoints);
    }

    /// <summary>The chance without the guard of <see cref="FewestSprints"/>, for measuring; 1 where nothing is left.</summary>
    internal static double Chance(SprintMoment now, IReadOnlyList<PastSprint> past, bool inPoints) =>
        now.ItemsLeft == 0 ? 1 : Count(now, Telling(past), inPoints).Chance!.Value;

    // With the number of sprints since, 0 for the last: one with nothing left says nothing, and still time went by.
    private static List<Told> Telling(IReadOnlyList<PastSprint> past) =>
        [.. past.Select((sprint, i) => new Told(sprint, past.Count - 1 - i)).Where(p => p.Sprint.Then.ItemsLeft > 0)];

    private static SprintOutlook Count(SprintMoment now, List<Told> past, bool inPoints)
    {
        var none = 1 / (1 + now.Left(inPoints));
        var leftOver = new double[now.ItemsLeft + 1];
        Array.Fill(leftOver, NotKnowing * (1 - none) / now.ItemsLeft);
        leftOver[0] = NotKnowing * none;
        var sum = NotKnowing;
        var (asMuch, noMore) = (0, 0);
        foreach (var ((then, kept), ago) in past)
        {
            var done = kept == 0;
            var difference = then.LeftPerDay(inPoints) - now.LeftPerDay(inPoints);
            var clear = done ? difference >= 0 : difference <= 0;
            var weight = Math.Pow(0.5, ago / HalfLife) * (clear ? 1 : Little);
            leftOver[done ? 0 : InProportion(now.ItemsLeft, kept, then.ItemsLeft)] += weight;
            sum += weight;
            asMuch += clear && done ? 1 : 0;
            noMore += clear && !done ? 1 : 0;
        }

        return new SprintOutlook
        {
            Now = now,
            InPoints = inPoints,
            LeftOver = [.. leftOver.Select(w => w / sum)],
            DoneWithAsMuch = asMuch,
            NotDoneWithNoMore = noMore,
            TellLittle = past.Count - asMuch - noMore,
        };
    }

    // The same share of what was left, at least one item: something was left over.
    private static int InProportion(int left, int kept, int of) => Math.Clamp((int)Math.Round((double)left * kept / of, MidpointRounding.AwayFromZero), 1, left);

    private static Sentence TooFew(int found) =>
        $"{found:No past sprint|Only # past sprint|Only # past sprints} had work left at this point; a forecast needs {FewestSprints} such sprints. Ask again when more sprints are over.";

    /// <param name="Sprint">A past sprint.</param>
    /// <param name="Ago">The number of sprints since, 0 for the last.</param>
    private sealed record Told(PastSprint Sprint, int Ago);
}
