using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>What a reader must know before the first number: data that are incomplete, a past day, a backlog without an order.</summary>
internal sealed class OpeningNotes : ReportPart
{
    // More sentences of what went wrong would push the answers off the page; sync tells all of them.
    private const int MostProblems = 3;

    public override string Id => "notes";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        var health = report.Health;
        if (!health.Data.Complete)
        {
            yield return new Paragraph(Incomplete(report), Tone.Banner);
            if (report.TellsOperator && Problems(health.Data) is { } problems)
            {
                yield return new Paragraph(problems, Tone.Note);
            }
        }

        if (report.OnlyFinishDates)
        {
            yield return new Paragraph("The file gives the days on which items were finished, and nothing else. What is open, clear, ready or getting old is not known; how much to expect is.", Tone.Banner);
        }

        if (!health.Ordered && report.Audience != Audience.Stakeholder && report.Next.Count > 0)
        {
            yield return new Paragraph($"The {(report.FromFile ? "file" : "tracker")} keeps no order for this backlog, so “next” means: created first.", Tone.Note);
        }
    }

    // By cause, and in the reader's words: what these numbers leave out, or count too much, and until when.
    private static Sentence Incomplete(ReportContext report)
    {
        var data = report.Health.Data;
        if (data.FromFile || data.PulledAt is not { } tried)
        {
            return OldWords.Of(OldWords.Strong("These data are incomplete"), $": {string.Join(' ', data.Problems)}");
        }

        var proven = data.ProvenAt is { } at ? report.Instant(at) : null;
        var last = proven is null ? "" : $" The data were last complete on {proven}.";
        return data switch
        {
            { OldButWhole: true } => OldWords.Of(
                OldWords.Strong($"The tracker could not be read on {report.Instant(tried)}"), $"; these are the data of {proven}, which were complete then."),
            { BrokeOff: true } when proven is not null => OldWords.Of(
                OldWords.Strong($"The tracker could not be read to the end on {report.Instant(tried)}"),
                $"; {Say.Count(data.ReadAnew, "item is", "items are")} of then, all others of {proven}, when the data were last complete."),
            { BrokeOff: true } => OldWords.Of(
                OldWords.Strong($"The tracker could not be read to the end on {report.Instant(tried)}"), ", and never was before: what is missing may change what follows."),
            { NotListed: 1 } => OldWords.Of(
                OldWords.Strong($"The tracker no longer lists 1 of {Say.Count(data.Stored, "item")}"), $"; it still counts here until it is known whether it is gone.{last}"),
            { NotListed: > 0 } => OldWords.Of(
                OldWords.Strong($"The tracker no longer lists {Say.Of(data.NotListed, data.Stored, "item")}"), $"; they still count here until it is known whether they are gone.{last}"),
            { InTracker: { } all } when all > data.Stored => OldWords.Of(
                OldWords.Strong($"{Say.Of(all - data.Stored, all, "item")} could not be read"), $"; what they say now may change what follows.{last}"),
            { NotVisible: > 0 } => OldWords.Of(
                OldWords.Strong($"{Say.Count(data.NotVisible, "item")} cannot be seen any more by the account that reads the tracker"), $" and {(data.NotVisible == 1 ? "is" : "are")} left out here.{last}"),
            _ => OldWords.Of(
                OldWords.Strong("The tracker contradicted itself when it was asked for all items"), $" on {report.Instant(tried)}; some may be missing here.{last}"),
        };
    }

    private static Sentence? Problems(DataCompleteness data)
    {
        if (data.FromFile || data.PulledAt is null || data.Problems.IsEmpty)
        {
            return null;
        }

        var more = data.Problems.Length > MostProblems ? $" And {Say.Count(data.Problems.Length - MostProblems, "more problem")}: `backlog-health sync` tells all." : "";
        return OldWords.Join("For whoever runs BacklogHealth: ", Sentence.Written(string.Join(' ', data.Problems.Take(MostProblems)) + more));
    }
}
