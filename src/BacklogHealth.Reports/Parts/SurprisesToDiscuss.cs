using System.Text.Json.Nodes;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Numbers;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>At most three surprises of the last four weeks, as prompts for a conversation and not as blame.</summary>
internal sealed class SurprisesToDiscuss : ReportPart
{
    public override string Id => "surprises";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        var lines = Lines(report).ToList();
        if (lines.Count == 0)
        {
            yield break;
        }

        yield return new Heading(lines.Count == 1 ? (Sentence)$"One surprise to talk about" : $"{lines.Count:##} surprises to talk about");
        yield return new Bullets([.. lines]);
    }

    public override JsonObject Numbers(ReportContext report) => new()
    {
        ["days"] = Surprises.Days,
        ["slowestFinished"] = new JsonArray([.. report.Numbers.Surprises.SlowestFinished.Select(s => new JsonObject { ["key"] = s.Key, ["days"] = s.Days })]),
        ["reopened"] = new JsonArray([.. report.Numbers.Surprises.Reopened.Select(r => new JsonObject { ["key"] = r.Key, ["times"] = r.Times })]),
    };

    private static IEnumerable<Sentence> Lines(ReportContext report)
    {
        var surprises = report.Numbers.Surprises;
        if (surprises.SlowestFinished.FirstOrDefault() is { } slowest && report.Numbers.CycleTime is { P85: { } usual, Points.Length: >= NumbersOf.FewestItems })
        {
            yield return $"{report.Key(slowest.Key)} was finished on {slowest.Finished} after {slowest.Days:# day|# days}; 85 of 100 items took {usual} or less. What kept it?";
        }

        if (surprises.Reopened.FirstOrDefault() is { } reopened)
        {
            yield return $"{report.Key(reopened.Key)} was finished and taken up again {reopened.Times:once|## times} in the last four weeks. What came to light?";
        }

        if (surprises.CarryOver.FirstOrDefault() is { Sprints: >= 3 } carried)
        {
            yield return $"{report.Key(carried.Item.Item.Key)} has been in {carried.Sprints:##} sprints. What changed between them?";
        }
    }
}
