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
        var runway = RunwayInWords.Of(report, "How long does ready work last?");
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

    private static Answer Prepared(ReportContext report)
    {
        const string question = "Are the next items ready for planning?";
        int all = report.Next.Count, open = report.NotReady.Count;
        if (all == 0)
        {
            return new Answer(question, "Nothing is waiting: no open item is still to be started.", null, Sentence.None, null);
        }

        Sentence say = open == 0 ? $"All of the next {Say.Count(all, "item")} are ready."
            : open == all ? OldWords.Of(OldWords.Strong(all == 1 ? "The next item" : $"None of the next {Say.Number(all)} items"), $" is {(all == 1 ? "not " : "")}ready{Most(report)}.")
            : OldWords.Of(OldWords.Strong($"{Say.Number(open)} of the next {Say.Number(all)}"), $" items {(open == 1 ? "is" : "are")} not ready{Most(report)}.");
        return NextInWords.With(report, question, say, Likely(report));
    }

    /// <summary>"; most lack acceptance criteria"; empty where nothing is lacking in more than half of the items that are not ready.</summary>
    private static string Most(ReportContext report) =>
        NextInWords.MostMissing(report) is not { } missing || missing.Items * 2 <= report.NotReady.Count || report.NotReady.Count == 1 ? ""
        : missing.Items == report.NotReady.Count ? $"; all lack {missing.Name}"
        : $"; most lack {missing.Name}";

    private static string Likely(ReportContext report)
    {
        var next = report.Health.Next;
        return next switch
        {
            { To: 0 } => $"The next {next.Days} days may well take up no item at all.",
            { From: null or 0, To: { } to } => $"The next {next.Days} days take up {Say.Count(to, "item")} or more in 10 of 20 futures, and possibly none.",
            { From: { } from, To: { } to } when from < to => $"The next {next.Days} days take up {Say.Count(from, "item")} or more in 17 of 20 futures, {Say.Number(to)} or more in 10 of 20.",
            { From: { } from } => $"The next {next.Days} days take up {Say.Count(from, "item")} or more in 17 of 20 futures.",
            _ => "How many will be taken up is not known, for want of history.",
        };
    }

    private static Answer Stuck(ReportContext report)
    {
        const string question = "What is getting old?";
        const string rule = "Act: half or more of the items in progress are older than 85 of 100 finished items were. Watch: some are. Keep: none is.";
        var ageing = report.Numbers.AgeingWork;
        if (ageing.Items.IsEmpty)
        {
            return new Answer(question, "No item is in progress.", null, Sentence.None, null);
        }

        var oldest = ageing.Items[0];
        if (report.Numbers.Usual is not { } usual)
        {
            return new Answer(question, $"{Say.Capital(Say.Count(ageing.Items.Length, "item"))} {(ageing.Items.Length == 1 ? "is" : "are")} in progress.", null,
                $"The oldest is {Say.Count(oldest.Days, "day")} old; too few finished items to say what is usual.", null);
        }

        var state = report.Numbers.Old.IsEmpty ? AnswerState.Keep : report.Numbers.Old.Length * 2 >= ageing.Items.Length ? AnswerState.Act : AnswerState.Watch;
        var say = report.Numbers.Old.Length == 0
            ? ageing.Items.Length == 1 ? "Nothing: the one item in progress is of usual age." : $"Nothing: all {Say.Number(ageing.Items.Length)} items in progress are of usual age."
            : ageing.Items.Length == 1 ? "The one item in progress is older than usual."
            : report.Numbers.Old.Length == ageing.Items.Length ? OldWords.Of(OldWords.Strong($"All {Say.Number(ageing.Items.Length)}"), " items in progress are older than usual.")
            : OldWords.Of(OldWords.Strong($"{Say.Number(report.Numbers.Old.Length)} of {Say.Number(ageing.Items.Length)}"), $" items in progress {(report.Numbers.Old.Length == 1 ? "is" : "are")} older than usual.");
        return new Answer(question, say, AgeBar.Draw([.. ageing.Items.Select(i => i.Days)], usual, report.Voice), StateWord.With(state, $"85 of 100 items were finished within {Say.Count(usual, "day")}; the oldest in progress, {oldest.Item.Item.Key}, is {Say.Count(oldest.Days, "day")} old."), rule);
    }
}
