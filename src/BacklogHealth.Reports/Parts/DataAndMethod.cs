using System.Text.Json.Nodes;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>From what and how everything above was computed.</summary>
internal sealed class DataAndMethod : ReportPart
{
    public override string Id => "data-and-method";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        var health = report.Health;
        yield return new Heading($"Data and method");
        yield return new Paragraph(Source(report), Tone.Note);
        if (health.NotRebuilt.Length > 0 && !report.OnlyFinishDates)
        {
            yield return new Paragraph(Rebuilt(health), Tone.Note);
        }

        var forecast = health.NextFourWeeks;
        yield return new Paragraph(
            Sentence.Join(
                Method(forecast, health),
                report.OnlyFinishDates ? (Sentence)$"Days are calendar days in {health.Calendar.Zone.Id}."
                    : $"Days are calendar days in {health.Calendar.Zone.Id}; a cycle time counts both its first and its last day.",
                report.Audience == Audience.Stakeholder || report.OnlyFinishDates ? Sentence.None
                    : $"Clarity begins at 60, and higher for what an item says; findings take from there, by rule, hints nothing."),
            Tone.Note);
        if (report.TellsOperator && !health.Precision.IsEmpty)
        {
            var rules = health.Precision.Select(p => p.IsTooOftenWrong
                ? (Sentence)$"{p.RuleId} was right {p.Right} of {p.Found} times, and is a hint here"
                : $"{p.RuleId} was right {p.Right} of {p.Found} times");
            yield return new Paragraph($"By this team's mutes: {Sentence.JoinBy("; ", rules)}.", Tone.Note);
        }

        yield return new Paragraph(
            Sentence.Join(
                $"BacklogHealth {health.Version}; data state {health.DataState}.",
                health.LastWeek is { From: "history" } ? $"The week before was rebuilt from history." : Sentence.None,
                $"This report speaks of a team and never of persons, compares no teams, and prints its own misses beside its forecasts."),
            Tone.Note);
    }

    /// <summary>Where the data come from, and how complete they are.</summary>
    internal static Sentence Source(ReportContext report)
    {
        var data = report.Health.Data;
        Sentence listed = (data.InTracker, data.Complete, data.OldButWhole) switch
        {
            ({ } all, true, _) => $"{data.Stored} of {all:# item|# items} stored, complete.",
            ({ } all, _, true) => $"{data.Stored} of {all:# item|# items} stored, complete then.",
            ({ } all, _, _) => $"{data.Stored} of {all:# item|# items} stored, incomplete.",
            (_, true, _) => $"{data.Stored:no items|# item|# items} stored, complete.",
            (_, _, true) => $"{data.Stored:no items|# item|# items} stored, complete then.",
            _ => $"{data.Stored:no items|# item|# items} stored, incomplete.",
        };
        Sentence source = (data.OldButWhole ? data.ProvenAt : data.PulledAt) is { } at ? (Sentence)$"From {data.Source}, read {report.Instant(at)}: {listed}" : $"From {data.Source}: {listed}";
        Sentence partly = data.HistoryIncomplete == 0 || report.OnlyFinishDates ? Sentence.None
            : report.FromFile ? $"For {data.HistoryIncomplete:# item|# items} the file has no clear dates of start and end; {data.HistoryIncomplete:it is|they are} kept out of cycle times."
            : (Sentence)$"Of {data.HistoryIncomplete:# item|# items} the tracker gave only a part of the history; {data.HistoryIncomplete:it is|they are} kept out of cycle times.";
        return Sentence.Join(source, partly, NotVisible(data.NotVisible), Unmapped(report));
    }

    /// <summary>That this is a past day, and what of it is not known any more.</summary>
    internal static Sentence Rebuilt(TeamHealth health) => $"This is the state of a past day, rebuilt from history. {Sentence.Join(health.NotRebuilt)}";

    /// <summary>How its forecasts are made, and what they take for granted.</summary>
    internal static Sentence Method(Forecast forecast, TeamHealth health)
    {
        if (!forecast.Enough)
        {
            return $"There is no forecast, for want of history.";
        }

        Sentence method = forecast.History is { } h
            ? (Sentence)$"Forecasts: {forecast.Method}, from {h.Items:# item|# items} finished on {h.ActiveDays:# day|# days} between {h.From:full} and {h.To.AddDays(-1):full}."
            : $"Forecasts: {forecast.Method}.";
        return health.Deliveries.Any(d => d.Work.Growth is not null)
            ? (Sentence)$"{method} They assume that the pace moves as it has moved, and that work grows as finished epics have grown."
            : $"{method} They assume that the pace moves as it has moved, and that the scope stays as it is.";
    }

    public override JsonObject Numbers(ReportContext report)
    {
        var forecast = report.Health.NextFourWeeks;
        return new JsonObject
        {
            ["method"] = forecast.Method.ToString(),
            ["history"] = forecast.History is { } h
                ? new JsonObject { ["from"] = Say.Text($"{h.From:yyyy-MM-dd}"), ["to"] = Say.Text($"{h.To:yyyy-MM-dd}"), ["items"] = h.Items, ["activeDays"] = h.ActiveDays }
                : null,
            ["precision"] = new JsonArray([.. report.Health.Precision.Select(p => new JsonObject { ["rule"] = p.RuleId, ["right"] = p.Right, ["of"] = p.Found, ["hint"] = p.IsTooOftenWrong })]),
            ["historyIncomplete"] = report.Health.Data.HistoryIncomplete,
            ["notVisible"] = report.Health.Data.NotVisible,
            ["unmapped"] = report.Health.Data.Unmapped.Sum(u => u.Items),
        };
    }

    private static Sentence NotVisible(int items) => items == 0
        ? Sentence.None
        : $"{items:# item|# items} cannot be seen by the account any more; {items:it is|they are} kept, and left out here.";

    // Which states, and what to set, is for who runs it: a stakeholder reads how many items it touches.
    private static Sentence Unmapped(ReportContext report)
    {
        var states = report.Health.Data.Unmapped;
        var items = states.Sum(u => u.Items);
        return states.IsEmpty ? Sentence.None
            : !report.TellsOperator ? $"{items:# item is in a state|# items are in states} that the workflow does not name; there an item counts as it did in the state before."
            : (Sentence)$"States that the workflow does not name: {Sentence.JoinBy(", ", states.Select(u => (Sentence)$"{u.State} ({u.Items:# item|# items})"))}; there an item counts as it did in the state before, until the setting Workflow says what they mean.";
    }
}
