using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>What the next four weeks bring, and how often such statements held.</summary>
internal sealed class HowSure : ReportPart
{
    public override string Id => "how-sure";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        yield return new Heading($"How much to expect, and how far to trust it");
        yield return new Paragraph(Outlook.NextFourWeeks(report));
        if (report.Health.NextFourWeeks.Enough)
        {
            yield return new Paragraph(RecordInWords.Long(report.Health.NextFourWeeks.HeldBefore));
            if (PromisesInWords.Of(report) is { IsEmpty: false } promises)
            {
                yield return new Paragraph(promises);
            }

            yield return new Paragraph(DriftInWords.Of(report, report.Health.NextFourWeeks));
            if (Usual(report) is { } usual)
            {
                yield return new Paragraph(usual, Tone.Note);
            }
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
            ["given"] = new JsonArray([.. report.Health.Promises.All.Select(p => new JsonObject
            {
                ["delivery"] = p.Given.Delivery, ["asOf"] = Say.Text($"{p.Given.AsOf:yyyy-MM-dd}"), ["day"] = Say.Text($"{p.Given.Day:yyyy-MM-dd}"),
                ["items"] = p.Given.Items, ["probability"] = p.Given.Probability, ["held"] = p.Held,
            })]),
            ["usual85"] = At85(forecast.Usual?.AtLeast),
            ["drift"] = forecast.Drift is { } drift
                ? new JsonObject { ["since"] = Say.Text($"{drift.Since:yyyy-MM-dd}"), ["weeks"] = drift.Weeks, ["items"] = drift.Items, ["expected"] = Math.Round(drift.Expected, 1), ["chance"] = Math.Round(drift.Chance, 6) }
                : null,
            ["visibleFall"] = forecast.VisibleFall,
            ["enough"] = forecast.Enough,
            ["reason"] = forecast.WhyNot?.ToString(),
        };
    }

    // What most tools would have said, where it is something else.
    private static Sentence? Usual(ReportContext report)
    {
        var forecast = report.Health.NextFourWeeks;
        var (ours, usual) = (At85(forecast.AtLeast), At85(forecast.Usual?.AtLeast));
        return usual is null || usual == ours ? null
            : (Sentence)$"The usual method, which draws days at random from the last {UsualMethod.Window}, would have said {usual.Value} or more.";
    }

    private static int? At85(ImmutableArray<AtLeast>? said) => said?.FirstOrDefault(a => a.Probability == 0.85)?.Items;
}
