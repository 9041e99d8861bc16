using System.Collections.Immutable;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;
using BacklogHealth.Reports.Pictures;

namespace BacklogHealth.Reports.Parts;

/// <summary>The forecast of the delivery that the report speaks of, as twenty dots with its numbers.</summary>
internal static class Outlook
{
    public static Figure Figure(ReportContext report)
    {
        const string how = "How sure is the date? Each of the twenty dots is one of twenty equally likely futures and stands on the day on which that future ends. Count the dots on the left of a day to see how many futures end before it.";
        if (report.Answers.Sure.Delivery is not { } delivery || delivery.IsDone || Dotplot.Draw(delivery, report.Voice) is not { } picture)
        {
            var why = report.Answers.Sure.Delivery?.When.WhyNot ?? "Nothing is waiting, so there is no date to forecast.";
            return new Figure("forecast", "When the next delivery ends", why, how, null, null);
        }

        var rows = delivery.When.By.Select(b => new Sentence[] { $"{Say.Number((int)Math.Round(b.Probability * 100))} of 100 futures end by", Say.ShortFullDay(b.Date) })
            .Concat(delivery.When.Dots.Select((d, i) => new Sentence[] { $"Future {i + 1} of 20", d is { } day ? Say.ShortFullDay(day) : "later than two years" }));
        return new Figure(
            "forecast", Title(report, delivery), Caption(delivery), how, picture, Table.Of([new("Statement"), new("Day")], rows));
    }

    /// <summary>"In the next four weeks: 12 items or more in 17 of 20 futures; 15 or more in 10 of 20."</summary>
    public static Sentence NextFourWeeks(ReportContext report)
    {
        var forecast = report.Health.NextFourWeeks;
        if (!forecast.Enough)
        {
            return $"How many items the next four weeks bring is not known: {forecast.WhyNot}";
        }

        int? sure = At(forecast.AtLeast, 0.85)?.Items, even = At(forecast.AtLeast, 0.5)?.Items;
        return sure is null && even is null
            ? "The next four weeks may well bring no finished item at all."
            : sure is null ? $"The next four weeks bring {Say.Count(even!.Value, "item")} or more in 10 of 20 futures, and possibly none."
            : even == sure ? OldWords.Of("The next four weeks bring ", OldWords.Strong($"{Say.Count(sure.Value, "item")} or more"), " in 17 of 20 futures.")
            : OldWords.Of("The next four weeks bring ", OldWords.Strong($"{Say.Count(sure.Value, "item")} or more"), $" in 17 of 20 futures, and {Say.Number(even!.Value)} or more in 10 of 20.");
    }

    private static Core.Forecasting.AtLeast? At(ImmutableArray<Core.Forecasting.AtLeast> all, double probability) =>
        all.FirstOrDefault(a => Math.Abs(a.Probability - probability) < 0.001);

    private static Sentence Title(ReportContext report, Core.Health.DeliveryOutlook delivery) =>
        report.Voice.Plain(DateInWords.Statement(report, delivery)).TrimEnd('.');

    private static string Caption(Core.Health.DeliveryOutlook delivery)
    {
        var ahead = delivery.Ahead == 0 ? "" : $" and {Say.Number(delivery.Ahead)} that stand before them";
        var history = delivery.When.History is { } h ? $"; history of {Say.Count(h.Items, "finished item")} on {Say.Count(h.ActiveDays, "day")}" : "";
        var more = (delivery.Work.Growth, delivery.Work.Unsliced.Length) switch
        {
            (null, 0) => "",
            (null, _) => ", and of what is not cut yet",
            (_, 0) => ", and of what will be added",
            _ => ", of what is not cut yet and of what will be added",
        };
        return $"Twenty equally likely futures of {Say.Count(delivery.Remaining, "open item")}{ahead}{more}{history}";
    }
}
