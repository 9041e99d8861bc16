using System.Text.Json.Nodes;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Models;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>Which of the things that are learned of a team's items can be told and which cannot, each in a few words. What this rests on stands in a section of its own.</summary>
internal sealed class WhatIsShown : ReportPart
{
    public override string Id => "what-we-can-tell";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        var verdicts = report.Health.Learned.Verdicts;
        if (verdicts.IsEmpty)
        {
            yield return new Paragraph($"Nothing was learned from this team's own items yet: `backlog-health learn` does it, and `backlog-health serve` runs that every week.");
            yield break;
        }

        yield return new Heading(Finding(report));
        yield return new Paragraph($"A thing counts as told where it held for items of this team that it was not learned from, better than luck and better than the simple way. What did not hold is in no report.", Tone.Note);
        yield return new Answers([.. verdicts.Select(v => new Answer(Question(v.Target), Short(v), null, Rests(v), null))]);
    }

    public override JsonObject Numbers(ReportContext report) => new()
    {
        ["told"] = report.Health.Learned.Verdicts.Count(IsTold),
        ["of"] = report.Health.Learned.Verdicts.Length,
    };

    /// <summary>How much can be told, in one sentence.</summary>
    public static Sentence Finding(ReportContext report)
    {
        var verdicts = report.Health.Learned.Verdicts;
        return (verdicts.Count(IsTold), verdicts.Length) switch
        {
            (_, 0) => $"Nothing was learned from this team's own items yet",
            (0, var all) => $"We cannot tell {all:the one thing|any of # things} about an item before it is begun",
            var (told, all) => $"We can tell {told} of {all:# thing|# things} about an item before it is begun",
        };
    }

    // What public projects alone teach is shown, but nobody knows whether it holds here.
    private static bool IsTold(ModelVerdict verdict) => verdict.IsShown && verdict.Reason != VerdictReason.PublicAlone;

    private static Sentence Question(string target) => target switch
    {
        ModelTargets.Size => $"How large is it likely to be?",
        ModelTargets.Rework => $"Will it be changed, asked about or sent back?",
        _ => $"Will it take long?",
    };

    private static Sentence Short(ModelVerdict verdict) => verdict.Target == ModelTargets.Size ? Size(verdict) : Outcome(verdict);

    private static Sentence Size(ModelVerdict verdict) => verdict.Reason switch
    {
        VerdictReason.Learned or VerdictReason.Kept => $"**We can tell**, by the words of your own items.",
        VerdictReason.PublicHolds => $"**We can tell**, by what public projects teach.",
        VerdictReason.PublicAlone => $"**Perhaps**, by what public projects teach: whether it holds here is open.",
        VerdictReason.OneSize => $"**We cannot tell**: all estimates are the same.",
        VerdictReason.OtherLanguage => $"**We cannot tell yet**: too few items have an estimate.",
        _ when verdict.Skill is not null => $"**We cannot tell**: what public projects teach does not show in your estimates.",
        _ => $"**We cannot tell**: no words go with large or small estimates for long.",
    };

    private static Sentence Outcome(ModelVerdict verdict) => verdict.Reason switch
    {
        VerdictReason.Learned or VerdictReason.Kept => $"**We can tell** which of two items it will be, {Share.OfHundred(verdict.Skill!.Value)} times of 100.",
        VerdictReason.NoHistory => $"**We cannot tell**: a file does not say how items stood when they were begun.",
        VerdictReason.TooFewItems => $"**We cannot tell yet**: too few items are finished.",
        VerdictReason.TooFewMet => $"**We cannot tell**: it happened to too few items.",
        VerdictReason.NearlyAllMet => $"**We cannot tell**: it happened to nearly all items.",
        VerdictReason.NotBetter => $"**We cannot tell** better than without a model.",
        VerdictReason.Miscalibrated => $"**We cannot tell**: chances came true more or less often than they said.",
        _ => $"**We cannot tell**: what earlier items teach does not hold for later ones.",
    };

    private static Sentence Rests(ModelVerdict verdict) => Sentence.Join(
        verdict.IsShown ? (Sentence)$"Shown." : $"Not shown.",
        verdict.From is { } from ? $"{verdict.Items:No item|# item|# items} since {from:full}." : Sentence.None);
}
