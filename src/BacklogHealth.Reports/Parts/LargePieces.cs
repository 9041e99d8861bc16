using System.Text.Json.Nodes;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
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
        Column[] columns = [new($"Piece"), new($"Left", ColumnKind.Day), new($"10 of 20 futures by", ColumnKind.Day), new($"17 of 20 futures by", ColumnKind.Day)];
        yield return Table.Of(
            promised ? [.. columns, new($"Promised in the tracker", ColumnKind.Day), new($"In time", ColumnKind.Day)] : columns,
            features.All.Take(MostShown).Select((f, i) => promised ? [.. Row(report, f, i), f.Feature.Due is { } due ? $"{due}" : Sentence.None, InTime(f)] : Row(report, f, i)));
        if (features.All.Length > MostShown)
        {
            yield return ReportContext.More(features.All.Length - MostShown);
        }

        if (features.AllByDue is { } all)
        {
            yield return new Paragraph($"All of them are done by their promised days in {Futures.OfTwenty(all)} futures.");
        }
    }

    public override JsonObject Numbers(ReportContext report) => new()
    {
        ["atOnce"] = report.Health.Features.Value.Work?.AtOnce,
        ["allByDue"] = report.Numbers.Features.AllByDue,
        ["features"] = new JsonArray([.. report.Numbers.Features.All.Select(f => new JsonObject
        {
            ["title"] = IsNamed(report, f.Feature) ? f.Feature.Title : null, ["total"] = f.Feature.Total, ["remaining"] = f.Feature.Remaining, ["inProgress"] = f.Feature.Running,
            ["by50"] = Iso(f, 0.5), ["by85"] = Iso(f, 0.85), ["due"] = f.Feature.Due is { } due ? Say.Text($"{due:yyyy-MM-dd}") : null, ["chanceByDue"] = f.Forecast?.ChanceByDue,
        })]),
    };

    private static Sentence Finding(PlannedFeatures features)
    {
        var promised = features.All.Where(f => f.Forecast?.ChanceByDue is not null).ToList();
        var late = promised.Count(f => f.Forecast!.ChanceByDue < 0.5);
        return (late, promised.Count) switch
        {
            (1, 1) => $"The promised piece of work is more likely late than in time",
            ( > 0, var all) => $"{late} of {all:# promised piece|# promised pieces} of work {late:is|are} more likely late than in time",
            (_, 1) => $"The promised piece of work is more likely in time than late",
            (_, > 0 and var all) => $"All {all} promised pieces of work are more likely in time than late",
            _ => $"{features.All.Length:# large piece of work is|# large pieces of work are} not done",
        };
    }

    private static Sentence How(ReportContext report, PlannedFeatures features)
    {
        Sentence order = features.All.Length == 1 ? Sentence.None : report.Health.Features.Value.Work!.AtOnce switch
        {
            null => $"Items are done in the order of the backlog, those in progress first.",
            1 => $"Taken up in the order of the backlog, those in progress first; one at a time.",
            { } atOnce => $"Taken up in the order of the backlog, those in progress first; {atOnce:##} at a time, which share the work evenly.",
        };
        return Sentence.Join(order, $"What is added on the way and what comes in between is taken from earlier pieces where there are enough.");
    }

    private static Sentence[] Row(ReportContext report, PlannedFeature piece, int index) =>
    [
        IsNamed(report, piece.Feature) ? Name(report, piece.Feature.Key == piece.Feature.Id ? null : piece.Feature.Key, Say.Short(piece.Feature.Title, 80))
            : (Sentence)$"{index + 1} of {report.Numbers.Features.All.Length}",
        piece.Feature.Total == 0 ? (Sentence)$"not cut yet" : $"{piece.Feature.Remaining} of {piece.Feature.Total:# item|# items}",
        Day(piece, 0.5), Day(piece, 0.85),
    ];

    /// <summary>False where its name is not the reader's business, or where nobody here knows more of it than a key.</summary>
    private static bool IsNamed(ReportContext report, OpenFeature feature) => report.TellsNames && (report.Audience != Audience.Stakeholder || feature.Title != feature.Key);

    private static Sentence Name(ReportContext report, string? key, string title) =>
        report.Audience == Audience.Stakeholder || key is null ? Sentence.Data(title) : $"{report.Key(key)} {title}";

    private static Sentence Day(PlannedFeature piece, double probability) =>
        piece.Forecast is { } forecast ? DateInWords.By(forecast.By, probability) is { } day ? (Sentence)$"{day}" : $"not within two years"
        : piece.Feature.Sized ? $"too far away" : (Sentence)$"not known";

    private static Sentence InTime(PlannedFeature piece) => piece.Forecast?.ChanceByDue is { } chance ? $"{Futures.OfTwenty(chance)} futures" : Sentence.None;

    private static string? Iso(PlannedFeature piece, double probability) => DateInWords.Iso(piece.Forecast is { } forecast ? DateInWords.By(forecast.By, probability) : null);
}
