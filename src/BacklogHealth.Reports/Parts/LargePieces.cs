using System.Text.Json.Nodes;
using BacklogHealth.Core.Health;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>When the large pieces of work end that are not done, in the order in which they are taken up.</summary>
internal sealed class LargePieces : ReportPart
{
    private const int MostShown = 12;

    public override string Id => "large-pieces";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        var features = report.Numbers.Features;
        if (features.All.IsEmpty || report.Health.Forecaster is null)
        {
            yield break;
        }

        yield return new Heading(Finding(features));
        yield return new Paragraph(How(report, features), Tone.Note);
        var promised = features.All.Any(f => f.Feature.Due is not null);
        Column[] columns = [new("Piece"), new("Left"), new("10 of 20 futures by", ColumnKind.Named), new("17 of 20 futures by", ColumnKind.Named)];
        yield return Table.Of(
            promised ? [.. columns, new("Promised in the tracker", ColumnKind.Named), new("In time", ColumnKind.Named)] : columns,
            features.All.Take(MostShown).Select(f => promised ? [.. Row(report, f), f.Feature.Due is { } due ? Line.OfDay(report.Day(due), due) : "", InTime(f)] : Row(report, f)));
        if (features.All.Length > MostShown)
        {
            yield return new Paragraph($"And {Say.Number(features.All.Length - MostShown)} more.", Tone.Note);
        }

        if (features.AllByDue is { } all)
        {
            yield return new Paragraph($"All of them are done by their promised days in {Futures(all)} futures.");
        }
    }

    public override JsonObject Numbers(ReportContext report) => new()
    {
        ["atOnce"] = report.Health.Features.Work?.AtOnce,
        ["allByDue"] = report.Numbers.Features.AllByDue,
        ["features"] = new JsonArray([.. report.Numbers.Features.All.Select(f => new JsonObject
        {
            ["title"] = f.Feature.Title, ["total"] = f.Feature.Total, ["remaining"] = f.Feature.Remaining, ["inProgress"] = f.Feature.Running,
            ["by50"] = Iso(f, 0.5), ["by85"] = Iso(f, 0.85), ["due"] = f.Feature.Due is { } due ? Say.Text($"{due:yyyy-MM-dd}") : null, ["chanceByDue"] = f.Forecast?.ChanceByDue,
        })]),
    };

    /// <summary>"7 of 20", for a chance: as many as dots stand on or before the day.</summary>
    public static string Futures(double chance) => Say.OfTwenty(chance >= 0.975 ? 20 : Math.Min(19, (int)Math.Floor((chance * 20) + 1e-9)));

    private static string Finding(PlannedFeatures features)
    {
        var promised = features.All.Where(f => f.Forecast?.ChanceByDue is not null).ToList();
        var late = promised.Count(f => f.Forecast!.ChanceByDue < 0.5);
        return (late, promised.Count) == (1, 1) ? "The promised piece of work is more likely late than in time"
            : late > 0 ? $"{Say.Capital(Say.Of(late, promised.Count, "promised piece"))} of work {(late == 1 ? "is" : "are")} more likely late than in time"
            : promised.Count > 0 ? $"{(promised.Count == 1 ? "The promised piece of work is" : $"All {Say.Number(promised.Count)} promised pieces of work are")} more likely in time than late"
            : $"{Say.Capital(Say.Count(features.All.Length, "large piece"))} of work {(features.All.Length == 1 ? "is" : "are")} not done";
    }

    private static string How(ReportContext report, PlannedFeatures features)
    {
        var order = features.All.Length == 1 ? ""
            : report.Health.Features.Work!.AtOnce is not { } atOnce ? "Items are done in the order of the backlog, those in progress first. "
            : $"Taken up in the order of the backlog, those in progress first; {(atOnce == 1 ? "one at a time" : $"{Say.Word(atOnce)} at a time, which share the work evenly")}. ";
        return $"{order}What is added on the way and what comes in between is taken from earlier pieces where there are enough.";
    }

    private static Line[] Row(ReportContext report, PlannedFeature piece) =>
    [
        report.Audience == Audience.Stakeholder || piece.Feature.Key == piece.Feature.Id ? Say.Short(piece.Feature.Title, 80) : Line.Of(report.Key(piece.Feature.Key), $" {Say.Short(piece.Feature.Title, 80)}"),
        piece.Feature.Total == 0 ? "not cut yet" : Say.Of(piece.Feature.Remaining, piece.Feature.Total, "item"),
        Day(report, piece, 0.5), Day(report, piece, 0.85),
    ];

    private static Line Day(ReportContext report, PlannedFeature piece, double probability) =>
        piece.Forecast is not { } forecast ? (piece.Feature.Sized ? "too far away" : "not known")
        : DateInWords.By(forecast.By, probability) is { } day ? Line.OfDay(report.Day(day), day) : "not within two years";

    private static Line InTime(PlannedFeature piece) => piece.Forecast?.ChanceByDue is { } chance ? Line.OfNumber($"{Futures(chance)} futures", chance) : "";

    private static string? Iso(PlannedFeature piece, double probability) => piece.Forecast is { } forecast && DateInWords.By(forecast.By, probability) is { } day ? Say.Text($"{day:yyyy-MM-dd}") : null;
}
