using System.Text.Json.Nodes;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>The backlog as a map: goals, features below them, items by release, sprint or nearness; what is left out is counted.</summary>
internal sealed class MappedBacklog : ReportPart
{
    private const int MostNamed = 100;

    public override string Id => "story-map";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        var map = report.Numbers.Map;
        if (report.OnlyFinishDates || map.Columns.IsEmpty)
        {
            yield return new Paragraph($"There is nothing to map: no item is open, and none whose title is known was finished in the last four weeks.", Tone.Say);
            yield break;
        }

        yield return new Heading(MapFinding.Of(report));
        yield return new Paragraph(MapInWords.What(report), Tone.Note);
        yield return new Map([.. map.Rows.Select(r => MapInWords.Row(report, r))], MapBands.Of(report), map.Rows.Length > 0 ? MapInWords.Legend(map) : null);
        foreach (var left in MapInWords.LeftOut(report))
        {
            yield return new Paragraph(left, Tone.Note);
        }

        if (map.MoreColumns > 0)
        {
            yield return new Details($"The goals and features that are left out", [Others(report), .. map.MoreColumns > MostNamed ? [ReportContext.More(map.MoreColumns - MostNamed)] : Array.Empty<Block>()]);
        }
    }

    public override JsonObject Numbers(ReportContext report) => MapNumbers.Of(report);

    private static Table Others(ReportContext report)
    {
        var map = report.Numbers.Map;
        var shown = map.Columns.Count(c => c.Goal is not null);
        return Table.Of(
            [new($"Goal"), new($"Feature", ColumnKind.Named), new($"Open", ColumnKind.Number), new($"Ready or begun", ColumnKind.Number), new($"Finished", ColumnKind.Number)],
            report.Numbers.WholeMap.Columns.Where(c => c.Goal is not null).Skip(shown).Take(MostNamed).Select(c => new[]
            {
                MapInWords.Name(report, c.Goal!), c.Feature is { } feature ? MapInWords.Name(report, feature) : Sentence.None, c.Open, c.Ready, c.Finished,
            }));
    }
}
