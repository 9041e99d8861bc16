using System.Globalization;
using BacklogHealth.Core.Forecasting.Sprints;

namespace BacklogHealth.Commands;

/// <summary>How a running sprint will end, in plain sentences for the terminal.</summary>
internal static class SprintWords
{
    private static readonly double[] Certainties = [0.50, 0.85, 0.95];

    /// <summary>The sentences.</summary>
    public static IEnumerable<string> Of(string team, SprintOutlook said)
    {
        ArgumentNullException.ThrowIfNull(said);
        var now = said.Now;
        var all = now.Done + now.ItemsLeft;
        var who = string.Create(CultureInfo.InvariantCulture, $"{team}, {now.Name}, to {now.LastDay:yyyy-MM-dd}, {now.Elapsed * 100:0}% of its time passed: ");
        if (all > 0 && now.ItemsLeft == 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{who}everything in it is done, {Items(all)}.");
            yield break;
        }

        if (said.Chance is not { } chance)
        {
            yield return all == 0 ? $"{who}no forecast. {said.WhyNot}" : string.Create(CultureInfo.InvariantCulture, $"{who}{now.ItemsLeft} of {Items(all)} left. No forecast. {said.WhyNot}");
            yield break;
        }

        yield return string.Create(CultureInfo.InvariantCulture, $"{who}{now.ItemsLeft} of {Items(all)} left");
        yield return $"  {Percent(chance)}  all of them are done by the end";
        foreach (var p in Certainties.Where(p => p > chance))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"  {Percent(p)}  at most {said.AtMost(p)} left over");
        }

        if (said.AtLeast(0.85) is var least and > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"  {Percent(0.85)}  at least {least} left over");
        }

        yield return SprintEvidence.Say(said).ToString();
    }

    private static string Items(int n) => string.Create(CultureInfo.InvariantCulture, $"{n} item{(n == 1 ? "" : "s")}");

    // Nothing is certain.
    private static string Percent(double p) =>
        (p switch { > 0.95 => ">95%", < 0.05 => "<5%", _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(p * 100):0}%") }).PadLeft(4);
}
