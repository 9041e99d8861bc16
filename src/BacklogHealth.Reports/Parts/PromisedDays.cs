using System.Text.Json.Nodes;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Numbers;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>Everything that is promised for a day, by its day, and the chance that all of it is in time.</summary>
internal sealed class PromisedDays : PortfolioPart
{
    public override string Id => "promised";

    public override IEnumerable<Block> Blocks(PortfolioContext report)
    {
        var promised = report.Promised;
        if (promised.Length < 2)
        {
            yield break;
        }

        yield return new Heading(Finding(report, promised.Length));
        yield return Table.Of(
            [new($"Delivery"), new($"Of", ColumnKind.Named), new($"Promised", ColumnKind.Day), new($"In time", ColumnKind.Day), new($"17 of 20 futures by", ColumnKind.Day)],
            promised.Select(Row));
    }

    public override JsonObject Numbers(PortfolioContext report) => new()
    {
        ["allByDue"] = report.AllByDue,
        ["deliveries"] = new JsonArray([.. report.Promised.Select(p => new JsonObject
        {
            ["name"] = p.Name, ["due"] = DateInWords.Iso(p.Due), ["chanceByDue"] = p.Joint?.ChanceByDue, ["by85"] = DateInWords.Iso(Day(p)),
        })]),
    };

    private static Sentence Finding(PortfolioContext report, int promised) => (report.AllByDue, report.Forecast.Length) switch
    {
        (null, _) => $"{promised} deliveries have a promised day",
        ({ } all, 2) when promised == 2 => $"Both promised deliveries are in time in {Futures.OfTwenty(all)} futures",
        ({ } all, var known) when known == promised => $"All {known} promised deliveries are in time in {Futures.OfTwenty(all)} futures",
        ({ } all, 2) => $"Both promised deliveries with a forecast are in time in {Futures.OfTwenty(all)} futures",
        ({ } all, var known) => $"All {known} promised deliveries with a forecast are in time in {Futures.OfTwenty(all)} futures",
    };

    private static Sentence[] Row(PortfolioPiece piece) =>
    [
        Sentence.Data(Say.Short(piece.Name, 60)),
        Sentence.Data(string.Join(", ", piece.Teams.Concat(piece.NotKnown).Distinct(StringComparer.OrdinalIgnoreCase))),
        $"{piece.Due}",
        piece.Joint?.ChanceByDue is { } chance ? $"{Futures.OfTwenty(chance)} futures" : (Sentence)$"not known",
        Day(piece) is { } day ? $"{day}" : piece.Joint?.ChanceByDue is null ? $"not known" : (Sentence)$"not within two years",
    ];

    private static DateOnly? Day(PortfolioPiece piece) => piece.Whole is { } whole ? DateInWords.By(whole.When, 0.85) : null;
}
