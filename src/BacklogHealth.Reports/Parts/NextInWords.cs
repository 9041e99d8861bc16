using System.Text.Json.Nodes;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;
using BacklogHealth.Reports.Pictures;

namespace BacklogHealth.Reports.Parts;

/// <summary>What should I do first? The next items, and which of them are not ready.</summary>
internal static class NextInWords
{
    /// <summary>Up to so many items, each of which lacks something else, all of it is named.</summary>
    private const int FewNamed = 3;

    public static Answer Of(ReportContext report) => With(report, $"What should I do first?", Statement(report), Why(report));

    /// <summary>An answer on the next items with a question, sentence and reason of its own.</summary>
    public static Answer With(ReportContext report, Sentence question, Sentence say, Sentence why)
    {
        var judged = report.Answers.First.Judged;
        return new Answer(
            question, say, NextSquares.Draw([.. report.Next.Select(i => i.Ready.IsReady)], report.Health.Ordered, report.Voice), StateWord.With(judged.State, why),
            judged.State is null ? null : (Sentence)$"{judged.Rule} Ready is what the team's Definition of Ready says: a guideline, not a gate.");
    }

    public static JsonObject Numbers(ReportContext report) => new()
    {
        ["items"] = report.Next.Count,
        ["notReady"] = report.NotReady.Count,
        ["days"] = report.Health.Next.Days,
        ["likelyFrom"] = report.Health.Next.From,
        ["likelyTo"] = report.Health.Next.To,
        ["mostMissing"] = MostMissing(report)?.Name,
        ["mended"] = report.Answers.First.Mended?.Ready,
        ["mendedOf"] = report.Answers.First.Mended?.Of,
        ["state"] = report.Answers.First.Judged.State?.ToString(),
        ["rule"] = report.Answers.First.Judged.Rule.ToString(),
    };

    /// <summary>What most of the next items that are not ready lack, of equals what they lack first, and how many; null where all are ready.</summary>
    public static (string Name, int Items)? MostMissing(ReportContext report)
    {
        var most = report.NotReady.SelectMany(i => i.Ready.Missing.Distinct(StringComparer.Ordinal).Index()).GroupBy(m => m.Item, StringComparer.Ordinal)
            .OrderByDescending(m => m.Count()).ThenBy(m => m.Sum(x => x.Index)).ThenBy(m => m.Key, StringComparer.Ordinal).Take(1).ToList();
        return most.Count == 0 ? null : (most[0].Key, most[0].Count());
    }

    private static Sentence Statement(ReportContext report) => (report.NotReady.Count, report.Next.Count) switch
    {
        (_, 0) => $"Nothing is waiting: no open item is still to be started.",
        (0, 1) => $"Nothing presses: the next item is ready.",
        (0, var all) => $"Nothing presses: all of the next {all} items are ready.",
        (1, 1) => $"Clear up the next item.",
        var (open, all) when open == all => $"Clear up **all of the next {all}** items.",
        var (open, all) => $"Clear up **{open} of the next {all}** items.",
    };

    private static Sentence Why(ReportContext report)
    {
        if (report.Next.Count == 0)
        {
            return Sentence.None;
        }

        var missing = MostMissing(report) is not { } most ? Sentence.None : (report.NotReady.Count, most.Items) switch
        {
            (1, _) => $"Missing: {most.Name}.",
            var (all, some) when all == some => $"Missing in all {all}: {most.Name}.",
            ( <= FewNamed, 1) => $"Missing: {report.NotReady.Select(i => i.Ready.Missing.FirstOrDefault(most.Name)).Distinct(StringComparer.Ordinal).ToList()}, one each.",
            (_, 1) => $"What is missing differs.",
            var (all, some) => $"Most often missing: {most.Name}, in {some} of {all}.",
        };
        var mended = report.Answers.First.Mended is ({ } ready and > 0, { } of) ? $"Of {of:# item|# items} not ready on {report.Before}, {ready:one is|## are} ready now." : Sentence.None;
        return missing.IsEmpty && mended.IsEmpty ? $"Nothing of the Definition of Ready is missing." : Sentence.Join(missing, mended);
    }
}
