using System.Text.Json.Nodes;
using BacklogHealth.Core.Health;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>From what and how everything above was computed.</summary>
internal sealed class DataAndMethod : ReportPart
{
    public override string Id => "data-and-method";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        var health = report.Health;
        var data = health.Data;
        yield return new Heading("Data and method");
        var pulled = (data.OldButWhole ? data.ProvenAt : data.PulledAt) is { } at ? $", read {report.Instant(at)}" : "";
        var listed = data.InTracker is { } all ? $"{Say.Of(data.Stored, all, "item")} stored" : $"{Say.Count(data.Stored, "item")} stored";
        var whole = data.Complete ? "complete" : data.OldButWhole ? "complete then" : "incomplete";
        var partly = data.HistoryIncomplete == 0 || report.OnlyFinishDates ? ""
            : (report.FromFile
                ? $" For {Say.Count(data.HistoryIncomplete, "item")} the file has no clear dates of start and end; "
                : $" Of {Say.Count(data.HistoryIncomplete, "item")} the tracker gave only a part of the history; ")
              + (data.HistoryIncomplete == 1 ? "it is kept out of cycle times." : "they are kept out of cycle times.");
        yield return new Paragraph($"From {data.Source}{pulled}: {listed}, {whole}.{partly}{NotVisible(data.NotVisible)}{Unmapped(data)}", Tone.Note);
        if (health.NotRebuilt.Length > 0 && !report.OnlyFinishDates)
        {
            yield return new Paragraph($"This is the state of a past day, rebuilt from history. {string.Join(' ', health.NotRebuilt)}", Tone.Note);
        }

        var forecast = health.NextFourWeeks;
        var clarity = report.Audience == Audience.Stakeholder || report.OnlyFinishDates ? "" : " Clarity begins at 60, and higher for what an item says; findings take from there, by rule, hints nothing.";
        var history = forecast.History is { } h
            ? $", from {Say.Count(h.Items, "item")} finished on {Say.Count(h.ActiveDays, "day")} between {Say.FullDay(h.From)} and {Say.FullDay(h.To.AddDays(-1))}"
            : "";
        yield return new Paragraph(
            $"{(forecast.Enough ? $"Forecasts: {forecast.Method}{history}. They assume that the pace moves as it has moved{(health.Deliveries.Any(d => d.Work.Growth is not null) ? ", and that work grows as finished epics have grown" : ", and that the scope stays as it is")}." : "There is no forecast, for want of history.")} Days are calendar days in {health.Calendar.Zone.Id}{(report.OnlyFinishDates ? "." : "; a cycle time counts both its first and its last day.")}{clarity}", Tone.Note);
        if (report.TellsOperator && !health.Precision.IsEmpty)
        {
            var rules = health.Precision.Select(p => $"{p.RuleId} was right {Say.Number(p.Right)} of {Say.Number(p.Found)} times{(p.IsTooOftenWrong ? ", and is a hint here" : "")}");
            yield return new Paragraph($"By this team's mutes: {string.Join("; ", rules)}.", Tone.Note);
        }

        var before = health.LastWeek is { From: "history" } ? " The week before was rebuilt from history." : "";
        yield return new Paragraph($"BacklogHealth {health.Version}; data state {health.DataState}.{before} This report speaks of a team and never of persons, compares no teams, and prints its own misses beside its forecasts.", Tone.Note);
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

    private static string NotVisible(int items) => items switch
    {
        0 => "",
        1 => " 1 item cannot be seen by the account any more; it is kept, and left out here.",
        _ => Say.Text($" {items} items cannot be seen by the account any more; they are kept, and left out here."),
    };

    private static string Unmapped(DataCompleteness data) => data.Unmapped.IsEmpty
        ? ""
        : $" States that the workflow does not name: {string.Join(", ", data.Unmapped.Select(u => $"{u.State} ({Say.Count(u.Items, "item")})"))}; there an item counts as it did in the state before, until the setting Workflow says what they mean.";
}
