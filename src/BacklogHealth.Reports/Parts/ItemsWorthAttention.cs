using System.Text.Json.Nodes;
using BacklogHealth.Core.Health;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>At most ten items, in backlog order, each with what was seen, its own words marked, and one question.</summary>
internal sealed class ItemsWorthAttention : ReportPart
{
    private const int MostOld = 2;

    public override string Id => "items";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        var (waiting, old) = Choose(report);
        if (waiting.Count + old.Count == 0)
        {
            yield return new Heading("No item calls for attention");
            yield return new Paragraph("Among the next items no rule found anything that counts, and nothing in progress is older than usual.");
            yield break;
        }

        yield return new Heading("Items worth your attention");
        var link = report.Key("").Link is null ? "" : " A key leads to the tracker.";
        yield return new Paragraph((report.Health.Ordered ? $"In backlog order, at most {report.Options.MostItems}." : $"Oldest first, at most {report.Options.MostItems}.") + link, Tone.Note);
        var columns = new List<Column> { new("Item", ColumnKind.Key), new("Title"), new("What we saw"), new("What to ask", ColumnKind.Question) };
        if (report.Health.Ordered)
        {
            columns.Insert(2, new Column("Place", ColumnKind.Number));
        }

        yield return Table.Of(columns, [.. waiting.Select(i => Row(report, i, Quoted.Seen(report, i, 2), Question(report, i))), .. old.Select(o => OldRow(report, o))]);
    }

    public override JsonObject Numbers(ReportContext report)
    {
        var (waiting, old) = Choose(report);
        return new JsonObject
        {
            ["waiting"] = new JsonArray([.. waiting.Select(i => new JsonObject
            {
                ["key"] = i.Item.Key, ["position"] = i.Position, ["clarity"] = i.Score.Clarity, ["slicing"] = i.Score.Slicing,
                ["rules"] = new JsonArray([.. ReportContext.Heaviest(i).Select(f => (JsonNode?)f.RuleId)]),
            })]),
            ["old"] = new JsonArray([.. old.Select(o => new JsonObject { ["key"] = o.Item.Item.Key, ["days"] = o.Days, ["state"] = o.Item.Item.OriginalState })]),
        };
    }

    private static (List<BacklogItem> Waiting, List<AgeingItem> Old) Choose(ReportContext report)
    {
        var old = report.Numbers.Old.Take(MostOld).ToList();
        var waiting = report.Next.Where(i => ReportContext.Heaviest(i).Count > 0)
            .OrderBy(i => i.Ready.IsReady).ThenByDescending(i => i.Score.Findings.Sum(f => f.Points)).ThenBy(i => i.Position)
            .Take(Math.Max(0, report.Options.MostItems - old.Count)).OrderBy(i => i.Position).ToList();
        return (waiting, old);
    }

    private static string Question(ReportContext report, BacklogItem item) =>
        ReportContext.Heaviest(item).Select(f => report.Words(f).Question).FirstOrDefault(q => q.Length > 0) ?? "";

    private static Line[] OldRow(ReportContext report, AgeingItem old) => Row(
        report, old.Item,
        $"{Say.Count(old.Days, "day")} in progress, now in {Say.Short(old.Item.Item.OriginalState, 40)}; 85 of 100 items were finished within {Say.Count(report.Numbers.Usual!.Value, "day")}",
        "What stands in the way, and what would help?");

    private static Line[] Row(ReportContext report, BacklogItem item, Line seen, string question)
    {
        Line key = Line.Of(report.Key(item.Item.Key)), title = Say.Short(item.Item.Title, 140);
        return report.Health.Ordered
            ? [key, title, item.Position is { } place ? Say.Number(place) : "–", seen, question]
            : [key, title, seen, question];
    }
}
