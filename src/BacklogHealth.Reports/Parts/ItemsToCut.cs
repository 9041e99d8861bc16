using BacklogHealth.Core.Health;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>
/// The next items that look too big, or cut by layer, with a question that leads to a smaller one, and those that may be there twice; without
/// those listed for that reason already.
/// </summary>
internal sealed class ItemsToCut : ReportPart
{
    public override string Id => "to-cut";

    public override IEnumerable<Block> Blocks(ReportContext report) =>
        Listed(report, f => Of(f)?.IsOfSize() == true, n => $"{n:## item|## items} could also be cut smaller", "smaller", withSizes: true)
            .Concat(Listed(report, f => Of(f) == Criterion.Unique, n => $"{n:## item|## items} may be there twice", "twice"));

    // Hints, too: a cut is a suggestion in any case. One that says how comes first of equals.
    private static Finding? Heaviest(BacklogItem item, Func<Finding, bool> wanted) => item.Score.Findings
        .Where(f => wanted(f))
        .OrderByDescending(f => f.Severity).ThenByDescending(f => f.Points).ThenByDescending(f => f.Cut is not null).FirstOrDefault();

    private static Criterion? Of(Finding finding) => RuleBook.All.Find(finding.RuleId)?.Criterion;

    private static IEnumerable<Block> Listed(ReportContext report, Func<Finding, bool> wanted, Func<int, Sentence> heading, string name, bool withSizes = false)
    {
        var big = report.Next.Select(i => new { Item = i, Finding = Heaviest(i, wanted) })
            .Where(i => i.Finding is { } cut && cut.RuleId != i.Item.Ready.Lacks.FirstOrDefault()?.RuleId).ToList();
        if (big.Count == 0)
        {
            yield break;
        }

        var shown = big.Take(report.Options.MostItems).ToList();
        var items = shown.Select(b => b.Item).ToList();
        var sizes = withSizes ? LikelySizes.Columns(items).ToList() : [];
        yield return new Heading(heading(big.Count));
        foreach (var note in withSizes ? LikelySizes.Notes(items) : [])
        {
            yield return note;
        }

        yield return Table.Of(
            [new($"Item", ColumnKind.Key), new($"Title"), new($"What we saw"), new($"What to ask", ColumnKind.Question), .. sizes.Select(s => s.Column)],
            shown.Select(b => (Sentence[])
            [
                report.Key(b.Item.Item.Key), ReportContext.TitleOf(b.Item.Item.Title),
                Quoted.Of(report.Words(b.Finding!).Message, b.Finding!, b.Item.Item.Title), CutInWords.Ask(report.Words(b.Finding!).Question, b.Finding!), .. sizes.Select(s => s.Cell(b.Item)),
            ])) with
        { Name = name };
        if (big.Count > report.Options.MostItems)
        {
            yield return ReportContext.More(big.Count - report.Options.MostItems);
        }
    }
}
