using System.Text.Json.Nodes;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>What is to be said of the backlog as a whole, its sprints and its goals, each with one question; nothing where nothing was found.</summary>
internal sealed class BacklogAsAWhole : ReportPart
{
    public override string Id => "whole";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        var findings = report.Health.BacklogFindings;
        if (findings.IsEmpty)
        {
            yield break;
        }

        yield return new Heading(findings.Length == 1 ? (Sentence)$"One thing about the order and the goals" : $"{findings.Length:##} things about the order and the goals");
        yield return Table.Of(
            [new($"What we saw"), new($"What to ask", ColumnKind.Question)],
            findings.Select(f => new Sentence[] { $"{Subject(report, f)} {Sentence.Written(report.Words(f.Finding).Message)}.", Sentence.Written(report.Words(f.Finding).Question) }));
    }

    public override JsonObject Numbers(ReportContext report) => new()
    {
        ["findings"] = new JsonArray([.. report.Health.BacklogFindings.Select(f => new JsonObject
        {
            ["subject"] = f.Subject,
            ["rule"] = f.Finding.RuleId,
            ["message"] = report.Words(f.Finding).Message,
            ["question"] = report.Words(f.Finding).Question,
        })]),
    };

    // The backlog, a sprint by its name, or an item by its key.
    private static Sentence Subject(ReportContext report, BacklogFinding finding) =>
        finding.Subject.Length == 0 ? $"The backlog"
        : report.Health.Flow.Any(f => f.Item.Key == finding.Subject) ? report.Key(finding.Subject)
        : Sentence.Data(finding.Subject);
}
