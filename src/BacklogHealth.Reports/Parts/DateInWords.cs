using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;
using BacklogHealth.Reports.Pictures;

namespace BacklogHealth.Reports.Parts;

/// <summary>How sure is the date? Twenty futures of a delivery, the promised day, and our record.</summary>
internal static class DateInWords
{
    public static Answer Of(ReportContext report)
    {
        var (judged, delivery, _, _) = report.Answers.Sure;
        Sentence question = $"How sure is the date?";
        return delivery is null
            ? new Answer(question, $"Nothing is open, so there is no date to forecast.", null, Sentence.None, null)
            : new Answer(question, Statement(delivery), Dotplot.Draw(delivery, report.Voice), StateWord.With(judged.State, Why(report, delivery)), judged.State is null ? null : (Sentence)$"{judged.Rule}");
    }

    /// <summary>The numbers of one delivery.</summary>
    public static JsonObject Numbers(DeliveryOutlook delivery) => new()
    {
        ["name"] = delivery.Name,
        ["due"] = Iso(delivery.Due),
        ["fixed"] = delivery.Fixed,
        ["total"] = delivery.Total,
        ["remaining"] = delivery.Remaining,
        ["ahead"] = delivery.Ahead,
        ["addedSinceLastWeek"] = delivery.AddedSinceLastWeek,
        ["by85"] = Iso(By(delivery.When, 0.85)),
        ["by85IfNothingAdded"] = Iso(By(delivery.IfNothingAdded, 0.85)),
        ["scope"] = ScopeInWords.Numbers(delivery),
        ["inTimeOf20"] = InTime(delivery),
        ["chanceByDue"] = delivery.ChanceByDue,
        ["dots"] = new JsonArray([.. delivery.When.Dots.Select(d => (JsonNode?)Iso(d))]),
        ["enough"] = delivery.When.Enough,
        ["reason"] = delivery.When.WhyNot?.ToString(),
        ["heldBefore"] = delivery.When.HeldBefore is { } held ? new JsonObject { ["probability"] = held.Probability, ["times"] = held.Times, ["of"] = held.Of } : null,
    };

    /// <summary>The day by which so many of the futures end; null where the forecast does not reach it.</summary>
    public static DateOnly? By(Forecast forecast, double probability) => By(forecast.By, probability);

    /// <summary>The day named with this probability; null where none is.</summary>
    public static DateOnly? By(ImmutableArray<DoneBy> days, double probability) => days.FirstOrDefault(b => Math.Abs(b.Probability - probability) < 0.001)?.Date;

    /// <summary>How many of the twenty futures end by the promised day; null where none is promised or there is no forecast.</summary>
    public static int? InTime(DeliveryOutlook delivery) => delivery.Due is { } due && !delivery.When.Dots.IsEmpty ? delivery.When.Dots.Count(d => d <= due) : null;

    /// <summary>"Release 2: 17 of 20 futures end by 1 March."</summary>
    public static Sentence Statement(DeliveryOutlook delivery)
    {
        var name = ShortName.Of(delivery.Title);
        return delivery.IsDone ? (Sentence)$"{name}: finished, {delivery.Total:its one item|all # items}."
            : !delivery.When.Enough ? $"{name}: no day can be named yet."
            : By(delivery.When, 0.85) is { } day ? $"{name}: **17 of 20** futures end by {day}."
            : (Sentence)$"{name}: fewer than 17 of 20 futures end within two years.";
    }

    private static Sentence Why(ReportContext report, DeliveryOutlook delivery)
    {
        if (delivery.IsDone || !delivery.When.Enough)
        {
            return delivery.IsDone || delivery.When.WhyNot is null ? Sentence.None : $"{delivery.When.WhyNot}";
        }

        return Sentence.Join(Promise(delivery), MoveInWords.Of(report, delivery) is { Days: not 0 } move ? MoveInWords.Moved(report, move) : Sentence.None, RecordInWords.Short(delivery.When.HeldBefore));
    }

    internal static Sentence Promise(DeliveryOutlook delivery) =>
        delivery.Due is { } due && InTime(delivery) is { } inTime
            ? delivery.Fixed ? (Sentence)$"{Futures.OfTwenty(inTime):^} end by {due}, the fixed day." : $"{Futures.OfTwenty(inTime):^} end by {due}, the promised day."
        : By(delivery.When, 0.5) is { } even ? $"10 of 20 end by {even}; no day is promised."
        : (Sentence)$"No day is promised.";

    internal static string? Iso(DateOnly? day) => day is { } d ? Say.Text($"{d:yyyy-MM-dd}") : null;
}
