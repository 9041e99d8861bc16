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
                : $"{Say.Capital(Say.Count(waiting.Count, "statement"))} of earlier reports {(waiting.Count == 1 ? "waits for its day" : "wait for their days")}; the first comes on {report.Day(waiting.Min(p => p.Given.Day))}.";
        }

        var missed = promises.All.Last(p => p.Given.Probability == Judged && p.Held is not null);
        return OldWords.Of(
            OldWords.Strong($"{Say.Number(held.Times)} of {Say.Count(held.Of, "statement")}"),
            $" that our reports made with “17 of 20 futures” and whose day has passed came true{(missed.Held == false ? $"; the last of them did not: {What(missed.Given)} by {report.Day(missed.Given.Day)}" : "")}.{Waiting(waiting.Count)}");
    }

    private static string What(GivenForecast given) => given.Delivery is { } name ? $"{Say.Short(name, 60)} done" : $"{Say.Count(given.Items, "item")} or more";

    private static string Waiting(int count) => count switch
    {
        0 => "",
        1 => " One more waits for its day.",
        _ => $" {Say.Capital(Say.Number(count))} more wait for their days.",
    };
}
