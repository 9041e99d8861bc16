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

    public static Answer Of(ReportContext report) => With(report, "What should I do first?", Sentence(report), Why(report));

    /// <summary>An answer on the next items with a question, sentence and reason of its own.</summary>
    public static Answer With(ReportContext report, string question, Sentence say, string why)
    {
        var judged = report.Answers.First.Judged;
        return new Answer(
            question, say, NextSquares.Draw([.. report.Next.Select(i => i.Ready.IsReady)], report.Health.Ordered, report.Voice), StateWord.With(judged.State, why),
            judged.State is null ? null : $"{judged.Rule} Ready is what the team's Definition of Ready says: a guideline, not a gate.");
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
        ["state"] = StateWord.Name(report.Answers.First.Judged.State),
        ["rule"] = report.Answers.First.Judged.Rule.ToString(),
    };

    /// <summary>What most of the next items that are not ready lack, of equals what they lack first, and how many; null where all are ready.</summary>
    public static (string Name, int Items)? MostMissing(ReportContext report)
    {
        var most = report.NotReady.SelectMany(i => i.Ready.Missing.Distinct(StringComparer.Ordinal).Index()).GroupBy(m => m.Item, StringComparer.Ordinal)
            .OrderByDescending(m => m.Count()).ThenBy(m => m.Sum(x => x.Index)).ThenBy(m => m.Key, StringComparer.Ordinal).Take(1).ToList();
        return most.Count == 0 ? null : (most[0].Key, most[0].Count());
    }

    private static Sentence Sentence(ReportContext report) => (report.NotReady.Count, report.Next.Count) switch
    {
        (_, 0) => "Nothing is waiting: no open item is still to be started.",
        (0, 1) => "Nothing presses: the next item is ready.",
        (0, var all) => $"Nothing presses: all of the next {Say.Number(all)} items are ready.",
        (1, 1) => "Clear up the next item.",
        var (open, all) when open == all => OldWords.Of("Clear up ", OldWords.Strong($"all of the next {Say.Number(all)}"), " items."),
        var (open, all) => OldWords.Of("Clear up ", OldWords.Strong($"{Say.Number(open)} of the next {Say.Number(all)}"), " items."),
    };

    private static string Why(ReportContext report)
    {
        if (report.Next.Count == 0)
        {
            return "";
        }

        var words = new List<string>();
        if (MostMissing(report) is { } missing)
        {
            words.Add((report.NotReady.Count, missing.Items) switch
            {
                (1, _) => $"Missing: {missing.Name}.",
                var (all, some) when all == some => $"Missing in all {Say.Number(all)}: {missing.Name}.",
                ( <= FewNamed, 1) => $"Missing: {Say.List([.. report.NotReady.Select(i => i.Ready.Missing.FirstOrDefault(missing.Name)).Distinct(StringComparer.Ordinal)])}, one each.",
                (_, 1) => "What is missing differs.",
                var (all, some) => $"Most often missing: {missing.Name}, in {Say.Number(some)} of {Say.Number(all)}.",
            });
        }

        if (report.Answers.First.Mended is ({ } ready and > 0, { } of))
        {
            words.Add($"Of {Say.Count(of, "item")} not ready on {report.Before}, {Say.Word(ready)} {(ready == 1 ? "is" : "are")} ready now.");
        }

        return words.Count == 0 ? "Nothing of the Definition of Ready is missing." : string.Join(' ', words);
    }
}
