using BacklogHealth.Core.Forecasting.Items;
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

        yield return new Heading($"{Say.Capital(Say.Count(report.Numbers.Old.Length, "item"))} in progress {(report.Numbers.Old.Length == 1 ? "is" : "are")} older than usual");
        yield return new Paragraph($"85 of 100 items were finished within {Say.Count(report.Numbers.Usual!.Value, "day")} of being started, n = {Say.Number(report.Numbers.AgeingWork.FinishedItems)}. Oldest first. What is left is counted from finished items that took at least as long, alike in kind and size where there are enough, newer ones counting more; half of those needed no more.", Tone.Note);
        yield return Table.Of(
            [new("Item", ColumnKind.Key), new("Title"), new("State"), new("Days in state", ColumnKind.Number), new("Age in days", ColumnKind.Number), new("Half need at most")],
            report.Numbers.Old.Take(report.Options.MostItems).Select(o => new[]
            {
                OldWords.Of(report.Key(o.Item.Item.Key)), Say.Short(o.Item.Item.Title, 140), Say.Short(o.Item.Item.OriginalState, 40), Say.Number(o.DaysInState), Say.Number(o.Days), MoreDays(o.Left),
            }));
        if (report.Numbers.Old.Length > report.Options.MostItems)
        {
            yield return new Paragraph($"And {Say.Number(report.Numbers.Old.Length - report.Options.MostItems)} more.", Tone.Note);
        }
    }

    private static string MoreDays(ServiceLevel? left) => left?.Days(0.5) switch
    {
        null => "not known: too few took as long",
        0 => "today",
        var days => Say.Count((int)days, "more day"),
    };
}
