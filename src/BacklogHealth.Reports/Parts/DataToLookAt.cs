using System.Text.Json.Nodes;
using BacklogHealth.Core.Health.Quality;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>What in the data is contradictory or missing, or misleads a forecast: what affects most first, each with how the numbers treat it.</summary>
internal sealed class DataToLookAt : ReportPart
{
    private const int MostExamples = 3;

    public override string Id => "data-quality";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        var found = report.Numbers.Quality.Found.ToList();
        if (found.Count == 0)
        {
            yield break;
        }

        yield return new Heading(found.Count == 1 ? "One thing in the data to look at" : $"{Say.Capital(Say.Word(found.Count))} things in the data to look at");
        var asked = found.Count + report.Numbers.Quality.Fine.Count();
        yield return new Paragraph(
            $"{(asked == found.Count ? "Every check that had something to look at found something." : $"{Say.Count(asked, "check")} had something to look at, and {(asked - found.Count == 1 ? "one" : Say.Word(asked - found.Count))} found nothing wrong.")}{(found.Count > 1 ? " What affects most stands first." : "")}",
            Tone.Note);
        yield return Table.Of(
            [new("What"), new("What it does to the numbers"), new("What to do about it")],
            found.Take(report.Options.MostItems).Select(p => new[] { What(report, p), Sentence.Join(p.Check.Effect, p.Check.Treatment), p.Check.Remedy }));
        if (found.Count > report.Options.MostItems)
        {
            yield return new Paragraph($"Also: {string.Join("; ", found.Skip(report.Options.MostItems).Select(p => $"{p.Check.Name}: {p.Share}"))}.", Tone.Note);
        }
    }

    public override JsonObject Numbers(ReportContext report) => new()
    {
        ["problems"] = new JsonArray([.. report.Numbers.Quality.Found.Select(p => new JsonObject
        {
            ["id"] = p.Check.Id,
            ["name"] = p.Check.Name.ToString(),
            ["affected"] = p.Affected,
            ["of"] = p.Of,
            ["among"] = p.Among.ToString(),
            ["effect"] = p.Check.Effect.ToString(),
            ["treatment"] = p.Check.Treatment.ToString(),
            ["items"] = new JsonArray([.. p.Items.Select(key => (JsonNode?)key)]),
            ["days"] = new JsonArray([.. p.Days.Select(d => new JsonObject { ["from"] = Say.Text($"{d.From:yyyy-MM-dd}"), ["to"] = Say.Text($"{d.To.AddDays(-1):yyyy-MM-dd}") })]),
        })]),
        ["fine"] = new JsonArray([.. report.Numbers.Quality.Fine.Select(p => (JsonNode?)p.Check.Id)]),
    };

    private static Sentence What(ReportContext report, QualityProblem problem) => OldWords.Join(
        $"**{problem.Check.Name}**: {problem.Share}",
        Examples(problem.Items.Length, [.. problem.Items.Take(MostExamples).Select(report.Key)]),
        Examples(problem.Days.Length, [.. problem.Days.Reverse().Take(MostExamples).Select(d => new Run(Days(report, d.From, d.To.AddDays(-1))))]),
        ".");

    private static string Days(ReportContext report, DateOnly first, DateOnly last) => first == last ? report.Day(first) : $"{report.Day(first)} to {report.Day(last)}";

    private static Sentence Examples(int all, IReadOnlyList<Run> some)
    {
        if (all == 0)
        {
            return Sentence.None;
        }

        var runs = some.SelectMany((run, i) => new object[] { i == 0 ? "; " : i == all - 1 ? " and " : ", ", run });
        return OldWords.Of([.. runs, .. all > some.Count ? [$" and {Say.Number(all - some.Count)} more"] : Array.Empty<object>()]);
    }
}
