using BacklogHealth.Core.Forecasting.Items;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>Items in progress that are older than 85 of 100 finished items were.</summary>
internal sealed class OldWork : ReportPart
{
    public override string Id => "ageing";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        if (report.Numbers.Old.Length == 0)
        {
            yield break;
        }

        yield return new Heading($"{report.Numbers.Old.Length:# item in progress is|# items in progress are} older than usual");
        yield return new Paragraph($"85 of 100 items were finished within {report.Numbers.Usual!.Value:# day|# days} of being started, n = {report.Numbers.AgeingWork.FinishedItems}. Oldest first. What is left is counted from finished items that took at least as long, alike in kind and size where there are enough, newer ones counting more; half of those needed no more.", Tone.Note);
        yield return Table.Of(
            [new($"Item", ColumnKind.Key), new($"Title"), new($"State"), new($"Days in state", ColumnKind.Number), new($"Age in days", ColumnKind.Number), new($"Half need at most", ColumnKind.Day)],
            report.Numbers.Old.Take(report.Options.MostItems).Select(o => new Sentence[]
            {
                report.Key(o.Item.Item.Key), ReportContext.TitleOf(o.Item.Item.Title), Sentence.Data(Say.Short(o.Item.Item.OriginalState, 40)), o.DaysInState, o.Days, MoreDays(o.Left),
            }));
        if (report.Numbers.Old.Length > report.Options.MostItems)
        {
            yield return ReportContext.More(report.Numbers.Old.Length - report.Options.MostItems);
        }
    }

    private static Sentence MoreDays(ServiceLevel? left) => left?.Days(0.5) switch
    {
        null => $"not known: too few took as long",
        0 => $"today",
        var days => $"{(int)days:# more day|# more days}",
    };
}
