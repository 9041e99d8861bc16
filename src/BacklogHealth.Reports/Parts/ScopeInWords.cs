using System.Text.Json.Nodes;
using BacklogHealth.Core.Health;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>What a forecast takes for granted of the work itself: what will be added, and how large is what nobody has cut yet.</summary>
internal static class ScopeInWords
{
    /// <summary>The sentences; none where the work is only what is there.</summary>
    public static IEnumerable<Line> Of(ReportContext report, DeliveryOutlook delivery)
    {
        var work = delivery.Work;
        if (work.Growth is { } growth)
        {
            var learned = $"in {Say.Number(growth.Epics)} earlier large pieces of work {Say.Count(growth.Added, "item")} came on top while {Say.Number(growth.Finished)} were finished";
            var without = DateInWords.By(delivery.IfNothingAdded, 0.85) is { } day && day != DateInWords.By(delivery.When, 0.85) ? $" If nothing were added, 17 of 20 futures would end by {report.Day(day)}." : "";
            yield return growth.Rate >= 0.05
                ? $"For every 10 items that are finished, about {Say.Number(Math.Max(1, (int)Math.Round(growth.Rate * 10)))} more {(Math.Round(growth.Rate * 10) <= 1 ? "is" : "are")} expected to be added: {learned}.{without}"
                : $"Hardly anything is expected to be added: {learned}.{without}";
        }

        if (!work.Unsliced.IsEmpty)
        {
            var (one, items) = (work.Unsliced.Length == 1, work.OfUnsliced);
            yield return $"{Say.Capital(Say.Count(work.Unsliced.Length, "large part"))} {(one ? "has" : "have")} not been cut into pieces yet and {(one ? "counts" : "count")} as large as earlier ones turned out: {Between(items.Quantile(0.1), items.Quantile(0.9))} in 16 of 20 futures.";
        }

        if (delivery.UnsizedEpics > 0)
        {
            var one = delivery.UnsizedEpics == 1;
            yield return $"{Say.Capital(Say.Count(delivery.UnsizedEpics, "large part"))} {(one ? "has" : "have")} not been cut into pieces yet, and {(one ? "its" : "their")} work is not in the forecast.";
        }

        if (Math.Round(work.All.Endless * 20) is >= 1 and var endless)
        {
            yield return $"In {Say.OfTwenty((int)endless)} futures more is added than finished, and there is no end.";
        }
    }

    /// <summary>The numbers behind them.</summary>
    public static JsonObject Numbers(DeliveryOutlook delivery)
    {
        var work = delivery.Work;
        return new JsonObject
        {
            ["addedPerFinished"] = work.Growth?.Rate,
            ["learnedFromEpics"] = work.Growth?.Epics,
            ["unslicedEpics"] = delivery.UnslicedEpics,
            ["unslicedInForecast"] = work.Unsliced.Length,
            ["unslicedItemsFrom"] = work.Unsliced.IsEmpty ? null : work.OfUnsliced.Quantile(0.1),
            ["unslicedItemsTo"] = work.Unsliced.IsEmpty ? null : work.OfUnsliced.Quantile(0.9),
            ["endless"] = work.All.Endless,
        };
    }

    private static string Between(int from, int to) => from == to ? Say.Count(to, "item") : $"{Say.Number(from)} to {Say.Count(to, "item")}";
}
