using System.Text.Json.Nodes;
using BacklogHealth.Core.Forecasting.Scope;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;

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
            Sentence learned = $"in {growth.Cases:# earlier large piece|# earlier large pieces} of work {growth.Added:no items|# item|# items} came on top while {growth.Finished} were finished";
            Sentence expected = PerTen(growth) is { } added
                ? (Sentence)$"For every 10 items that are finished, about {added} more {added:is|are} expected to be added: {learned}."
                : $"Hardly anything is expected to be added: {learned}.";
            yield return DateInWords.By(delivery.IfNothingAdded, 0.85) is { } day && day != DateInWords.By(delivery.When, 0.85)
                ? $"{expected} If nothing were added, 17 of 20 futures would end by {day}."
                : expected;
        }

        if (work.Unplanned?.Rate is { } between && PerTen(between) is { } others)
        {
            yield return $"For every 10 planned items, about {others:# other is|# others are} expected to come in between, as it was with {between.Cases:# earlier large piece|# earlier large pieces} of work.";
        }

        if (!work.Unsliced.IsEmpty)
        {
            var n = work.Unsliced.Length;
            yield return $"{n:# large part has|# large parts have} not been cut into pieces yet and {n:counts|count} as large as earlier ones turned out: {Between(work.OfUnsliced.Quantile(0.1), work.OfUnsliced.Quantile(0.9))} in 16 of 20 futures.";
        }

        if (delivery.UnsizedEpics > 0)
        {
            yield return $"{delivery.UnsizedEpics:# large part has not been cut into pieces yet, and its work is|# large parts have not been cut into pieces yet, and their work is} not in the forecast.";
        }

        if (Math.Round(work.All.Endless * 20) is >= 1 and var endless)
        {
            yield return $"In {Futures.OfTwenty((int)endless)} futures more is added than finished, and there is no end.";
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

    private static Sentence Between(int from, int to) => from == to ? (Sentence)$"{to:# item|# items}" : $"{from} to {to:# item|# items}";
}
