using System.Text.Json.Nodes;
using BacklogHealth.Reports.Charts;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>How clear, how small and how ready the backlog was from week to week, and how much of the work serves a goal.</summary>
internal sealed class HealthOverTime : ReportPart
{
    public override string Id => "health-over-time";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        yield return new Heading($"How health and goals move");
        yield return new SideBySide(
        [
            new HealthTrendChart(report.Health.Trend).ToFigure(report.Voice),
            new RunwayTrendChart(report.Health.Trend, report.Health.Runway.WantedWeeks).ToFigure(report.Voice),
            new GoalCoverageChart(report.Numbers.Goals).ToFigure(report.Voice),
        ]);
        if (report.Health.Trend.OwnRulesChanged is [.., var last])
        {
            yield return new Paragraph($"The team's own rules (Definition of Ready, mutes, words, workflow) last changed before the run of the week from {last}; a step there may come from that.", Tone.Note);
        }

        if (report.Numbers.Goals.HasGoals && report.Numbers.Goals.Now.InProgress is { Items: > 0 } running)
        {
            yield return new Paragraph($"Of {running.Items:# item|# items} in progress, bugs left out, {running.Under:none stands|one stands|# stand} under a goal.");
        }
    }

    public override JsonObject Numbers(ReportContext report) => new()
    {
        ["finishedUnderGoal"] = report.Numbers.Goals.Now.Finished.Under,
        ["finished"] = report.Numbers.Goals.Now.Finished.Items,
        ["inProgressUnderGoal"] = report.Numbers.Goals.Now.InProgress.Under,
        ["inProgress"] = report.Numbers.Goals.Now.InProgress.Items,
        ["openUnderGoal"] = report.Numbers.Goals.Now.Open.Under,
        ["open"] = report.Numbers.Goals.Now.Open.Items,
        ["ownRulesChanged"] = new JsonArray([.. report.Health.Trend.OwnRulesChanged.Select(d => (JsonNode)Say.Text($"{d:yyyy-MM-dd}"))]),
        ["hasGoals"] = report.Numbers.Goals.HasGoals,
    };
}
