using System.Text.Json.Nodes;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>How the running sprint will end, and open items that have been in two sprints or more.</summary>
internal sealed class CarryOver : ReportPart
{
    public override string Id => "carry-over";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        if (report.Health.Sprints.IsEmpty)
        {
            yield return new Heading($"Carry-over");
            yield return new Paragraph(report.FromFile ? (Sentence)$"Not available: the file has no sprints for this team." : $"Not available: the tracker has no sprints for this team.");
            yield break;
        }

        foreach (var block in report.Health.RunningSprints.Value.SelectMany(s => SprintInWords.Blocks(s)))
        {
            yield return block;
        }

        var carried = report.Numbers.Surprises.CarryOver;
        if (carried.Length == 0)
        {
            yield return new Heading($"No open item has been in more than one sprint");
            yield break;
        }

        yield return new Heading($"{carried.Length:# open item has|# open items have} been in more than one sprint");
        yield return Table.Of(
            [new($"Item", ColumnKind.Key), new($"Title"), new($"Sprints", ColumnKind.Number), new($"What to ask", ColumnKind.Question)],
            carried.Take(5).Select(c => new Sentence[] { report.Key(c.Item.Item.Key), ReportContext.TitleOf(c.Item.Item.Title), c.Sprints, $"Which smaller part of it could be finished on its own?" }));
        if (carried.Length > 5)
        {
            yield return ReportContext.More(carried.Length - 5);
        }
    }

    public override JsonObject Numbers(ReportContext report) => new()
    {
        ["available"] = !report.Health.Sprints.IsEmpty,
        ["running"] = new JsonArray([.. report.Health.RunningSprints.Value.Select(SprintInWords.Numbers)]),
        ["items"] = new JsonArray([.. report.Numbers.Surprises.CarryOver.Select(c => new JsonObject { ["key"] = c.Item.Item.Key, ["sprints"] = c.Sprints })]),
    };
}
