using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>Single days promised in the tracker for releases and items, set against what the forecast says.</summary>
internal sealed class DatesInTheTracker : ReportPart
{
    public override string Id => "dates-in-the-tracker";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        var dates = Told(report);
        if (dates.IsEmpty)
        {
            yield break;
        }

        yield return new Heading(Finding(dates));
        yield return new Paragraph($"The tracker knows one day for each; the forecast knows how likely it is. What stands before them in the backlog comes first.", Tone.Note);
        if (!dates.Releases.IsEmpty)
        {
            yield return Rows(report, $"Release", dates.Releases, (r, i) => report.TellsNames ? Sentence.Data(Say.Short(r.Name, 60)) : (Sentence)$"{i + 1} of {dates.Releases.Length}") with { Name = "releases" };
        }

        if (!dates.Items.IsEmpty)
        {
            yield return Rows(report, $"Item", dates.Items, (i, _) => $"{report.Key(i.Key!)} {Say.Short(i.Name, 80)}") with { Name = "items" };
        }

        if (More(dates) is { IsEmpty: false } more)
        {
            yield return new Paragraph(more, Tone.Note);
        }
    }

    public override JsonObject Numbers(ReportContext report)
    {
        var dates = Told(report);
        return new JsonObject
        {
            ["releases"] = new JsonArray([.. dates.Releases.Select(d => Number(report, d))]),
            ["items"] = new JsonArray([.. dates.Items.Select(d => Number(report, d))]),
            ["moreItems"] = dates.MoreItems,
            ["passed"] = dates.Passed,
        };
    }

    /// <summary>Those that the reader is told of: single items are the team's business.</summary>
    private static TrackerDates Told(ReportContext report) =>
        report.Audience == Audience.Stakeholder ? report.Health.TrackerDates with { Items = [], MoreItems = 0, Passed = 0 } : report.Health.TrackerDates;

    private static Sentence Finding(TrackerDates dates)
    {
        var judged = dates.Releases.Concat(dates.Items).Where(d => d.Chance is not null).ToList();
        var late = judged.Count(d => d.Chance < 0.5);
        return (late, judged.Count, dates.Passed) switch
        {
            (1, 1, _) => $"The day promised in the tracker is more likely missed than met",
            ( > 0, var all, _) => $"{late} of {all:# day|# days} promised in the tracker {late:is|are} more likely missed than met",
            (_, 1, _) => $"The day promised in the tracker is more likely met than missed",
            (_, > 0 and var all, _) => $"All {all} days promised in the tracker are more likely met than missed",
            (_, _, > 0 and var passed) => $"{passed:# open item has|# open items have} a promised day that has passed",
            _ => $"Days promised in the tracker",
        };
    }

    private static Table Rows(ReportContext report, Sentence what, ImmutableArray<TrackerDate> dates, Func<TrackerDate, int, Sentence> name) => Table.Of(
        [new(what), new($"Items left", ColumnKind.Number), new($"Promised", ColumnKind.Day), new($"In time", ColumnKind.Day), new($"17 of 20 futures by", ColumnKind.Day)],
        dates.Select((d, i) => new Sentence[] { name(d, i), d.Remaining, $"{d.Day}", InTime(report, d), By85(d) }));

    private static Sentence By85(TrackerDate date) =>
        date.Chance is null ? (Sentence)$"not known" : DateInWords.By(date.By, 0.85) is { } day ? $"{day}" : (Sentence)$"not within two years";

    private static Sentence InTime(ReportContext report, TrackerDate date) =>
        date.Day < report.Today ? (Sentence)$"the day has passed" : date.Chance is { } chance ? $"{Futures.OfTwenty(chance)} futures" : (Sentence)$"not known";

    private static Sentence More(TrackerDates dates) => Sentence.Join(
        dates.MoreItems > 0 ? $"{dates.MoreItems:# more item|# more items} with a later day." : Sentence.None,
        dates.Passed > 0 ? $"{dates.Passed:# open item has|# open items have} a day that has passed; such a day tells nobody anything." : Sentence.None);

    private static JsonObject Number(ReportContext report, TrackerDate date) => new()
    {
        ["name"] = report.TellsNames ? date.Name : null,
        ["key"] = date.Key,
        ["day"] = Say.Text($"{date.Day:yyyy-MM-dd}"),
        ["remaining"] = date.Remaining,
        ["chance"] = date.Chance,
        ["by85"] = DateInWords.By(date.By, 0.85) is { } day ? Say.Text($"{day:yyyy-MM-dd}") : null,
    };
}
