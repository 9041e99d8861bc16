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
            yield return new Paragraph($"The file gives the days on which items were finished, and nothing else. What is open, clear, ready or getting old is not known; how much to expect is.", Tone.Banner);
        }

        if (!health.Ordered && report.Audience != Audience.Stakeholder && report.Next.Count > 0)
        {
            yield return new Paragraph(
                report.FromFile ? (Sentence)$"The file keeps no order for this backlog, so “next” means: created first." : $"The tracker keeps no order for this backlog, so “next” means: created first.",
                Tone.Note);
        }
    }

    // By cause, and in the reader's words: what these numbers leave out, or count too much, and until when.
    internal static Sentence Incomplete(ReportContext report)
    {
        var data = report.Health.Data;
        if (data.FromFile || data.PulledAt is not { } tried)
        {
            return $"**These data are incomplete**: {string.Join(' ', data.Problems)}";
        }

        var then = report.Instant(tried);
        if (data.OldButWhole || data.BrokeOff)
        {
            return (data.ProvenAt, data.OldButWhole) switch
            {
                ({ } proven, true) => $"**The tracker could not be read on {then}**; these are the data of {report.Instant(proven)}, which were complete then.",
                ({ } proven, _) => $"**The tracker could not be read to the end on {then}**; {data.ReadAnew:no items are|# item is|# items are} of then, all others of {report.Instant(proven)}, when the data were last complete.",
                _ => $"**The tracker could not be read to the end on {then}**, and never was before: what is missing may change what follows.",
            };
        }

        Sentence what = data switch
        {
            { NotListed: > 0 and var gone } => $"**The tracker no longer lists {gone} of {data.Stored:# item|# items}**; {gone:it still counts here until it is known whether it is gone|they still count here until it is known whether they are gone}.",
            { InTracker: { } all } when all - data.Stored is > 0 and var unread => $"**{unread} of {all:# item|# items} could not be read**; what {unread:it says|they say} now may change what follows.",
            { NotVisible: > 0 and var hidden } => $"**{hidden:# item|# items} cannot be seen any more by the account that reads the tracker** and {hidden:is|are} left out here.",
            _ => $"**The tracker contradicted itself when it was asked for all items** on {then}; some may be missing here.",
        };
        return data.ProvenAt is { } at ? $"{what} The data were last complete on {report.Instant(at)}." : what;
    }

    private static Sentence? Problems(DataCompleteness data)
    {
        if (data.FromFile || data.PulledAt is null || data.Problems.IsEmpty)
        {
            return null;
        }

        var told = Sentence.Written(string.Join(' ', data.Problems.Take(MostProblems)));
        return data.Problems.Length > MostProblems
            ? (Sentence)$"For whoever runs BacklogHealth: {told} And {data.Problems.Length - MostProblems:# more problem|# more problems}: `backlog-health sync` tells all."
            : $"For whoever runs BacklogHealth: {told}";
    }
}
