using System.Text.Json.Nodes;
using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.Models;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Charts;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>What came of learning one thing from the team's items: the verdict with its figures, whether chances came true, and what all of it rests on.</summary>
/// <param name="target">A name of <see cref="ModelTargets"/>.</param>
internal sealed class LearnedInWords(string target) : ReportPart
{
    public override string Id => target;

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        if (Verdict(report) is not { } verdict)
        {
            yield break;
        }

        yield return new Heading(VerdictWords.Title(target));
        yield return new Paragraph(VerdictWords.Say(verdict));
        if (verdict.Calibration is { Groups.Length: > 0 })
        {
            yield return new SideBySide([new ChanceReliability(verdict).ToFigure(report.Voice)]);
        }

        if (Rests(verdict) is { IsEmpty: false } rests)
        {
            yield return new Paragraph(rests, Tone.Note);
        }
    }

    public override JsonObject? Numbers(ReportContext report) => Verdict(report) is not { } v ? null : new()
    {
        ["reason"] = v.Reason.ToString(),
        ["shown"] = v.IsShown,
        ["items"] = v.Items,
        ["met"] = target == ModelTargets.Size ? null : v.Met,
        ["from"] = v.From is { } from ? Say.Text($"{from:yyyy-MM-dd}") : null,
        ["before"] = Say.Text($"{v.DataTo:yyyy-MM-dd}"),
        ["skill"] = v.Skill is not { } s ? null : new JsonObject
        {
            ["name"] = s.Name,
            ["value"] = Rounded(s.Value),
            ["low"] = Rounded(s.Low),
            ["high"] = Rounded(s.High),
            ["baseline"] = Rounded(s.Baseline),
            ["items"] = s.Items,
            ["split"] = s.Split,
        },
        ["brier"] = v.Brier is { } brier ? Rounded(brier) : null,
        ["brierOfUsual"] = v.BrierOfUsual is { } usual ? Rounded(usual) : null,
        ["calibrationError"] = v.Calibration is { } calibration ? Rounded(calibration.Error) : null,
        ["comparison"] = v.Comparison is not { } c ? null : new JsonObject { ["items"] = c.Items, ["inUse"] = Rounded(c.Champion), ["new"] = Rounded(c.Challenger) },
    };

    private ModelVerdict? Verdict(ReportContext report) => report.Health.Learned.Verdicts.FirstOrDefault(v => v.Target == target);

    /// <summary>How many items of which time it rests on, how it was measured, and what the simple way reaches.</summary>
    private static Sentence Rests(ModelVerdict verdict) => Sentence.Join(Items(verdict), Measured(verdict), Simple(verdict));

    private static Sentence Items(ModelVerdict verdict) => (verdict.From, verdict.Target) switch
    {
        (null, _) => Sentence.None,
        ({ } from, ModelTargets.Size) => $"It rests on {verdict.Items:no item|# item|# items} begun with an estimate from {from:full} to {verdict.DataTo.AddDays(-1):full}.",
        ({ } from, _) => $"It rests on {verdict.Items:no item|# item|# items} begun from {from:full} to {verdict.DataTo.AddDays(-1):full} of which it is known what became of them.",
    };

    private static Sentence Measured(ModelVerdict verdict) => (verdict.Skill, verdict.Target) switch
    {
        (null, _) => Sentence.None,
        ({ Split: "all-items" }, _) => $"Public projects have seen none of them, so that all of them can judge.",
        ({ } skill, ModelTargets.Size) => $"Measured on {skill.Items} of them, the later half: bit by bit, by what earlier items alone teach.",
        ({ } skill, _) => $"Measured on {skill.Items} of them, the later half: bit by bit, each foretold only from earlier items whose outcome was known by then.",
    };

    private static Sentence Simple(ModelVerdict verdict) => verdict is { Brier: { } brier, BrierOfUsual: { } usual }
        ? $"The simple way says of every item what was usual until then; it was off by {usual:0.00}, the model by {brier:0.00} (Brier score, 0 is perfect)."
        : Sentence.None;

    private static double Rounded(double value) => Math.Round(value, 4);
}
