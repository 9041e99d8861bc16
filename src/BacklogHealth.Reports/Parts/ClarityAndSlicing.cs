using System.Text.Json.Nodes;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Charts;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>How clear and how small the open items are, with an example of either end in their own words.</summary>
internal sealed class ClarityAndSlicing : ReportPart
{
    private const int Examples = 3;

    public override string Id => "clarity-and-slicing";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        yield return new Heading($"How clear and how small the items are");
        yield return new SideBySide([new ClarityDistribution(report.Numbers.Clarity).ToFigure(report.Voice), new SlicingDistribution(report.Numbers.Slicing).ToFigure(report.Voice)]);
        var (unclear, large) = Choose(report);
        if (unclear.Count + large.Count == 0)
        {
            yield break;
        }

        yield return new Paragraph($"Examples from both ends that are worth a look, those above left out:");
        yield return Table.Of(
            [new($"Item", ColumnKind.Key), new($"Title"), new($"Clarity", ColumnKind.Number), new($"Slicing", ColumnKind.Number), new($"What we saw")],
            [.. unclear.Select(i => Row(report, i)), .. large.Select(i => Row(report, i))]);
    }

    public override JsonObject Numbers(ReportContext report) => new()
    {
        ["medianClarity"] = report.Numbers.Clarity.Median,
        ["medianSlicing"] = report.Numbers.Slicing.Median,
        ["scored"] = report.Numbers.Clarity.Scored,
        ["notScored"] = report.Numbers.Clarity.NotScored,
    };

    /// <summary>The least clear and the largest of the waiting items that the list above does not name and a finding that counts speaks of.</summary>
    private static (List<BacklogItem> Unclear, List<BacklogItem> Large) Choose(ReportContext report)
    {
        var named = ItemsWorthAttention.Named(report).ToHashSet(StringComparer.Ordinal);
        var waiting = report.Health.Open.Where(i => i.Position is not null && !named.Contains(i.Item.Id) && ReportContext.Heaviest(i).Count > 0).ToList();
        var unclear = waiting.Where(i => i.Score.Clarity < 50).OrderBy(i => i.Score.Clarity).ThenBy(i => i.Position).Take(Examples).ToList();
        var large = waiting.Except(unclear).Where(i => i.Score.Slicing < 50).OrderBy(i => i.Score.Slicing).ThenBy(i => i.Position).Take(Examples).ToList();
        return (unclear, large);
    }

    private static Sentence[] Row(ReportContext report, BacklogItem item) =>
    [
        report.Key(item.Item.Key), ReportContext.TitleOf(item.Item.Title), item.Score.Clarity is { } clarity ? clarity : Sentence.None,
        item.Score.Slicing is { } slicing ? slicing : Sentence.None, Quoted.Seen(report, item, 2),
    ];
}
