using System.Text.Json.Nodes;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>The record of past forecasts: what earlier reports said, and what came of it. Nothing before the first of them has come due or is waiting.</summary>
internal sealed class PastStatements : ReportPart
{
    private const double Told = 0.85;

    private const int MostShown = 26;

    public override string Id => "past-statements";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        var said = Of(report);
        if (said.Count == 0)
        {
            yield break;
        }

        yield return new Details(
            $"What our reports said with “17 of 20 futures”, and what came of it",
            [
                Table.Of(
                    [new($"Said on", ColumnKind.Day), new($"What"), new($"By", ColumnKind.Day), new($"What came of it")],
                    said.Take(MostShown).Select(p => new Sentence[] { $"{p.Given.AsOf}", PromisesInWords.What(p.Given), $"{p.Given.Day}", Came(p) })),
                .. said.Count > MostShown ? [ReportContext.More(said.Count - MostShown)] : Array.Empty<Block>(),
            ]);
    }

    public override JsonObject Numbers(ReportContext report) => new()
    {
        ["statements"] = new JsonArray([.. Of(report).Select(p => new JsonObject
        {
            ["saidOn"] = Say.Text($"{p.Given.AsOf:yyyy-MM-dd}"), ["delivery"] = p.Given.Delivery, ["items"] = p.Given.Items, ["by"] = Say.Text($"{p.Given.Day:yyyy-MM-dd}"), ["held"] = p.Held,
        })]),
    };

    /// <summary>The newest first.</summary>
    private static List<Promise> Of(ReportContext report) => [.. report.Health.Promises.All.Where(p => p.Given.Probability == Told).Reverse()];

    private static Sentence Came(Promise promise) => promise.Held switch
    {
        true => $"came true",
        false => $"did not come true",
        null => $"its day is still to come",
    };
}
