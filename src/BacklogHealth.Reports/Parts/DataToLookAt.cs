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

        yield return new Heading(found.Count == 1 ? (Sentence)$"One thing in the data to look at" : $"{found.Count:##} things in the data to look at");
        var asked = found.Count + report.Numbers.Quality.Fine.Count();
        yield return new Paragraph(
            Sentence.Join(
                asked == found.Count ? (Sentence)$"Every check that had something to look at found something."
                    : $"{asked:# check|# checks} had something to look at, and {asked - found.Count:one|##} found nothing wrong.",
                found.Count > 1 ? $"What affects most stands first." : Sentence.None),
            Tone.Note);
        yield return Table.Of(
            [new($"What"), new($"What it does to the numbers"), new($"What to do about it")],
            found.Take(report.Options.MostItems).Select(p => new Sentence[] { What(report, p), $"{p.Check.Effect} {p.Check.Treatment}", $"{p.Check.Remedy}" }));
        if (found.Count > report.Options.MostItems)
        {
            yield return new Paragraph($"Also: {Sentence.JoinBy("; ", found.Skip(report.Options.MostItems).Select(p => (Sentence)$"{p.Check.Name}: {p.Share}"))}.", Tone.Note);
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

    private static Sentence What(ReportContext report, QualityProblem problem) => $"{Sentence.JoinBy(
        "; ",
        [
            $"**{problem.Check.Name}**: {problem.Share}",
            Examples(problem.Items.Length, [.. problem.Items.Take(MostExamples).Select(key => (Sentence)report.Key(key))]),
            Examples(problem.Days.Length, [.. problem.Days.Reverse().Take(MostExamples).Select(d => Days(d.From, d.To.AddDays(-1)))]),
        ])}.";

    private static Sentence Days(DateOnly first, DateOnly last) => first == last ? (Sentence)$"{first}" : $"{first} to {last}";

    private static Sentence Examples(int all, IReadOnlyList<Sentence> some) =>
        all == 0 ? Sentence.None : all > some.Count ? $"{Sentence.JoinBy(", ", some)} and {all - some.Count} more" : (Sentence)$"{some}";
}
