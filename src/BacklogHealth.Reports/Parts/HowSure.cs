using System.Text.Json.Nodes;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>What the next four weeks bring, and how often such statements held.</summary>
internal sealed class HowSure : ReportPart
{
    public override string Id => "how-sure";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        yield return new Heading("How much to expect, and how far to trust it");
        yield return new Paragraph(Outlook.NextFourWeeks(report));
        if (report.Health.NextFourWeeks.Enough)
        {
            yield return new Paragraph(Record(report));
        }
    }

    public override JsonObject Numbers(ReportContext report)
    {
        var forecast = report.Health.NextFourWeeks;
        return new JsonObject
        {
            ["days"] = forecast.Days,
            ["atLeast"] = new JsonArray([.. forecast.AtLeast.Select(a => new JsonObject { ["probability"] = a.Probability, ["items"] = a.Items })]),
            ["heldBefore"] = forecast.HeldBefore is { } held ? new JsonObject { ["probability"] = held.Probability, ["times"] = held.Times, ["of"] = held.Of } : null,
            ["enough"] = forecast.Enough,
            ["reason"] = forecast.WhyNot,
        };
    }

    /// <summary>The record of such statements in words, misses included.</summary>
    public static Line Record(ReportContext report)
    {
        if (report.Health.NextFourWeeks.HeldBefore is not { Of: > 0 } held)
        {
            return "There is no record yet of how often such statements held: the history is too short to walk through.";
        }

        var expected = held.Probability * held.Of;
        // Two standard errors: within them, the difference may be chance.
        var margin = 2 * Math.Sqrt(held.Of * held.Probability * (1 - held.Probability));
        var verdict = held.Times < expected - margin ? " That is less often than said: read the forecast with more caution than it asks for."
            : held.Times > expected + margin ? " That is more often than said: the forecast errs on the careful side."
            : " That is as often as said, within what chance allows.";
        return Line.Of("Our ", Line.Strong($"{Say.Percent(held.Probability)} held {Say.Number(held.Times)} of {Say.Count(held.Of, "time")}"), $" when the same statement was made at past points of this team's own history.{verdict}");
    }
}
