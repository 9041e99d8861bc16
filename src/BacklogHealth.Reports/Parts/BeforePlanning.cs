using System.Text.Json.Nodes;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;
using BacklogHealth.Reports.Pictures;

namespace BacklogHealth.Reports.Parts;

/// <summary>The coach's three answers: is planning prepared, for how long, what is stuck.</summary>
internal sealed class BeforePlanning : ReportPart
{
    public override string Id => "answers";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        var runway = RunwayInWords.Of(report, $"How long does ready work last?");
        yield return new Answers([Prepared(report), runway, Stuck(report)]);
    }

    public override JsonObject Numbers(ReportContext report) => new()
    {
        ["next"] = NextInWords.Numbers(report),
        ["runway"] = RunwayInWords.Numbers(report),
        ["inProgress"] = report.Numbers.AgeingWork.Items.Length,
        ["olderThanUsual"] = report.Numbers.Old.Length,
        ["cycleTime85"] = report.Numbers.Usual,
    };

    internal static Answer Prepared(ReportContext report)
    {
        Sentence question = $"Are the next items ready for planning?";
        int all = report.Next.Count, open = report.NotReady.Count;
        if (all == 0)
        {
            return new Answer(question, $"Nothing is waiting: no open item is still to be started.", null, Sentence.None, null);
        }

        var most = NextInWords.MostMissing(report) is { } missing && missing.Items * 2 > open && open > 1 ? missing : default;
        Sentence say = (open, all) switch
        {
            (0, 1) => $"The next item is ready.",
            (0, _) => $"All of the next {all} items are ready.",
            (1, 1) => $"**The next item** is not ready.",
            _ when open == all && most.Items == open => $"**None of the next {all} items** is ready; all lack {most.Name}.",
            _ when open == all && most.Items > 0 => $"**None of the next {all} items** is ready; most lack {most.Name}.",
            _ when open == all => $"**None of the next {all} items** is ready.",
            _ when most.Items == open => $"**{open} of the next {all}** items {open:is|are} not ready; all lack {most.Name}.",
            _ when most.Items > 0 => $"**{open} of the next {all}** items {open:is|are} not ready; most lack {most.Name}.",
            _ => $"**{open} of the next {all}** items {open:is|are} not ready.",
        };
        return NextInWords.With(report, question, say, Likely(report));
    }

    private static Sentence Likely(ReportContext report)
    {
        var next = report.Health.Next;
        return next switch
        {
            { To: 0 } => $"The next {next.Days} days may well take up no item at all.",
            { From: null or 0, To: { } to } => $"The next {next.Days} days take up {to:# item|# items} or more in 10 of 20 futures, and possibly none.",
            { From: { } from, To: { } to } when from < to => $"The next {next.Days} days take up {from:# item|# items} or more in 17 of 20 futures, {to} or more in 10 of 20.",
            { From: { } from } => $"The next {next.Days} days take up {from:# item|# items} or more in 17 of 20 futures.",
            _ => $"How many will be taken up is not known, for want of history.",
        };
    }

    private static Answer Stuck(ReportContext report)
    {
        Sentence question = $"What is getting old?";
        Sentence rule = $"Act: half or more of the items in progress are older than 85 of 100 finished items were. Watch: some are. Keep: none is.";
        var ageing = report.Numbers.AgeingWork;
        if (ageing.Items.IsEmpty)
        {
            return new Answer(question, $"No item is in progress.", null, Sentence.None, null);
        }

        var oldest = ageing.Items[0];
        if (report.Numbers.Usual is not { } usual)
        {
            return new Answer(question, $"{ageing.Items.Length:# item is|# items are} in progress.", null,
                $"The oldest is {oldest.Days:# day|# days} old; too few finished items to say what is usual.", null);
        }

        var state = report.Numbers.Old.IsEmpty ? AnswerState.Keep : report.Numbers.Old.Length * 2 >= ageing.Items.Length ? AnswerState.Act : AnswerState.Watch;
        Sentence say = (report.Numbers.Old.Length, ageing.Items.Length) switch
        {
            (0, 1) => $"Nothing: the one item in progress is of usual age.",
            (0, var all) => $"Nothing: all {all} items in progress are of usual age.",
            (1, 1) => $"The one item in progress is older than usual.",
            var (old, all) when old == all => $"**All {all}** items in progress are older than usual.",
            var (old, all) => $"**{old} of {all}** items in progress {old:is|are} older than usual.",
        };
        return new Answer(question, say, AgeBar.Draw([.. ageing.Items.Select(i => i.Days)], usual, report.Voice), StateWord.With(state, $"85 of 100 items were finished within {usual:# day|# days}; the oldest in progress, {report.Key(oldest.Item.Item.Key)}, is {oldest.Days:# day|# days} old."), rule);
    }
}
