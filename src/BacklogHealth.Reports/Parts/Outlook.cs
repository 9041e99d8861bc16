using System.Collections.Immutable;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;
using BacklogHealth.Reports.Pictures;

namespace BacklogHealth.Reports.Parts;

/// <summary>The forecast of the delivery that the report speaks of, as twenty dots with its numbers.</summary>
internal static class Outlook
{
    public static Figure Figure(ReportContext report)
    {
        Sentence how = $"How sure is the date? Each of the twenty dots is one of twenty equally likely futures and stands on the day on which that future ends. Count the dots on the left of a day to see how many futures end before it.";
        if (report.Answers.Sure.Delivery is not { } delivery || delivery.IsDone || Dotplot.Draw(delivery, report.Voice) is not { } picture)
        {
            var why = report.Answers.Sure.Delivery?.When.WhyNot is { } known ? (Sentence)$"{known}" : $"Nothing is waiting, so there is no date to forecast.";
            return new Figure("forecast", $"When the next delivery ends", why, how, null, null);
        }

        var rows = delivery.When.By.Select(b => new Sentence[] { $"{(int)Math.Round(b.Probability * 100)} of 100 futures end by", $"{b.Date:short full}" })
            .Concat(delivery.When.Dots.Select((d, i) => new Sentence[] { $"Future {i + 1} of 20", d is { } day ? (Sentence)$"{day:short full}" : $"later than two years" }));
        return new Figure(
            "forecast", Title(delivery), Caption(delivery), how, picture, Table.Of([new($"Statement"), new($"Day")], rows));
    }

    /// <summary>How the chance of the same delivery grows with the day; nothing where there is no forecast.</summary>
    public static IEnumerable<Figure> Curve(ReportContext report) =>
        report.Answers.Sure.Delivery is { IsDone: false } delivery && report.Numbers.Curves.FirstOrDefault(c => c.Title.Equals(delivery.Title)) is { } curve
            ? [report.Shared.Curve(curve, 1)]
            : [];

    /// <summary>"In the next four weeks: 12 items or more in 17 of 20 futures; 15 or more in 10 of 20."</summary>
    public static Sentence NextFourWeeks(ReportContext report)
    {
        var forecast = report.Health.NextFourWeeks;
        if (!forecast.Enough)
        {
            return $"How many items the next four weeks bring is not known: {forecast.WhyNot}";
        }

        return (At(forecast.AtLeast, 0.85)?.Items, At(forecast.AtLeast, 0.5)?.Items) switch
        {
            (null, null) => $"The next four weeks may well bring no finished item at all.",
            (null, { } even) => $"The next four weeks bring {even:# item|# items} or more in 10 of 20 futures, and possibly none.",
            ({ } sure, null) => $"The next four weeks bring **{sure:# item|# items} or more** in 17 of 20 futures.",
            ({ } sure, { } even) when even == sure => $"The next four weeks bring **{sure:# item|# items} or more** in 17 of 20 futures.",
            ({ } sure, { } even) => $"The next four weeks bring **{sure:# item|# items} or more** in 17 of 20 futures, and {even} or more in 10 of 20.",
        };
    }

    private static Core.Forecasting.AtLeast? At(ImmutableArray<Core.Forecasting.AtLeast> all, double probability) =>
        all.FirstOrDefault(a => Math.Abs(a.Probability - probability) < 0.001);

    private static Sentence Title(DeliveryOutlook delivery) => DateInWords.By(delivery.When, 0.85) is { } day
        ? (Sentence)$"{ShortName.Of(delivery.Title)}: 17 of 20 futures end by {day}"
        : $"{ShortName.Of(delivery.Title)}: fewer than 17 of 20 futures end within two years";

    private static Sentence Caption(DeliveryOutlook delivery)
    {
        Sentence work = (delivery.Ahead, delivery.Work.Growth, delivery.Work.Unsliced.Length) switch
        {
            (0, null, 0) => $"{delivery.Remaining:# open item|# open items}",
            (0, null, _) => $"{delivery.Remaining:# open item|# open items}, and of what is not cut yet",
            (0, _, 0) => $"{delivery.Remaining:# open item|# open items}, and of what will be added",
            (0, _, _) => $"{delivery.Remaining:# open item|# open items}, of what is not cut yet and of what will be added",
            (var ahead, null, 0) => $"{delivery.Remaining:# open item|# open items} and {ahead} that stand before them",
            (var ahead, null, _) => $"{delivery.Remaining:# open item|# open items} and {ahead} that stand before them, and of what is not cut yet",
            (var ahead, _, 0) => $"{delivery.Remaining:# open item|# open items} and {ahead} that stand before them, and of what will be added",
            var (ahead, _, _) => $"{delivery.Remaining:# open item|# open items} and {ahead} that stand before them, of what is not cut yet and of what will be added",
        };
        return delivery.When.History is { } h
            ? (Sentence)$"Twenty equally likely futures of {work}; history of {h.Items:# finished item|# finished items} on {h.ActiveDays:# day|# days}"
            : $"Twenty equally likely futures of {work}";
    }
}
