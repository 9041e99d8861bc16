using System.Text.Json.Nodes;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>The next items that are not ready, in backlog order, grouped by what is missing first.</summary>
internal sealed class NotReadyByWhatIsMissing : ReportPart
{
    public override string Id => "not-ready";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        if (report.NotReady.Count == 0)
        {
            yield break;
        }

        yield return new Heading("What is missing, and what to ask");
        yield return new Paragraph("Each item stands once, below the first thing it lacks. Ready is what the team's Definition of Ready says: a guideline, not a gate.", Tone.Note);
        foreach (var group in Groups(report))
        {
            var items = group.ToList();
            yield return new Heading($"{Say.Capital(group.Key)}: {Say.Count(items.Count, "item")}", 3);
            yield return Table.Of(
                [new("Item", ColumnKind.Key), new("Title"), new("What we saw"), new("What to ask", ColumnKind.Question)],
                items.Take(report.Options.MostItemsInGroup).Select(i => Row(report, i)));
            if (items.Count > report.Options.MostItemsInGroup)
            {
                yield return new Paragraph($"And {Say.Number(items.Count - report.Options.MostItemsInGroup)} more.", Tone.Note);
            }
        }
    }

    public override JsonObject Numbers(ReportContext report) => new()
    {
        ["groups"] = new JsonArray([.. Groups(report).Select(g => new JsonObject
        {
            ["missing"] = g.Key,
            ["items"] = new JsonArray([.. g.Select(i => new JsonObject { ["key"] = i.Item.Key, ["position"] = i.Position })]),
        })]),
    };

    /// <summary>Largest group first.</summary>
    private static IEnumerable<IGrouping<string, BacklogItem>> Groups(ReportContext report) =>
        report.NotReady.GroupBy(i => i.Ready.Missing.FirstOrDefault("not said"), StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal);

    private static Line[] Row(ReportContext report, BacklogItem item)
    {
        var missing = MissingFinding(item);
        var seen = missing is null ? Line.Empty : Quoted.Of(report.Words(missing).Message, missing, item.Item.Title);
        var others = item.Ready.Missing.Distinct(StringComparer.Ordinal).Skip(1).ToList();
        var also = others.Count == 0 ? Line.Empty : (Line)$"{(seen.Runs.IsEmpty ? "" : "; ")}also lacks {Say.List(others)}";
        return [Line.Of(report.Key(item.Item.Key)), Say.Short(item.Item.Title, 140), Line.Join(seen, also), missing is null ? "What would make it ready?" : report.Words(missing).Question];
    }

    private static Finding? MissingFinding(BacklogItem item) =>
        item.Ready.RuleIds.Select(id => item.Score.Findings.FirstOrDefault(f => f.RuleId == id)).FirstOrDefault(f => f is not null);
}
