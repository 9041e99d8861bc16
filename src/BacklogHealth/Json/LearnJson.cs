using System.Collections.Immutable;
using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.Models;
using BacklogHealth.Core.Models.Skill;

namespace BacklogHealth.Json;

/// <summary>What can be told from one team's own items and what cannot.</summary>
internal sealed record LearnJson(string Schema, string Team, DateOnly AsOf, IReadOnlyList<VerdictJson> Models, IReadOnlyList<EffectJson> Effects)
{
    /// <summary>Made from what was learned.</summary>
    public static LearnJson From(string team, OwnModels learned) => new(
        "backlog-health/learn/1", team, learned.Verdicts[0].DataTo, [.. learned.Verdicts.Select(VerdictJson.From)], [.. learned.Effects.Select(EffectJson.From)]);
}

/// <summary>One model: whether it is shown and why, with its figures; numbers that were not measured are null.</summary>
/// <param name="Target">What is foretold: size, rework, risk.</param>
/// <param name="Shown">True where the product shows it.</param>
/// <param name="Reason">Why, as a word.</param>
/// <param name="Said">Why, as a sentence.</param>
/// <param name="Items">Items whose outcome is known.</param>
/// <param name="Met">Those of them that it befell; 0 for sizes.</param>
/// <param name="Since">The day on which the first of them began; null where there is none.</param>
/// <param name="Skill">How well later items were foretold.</param>
/// <param name="Brier">Mean square of chance less outcome.</param>
/// <param name="BrierOfUsual">The same of saying of every item what was usual.</param>
/// <param name="CalibrationError">How far chances lie from what came true.</param>
/// <param name="Reliability">What was said beside what came, the smallest chance first.</param>
internal sealed record VerdictJson(
    string Target, bool Shown, string Reason, string Said, int Items, int Met, DateOnly? Since, SkillJson? Skill, double? Brier, double? BrierOfUsual, double? CalibrationError, IReadOnlyList<SaidAndMetJson> Reliability)
{
    /// <summary>Made from a verdict.</summary>
    public static VerdictJson From(ModelVerdict verdict) => new(
        verdict.Target, verdict.IsShown, char.ToLowerInvariant(verdict.Reason.ToString()[0]) + verdict.Reason.ToString()[1..], VerdictWords.Say(verdict).ToString(), verdict.Items, verdict.Met, verdict.From,
        verdict.Skill is { } s ? new SkillJson(s.Name, Round(s.Value), Round(s.Low), Round(s.High), Round(s.Baseline), s.Items, s.Split) : null,
        verdict.Brier is { } brier ? Round(brier) : null, verdict.BrierOfUsual is { } usual ? Round(usual) : null,
        verdict.Calibration is { } calibration ? Round(calibration.Error) : null,
        [.. (verdict.Calibration?.Groups ?? ImmutableArray<SaidAndMet>.Empty).Select(g => new SaidAndMetJson(Round(g.Said), g.Met, g.Items))]);

    internal static double Round(double value) => Math.Round(value, 4);
}

/// <summary>A figure of skill on items that nothing was learned from, with its interval, and what the simple way reaches.</summary>
internal sealed record SkillJson(string Name, double Value, double Low, double High, double Baseline, int Items, string Split);

/// <summary>Items of about the same chance: what was said of them on average, and how many it befell.</summary>
internal sealed record SaidAndMetJson(double Said, int Met, int Of);

/// <summary>How items fared that were begun with a finding beside those without; finding is null for whatever the Definition of Ready misses.</summary>
internal sealed record EffectJson(string? Finding, int With, int Without, double CycleTimeRatio, double AtLeast, double AtMost, double Certainty, ShareJson StrayedWith, ShareJson StrayedWithout)
{
    /// <summary>Made from an effect.</summary>
    public static EffectJson From(StartEffect effect) => new(
        effect.Finding, effect.With, effect.Without, VerdictJson.Round(effect.Ratio), VerdictJson.Round(effect.From), VerdictJson.Round(effect.To), effect.Certainty,
        new ShareJson(effect.StrayedWith.Times, effect.StrayedWith.Of), new ShareJson(effect.StrayedWithout.Times, effect.StrayedWithout.Of));
}

/// <summary>So many of so many.</summary>
internal sealed record ShareJson(int Times, int Of);
