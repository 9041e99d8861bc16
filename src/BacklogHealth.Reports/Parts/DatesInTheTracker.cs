using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BacklogHealth.Core.Health;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>Single days promised in the tracker for releases and items, set against what the forecast says.</summary>
internal sealed class DatesInTheTracker : ReportPart
{
    public override string Id => "dates-in-the-tracker";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        // Single items are the team's business.
        var dates = report.Audience == Audience.Stakeholder ? report.Health.TrackerDates with { Items = [], MoreItems = 0, Passed = 0 } : report.Health.TrackerDates;
        if (dates.IsEmpty)
        {
            yield break;
        }

        yield return new Heading(Finding(dates));
        yield return new Paragraph("The tracker knows one day for each; the forecast knows how likely it is. What stands before them in the backlog comes first.", Tone.Note);
        if (!dates.Releases.IsEmpty)
        {
            yield return Rows(report, "Release", dates.Releases, r => Say.Short(r.Name, 60));
        }

        if (!dates.Items.IsEmpty)
        {
            yield return Rows(report, "Item", dates.Items, i => Line.Of(report.Key(i.Key!), $" {Say.Short(i.Name, 80)}"));
        }

        if (More(dates) is { Length: > 0 } more)
        {
            yield return new Paragraph(more, Tone.Note);
        }
    }

    public override JsonObject Numbers(ReportContext report) => new()
    {
        ["releases"] = new JsonArray([.. report.Health.TrackerDates.Releases.Select(Number)]),
        ["items"] = new JsonArray([.. report.Health.TrackerDates.Items.Select(Number)]),
        ["moreItems"] = report.Health.TrackerDates.MoreItems,
        ["passed"] = report.Health.TrackerDates.Passed,
    };

    private static string Finding(TrackerDates dates)
    {
        var judged = dates.Releases.Concat(dates.Items).Where(d => d.Chance is not null).ToList();
        var late = judged.Count(d => d.Chance < 0.5);
        return (late, judged.Count) == (1, 1) ? "The day promised in the tracker is more likely missed than met"
            : late > 0 ? $"{Say.Capital(Say.Of(late, judged.Count, "day"))} promised in the tracker {(late == 1 ? "is" : "are")} more likely missed than met"
            : judged.Count > 0 ? $"{(judged.Count == 1 ? "The day" : $"All {Say.Number(judged.Count)} days")} promised in the tracker {(judged.Count == 1 ? "is" : "are")} more likely met than missed"
            : dates.Passed > 0 ? $"{Say.Capital(Say.Count(dates.Passed, "open item"))} {(dates.Passed == 1 ? "has" : "have")} a promised day that has passed"
            : "Days promised in the tracker";
    }

    private static Table Rows(ReportContext report, string what, ImmutableArray<TrackerDate> dates, Func<TrackerDate, Line> name) => Table.Of(
        [new(what), new("Items left", ColumnKind.Number), new("Promised", ColumnKind.Named), new("In time", ColumnKind.Named), new("17 of 20 futures by", ColumnKind.Named)],
        dates.Select(d => new[] { name(d), Say.Number(d.Remaining), Line.OfDay(report.Day(d.Day), d.Day), InTime(report, d), d.Chance is null ? "not known" : DateInWords.By(d.By, 0.85) is { } day ? Line.OfDay(report.Day(day), day) : "not within two years" }));

    private static Line InTime(ReportContext report, TrackerDate date) =>
        date.Day < report.Today ? "the day has passed" : date.Chance is { } chance ? Line.OfNumber($"{LargePieces.Futures(chance)} futures", chance) : "not known";

    private static string More(TrackerDates dates) => string.Join(' ', new[]
    {
        dates.MoreItems > 0 ? $"{Say.Capital(Say.Count(dates.MoreItems, "more item"))} with a later day." : "",
        dates.Passed > 0 ? $"{Say.Capital(Say.Count(dates.Passed, "open item"))} {(dates.Passed == 1 ? "has" : "have")} a day that has passed; such a day tells nobody anything." : "",
    }.Where(s => s.Length > 0));

    private static JsonObject Number(TrackerDate date) => new()
    {
        ["name"] = date.Name,
        ["key"] = date.Key,
        ["day"] = Say.Text($"{date.Day:yyyy-MM-dd}"),
        ["remaining"] = date.Remaining,
        ["chance"] = date.Chance,
        ["by85"] = DateInWords.By(date.By, 0.85) is { } day ? Say.Text($"{day:yyyy-MM-dd}") : null,
    };
}
