using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>What came of the statements that earlier reports have made.</summary>
internal static class PromisesInWords
{
    private const double Judged = 0.85;

    /// <summary>How many of those at 85 % have come due and how many held; empty where no report has made one.</summary>
    public static Sentence Of(ReportContext report)
    {
        var promises = report.Health.Promises;
        var held = promises.At(Judged);
        var waiting = promises.All.Where(p => p.Given.Probability == Judged && p.Held is null).ToList();
        if (held.Of == 0)
        {
            return waiting.Count == 0 ? Sentence.None
                : $"{waiting.Count:# statement of earlier reports waits for its day|# statements of earlier reports wait for their days}; the first comes on {waiting.Min(p => p.Given.Day)}.";
        }

        var missed = promises.All.Last(p => p.Given.Probability == Judged && p.Held is not null);
        Sentence came = missed.Held == false
            ? (Sentence)$"**{held.Times} of {held.Of:# statement|# statements}** that our reports made with “17 of 20 futures” and whose day has passed came true; the last of them did not: {What(missed.Given)} by {missed.Given.Day}."
            : $"**{held.Times} of {held.Of:# statement|# statements}** that our reports made with “17 of 20 futures” and whose day has passed came true.";
        return waiting.Count == 0 ? came : $"{came} {waiting.Count:One more waits for its day|# more wait for their days}.";
    }

    /// <summary>"Release 2 done", "12 items or more".</summary>
    public static Sentence What(GivenForecast given) => given.Delivery is { } name ? (Sentence)$"{Say.Short(name, 60)} done" : $"{given.Items:# item|# items} or more";
}
