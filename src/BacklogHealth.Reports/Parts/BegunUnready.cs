using System.Text.Json.Nodes;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>Whether items that were begun unready fared worse than ready ones: the report's own advice put to the test. Nothing where no outcome is known.</summary>
internal sealed class BegunUnready : ReportPart
{
    // Ten of a hundred either way: within it nobody would plan otherwise; an interval that is wider tells nothing yet.
    private const double Alike = 0.10;

    public override string Id => "begun-unready";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        if (report.Health.Pulled is not { } pulled)
        {
            yield break;
        }

        yield return new Heading(Finding(pulled));
        yield return new Paragraph($"{pulled.Said}");
        if (pulled.CanCompare)
        {
            yield return new Paragraph($"This puts our own advice to the test. An item is judged by its text as it stood when work began, and ready is what the team's Definition of Ready says.", Tone.Note);
        }
    }

    public override JsonObject? Numbers(ReportContext report) => report.Health.Pulled is not { } pulled ? null : new()
    {
        ["ready"] = pulled.Ready.Of,
        ["readySpilled"] = pulled.Ready.Times,
        ["unready"] = pulled.Unready.Of,
        ["unreadySpilled"] = pulled.Unready.Times,
        ["weeks"] = pulled.Weeks,
        ["bySprint"] = pulled.BySprint,
        ["differenceFrom"] = pulled.CanCompare ? Math.Round(pulled.Difference.From, 3) : null,
        ["differenceTo"] = pulled.CanCompare ? Math.Round(pulled.Difference.To, 3) : null,
    };

    private static Sentence Finding(PulledWork pulled) => pulled switch
    {
        { CanCompare: false } => $"Whether readiness has helped is not known yet",
        { Difference.From: > 0, BySprint: true } => $"Items that were begun unready were left over more often",
        { Difference.From: > 0 } => $"Items that were begun unready took long more often",
        { Difference.To: < 0, BySprint: true } => $"Items that were begun unready were left over less often",
        { Difference.To: < 0 } => $"Items that were begun unready took long less often",
        { Difference: { From: >= -Alike, To: <= Alike } } => $"Items that were begun unready fared like the others",
        _ => $"Whether items that were begun unready fare worse is still open",
    };
}
