using System.Text.Json.Nodes;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;
using BacklogHealth.Reports.Pictures;

namespace BacklogHealth.Reports.Parts;

/// <summary>Which of the next items and of those in progress wait for other open ones; nothing where none does.</summary>
internal sealed class Dependencies : ReportPart
{
    private const string WaitsForAnother = "RD007";

    public override string Id => "dependencies";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        var waiting = Of(report);
        if (waiting.Count == 0)
        {
            yield break;
        }

        yield return new Heading($"{waiting.Count:# item waits for another one that is|# items wait for others that are} not done");
        yield return new Paragraph($"Of the next items and those in progress, by the links of the tracker. An arrow leads from what waits to what it waits for.", Tone.Note);
        yield return new Sketch(DependencyPicture.Draw([.. waiting.Take(report.Options.MostItems).Select(w => (w.Item.Item.Key, w.For))], report.Voice));
        yield return Table.Of(
            [new($"Item", ColumnKind.Key), new($"Title"), new($"Waits for", ColumnKind.Named), new($"What to ask", ColumnKind.Question)],
            waiting.Take(report.Options.MostItems).Select(w => new Sentence[]
            {
                report.Key(w.Item.Item.Key), ReportContext.TitleOf(w.Item.Item.Title), Sentence.JoinBy(", ", w.For.Select(k => (Sentence)report.Key(k))), $"What could be done first without it?",
            }));
        if (waiting.Count > report.Options.MostItems)
        {
            yield return ReportContext.More(waiting.Count - report.Options.MostItems);
        }
    }

    public override JsonObject Numbers(ReportContext report) => new()
    {
        ["waiting"] = new JsonArray([.. Of(report).Select(w => new JsonObject { ["key"] = w.Item.Item.Key, ["for"] = new JsonArray([.. w.For.Select(k => (JsonNode?)k)]) })]),
    };

    private static List<Waiting> Of(ReportContext report)
    {
        var next = report.Next.Select(i => i.Item.Id).ToHashSet(StringComparer.Ordinal);
        return [.. report.Health.Open.Where(i => i.Position is null || next.Contains(i.Item.Id))
            .Select(i => new Waiting(i, [.. i.Score.Findings.Where(f => f.RuleId == WaitsForAnother).SelectMany(f => f.Values["others"].Split(", ")).Distinct(StringComparer.Ordinal)]))
            .Where(w => w.For.Count > 0)];
    }

    /// <param name="Item">An item that waits.</param>
    /// <param name="For">Keys of what it waits for.</param>
    private sealed record Waiting(BacklogItem Item, IReadOnlyList<string> For);
}
