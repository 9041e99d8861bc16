using System.Text.Json.Nodes;
using BacklogHealth.Core.Forecasting.Scope;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>What a forecast takes for granted of the work itself: what will be added, and how large is what nobody has cut yet.</summary>
internal static class ScopeInWords
{
    /// <summary>The sentences; none where the work is only what is there.</summary>
    public static IEnumerable<Sentence> Of(ReportContext report, DeliveryOutlook delivery)
    {
        var work = delivery.Work;
        if (work.Growth?.Rate is { } growth)
        {
            var learned = $"in {Say.Count(growth.Cases, "earlier large piece", "earlier large pieces")} of work {Say.Count(growth.Added, "item")} came on top while {Say.Number(growth.Finished)} were finished";
            var without = DateInWords.By(delivery.IfNothingAdded, 0.85) is { } day && day != DateInWords.By(delivery.When, 0.85) ? $" If nothing were added, 17 of 20 futures would end by {report.Day(day)}." : "";
            yield return PerTen(growth) is { } added
                ? $"For every 10 items that are finished, about {added} more {(added == 1 ? "is" : "are")} expected to be added: {learned}.{without}"
                : $"Hardly anything is expected to be added: {learned}.{without}";
        }

        if (work.Unplanned?.Rate is { } between && PerTen(between) is { } others)
        {
            yield return $"For every 10 planned items, about {others} {(others == 1 ? "other is" : "others are")} expected to come in between, as it was with {Say.Count(between.Cases, "earlier large piece", "earlier large pieces")} of work.";
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
            ["addedPerFinished"] = work.Growth?.Rate.Mean,
            ["unplannedPerPlanned"] = work.Unplanned?.Rate.Mean,
            ["learnedFromEpics"] = work.Growth?.Rate.Cases,
            ["unslicedEpics"] = delivery.UnslicedEpics,
            ["unslicedInForecast"] = work.Unsliced.Length,
            ["unslicedItemsFrom"] = work.Unsliced.IsEmpty ? null : work.OfUnsliced.Quantile(0.1),
            ["unslicedItemsTo"] = work.Unsliced.IsEmpty ? null : work.OfUnsliced.Quantile(0.9),
            ["endless"] = work.All.Endless,
        };
    }

    // How many come on each ten; null where it is none in whole numbers.
    private static int? PerTen(AddedRate rate) => Math.Round(rate.Mean * 10) is >= 1 and var added ? (int)Math.Min(added, 1000) : null;

    private static string Between(int from, int to) => from == to ? Say.Count(to, "item") : $"{Say.Number(from)} to {Say.Count(to, "item")}";
}
