using System.Text.Json.Nodes;
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
            yield return new Heading("Carry-over");
            yield return new Paragraph($"Not available: the {(report.FromFile ? "file" : "tracker")} has no sprints for this team.");
            yield break;
        }

        foreach (var block in report.Health.RunningSprints.SelectMany(s => SprintInWords.Blocks(s, report.Health.Today)))
        {
            yield return block;
        }

        var carried = report.Numbers.Surprises.CarryOver;
        if (carried.Length == 0)
        {
            yield return new Heading("No open item has been in more than one sprint");
            yield break;
        }

        yield return new Heading($"{Say.Capital(Say.Count(carried.Length, "open item"))} {(carried.Length == 1 ? "has" : "have")} been in more than one sprint");
        yield return Table.Of(
            [new("Item", ColumnKind.Key), new("Title"), new("Sprints", ColumnKind.Number), new("What to ask", ColumnKind.Question)],
            carried.Take(5).Select(c => new[] { OldWords.Of(report.Key(c.Item.Item.Key)), Say.Short(c.Item.Item.Title, 140), Say.Number(c.Sprints), "Which smaller part of it could be finished on its own?" }));
        if (carried.Length > 5)
        {
            yield return new Paragraph($"And {Say.Number(carried.Length - 5)} more.", Tone.Note);
        }
    }

    public override JsonObject Numbers(ReportContext report) => new()
    {
        ["available"] = !report.Health.Sprints.IsEmpty,
        ["running"] = new JsonArray([.. report.Health.RunningSprints.Select(SprintInWords.Numbers)]),
        ["items"] = new JsonArray([.. report.Numbers.Surprises.CarryOver.Select(c => new JsonObject { ["key"] = c.Item.Item.Key, ["sprints"] = c.Sprints })]),
    };
}
