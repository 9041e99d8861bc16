using System.Collections.Immutable;
using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.Models;
using BacklogHealth.Core.Models.Skill;

namespace BacklogHealth.Reports.Tests;

/// <summary>What a believable team's items have taught.</summary>
internal static class SampleLearned
{
    private static readonly DateOnly From = new(2024, 3, 4);
    private static readonly DateOnly DataTo = new(2026, 11, 23);

    /// <summary>Chances of 204 later items that came true about as often as they said: none of the eight groups is off the line.</summary>
    public static ImmutableArray<SaidAndMet> Held { get; } =
        [new(0.04, 2, 25), new(0.07, 1, 26), new(0.09, 3, 26), new(0.13, 2, 25), new(0.21, 6, 25), new(0.41, 12, 26), new(0.58, 15, 25), new(0.73, 17, 26)];

    /// <summary>Sizes cannot be told, rework can, and the chances of long work came true too often.</summary>
    public static OwnModels Usual { get; } = Of(
        Size(VerdictReason.NoLink) with { Skill = new("rank correlation", 0.03, -0.08, 0.14, 0, 352, "all-items") },
        Outcome(ModelTargets.Rework, VerdictReason.Learned, Held, 0.001),
        Outcome(ModelTargets.Risk, VerdictReason.Miscalibrated, [new(0.01, 1, 35), new(0.08, 1, 45), new(0.16, 5, 55), new(0.36, 20, 31)], 0.07) with { Items = 342, Met = 54 }) with
    {
        Effects =
        [
            Effect(null, 1.50, 1.29, 1.81, 114, 306), Effect("CL001", 1.00, 0.67, 1.60, 32, 388), Effect("CL004", 1.58, 1.12, 2.21, 66, 354), Effect("SL001", 1.25, 0.86, 1.80, 40, 380),
        ],
    };

    public static OwnModels Of(params ImmutableArray<ModelVerdict> verdicts) => new(verdicts, ImmutableDictionary<string, LearnedModel>.Empty);

    public static ModelVerdict Size(VerdictReason reason) => new(ModelTargets.Size, reason) { DataTo = DataTo, From = From, Items = 352 };

    public static ModelVerdict Outcome(string target, VerdictReason reason) => new(target, reason) { DataTo = DataTo, From = From, Items = 420, Met = 127 };

    public static ModelVerdict Outcome(string target, VerdictReason reason, ImmutableArray<SaidAndMet> groups, double error) => Outcome(target, reason) with
    {
        Skill = new("AUC", 0.80, 0.73, 0.87, 0.5, groups.Sum(g => g.Items), "later-items"),
        Brier = 0.157,
        BrierOfUsual = 0.21,
        Calibration = new(groups, error),
    };

    public static StartEffect Effect(string? rule, double ratio, double from, double to, int with, int without) =>
        new(rule, with, without, ratio, from, to, rule is null ? 0.95 : 0.99) { StrayedWith = new(with / 4, with), StrayedWithout = new(without / 10, without - 1) };

    /// <summary>The sample's input as that of a team of which this was learned.</summary>
    public static SampleHealth With(OwnModels learned, SampleHealth? sample = null) => (sample ?? new SampleHealth()) with { Change = x => x with { Learned = learned } };

    /// <summary>The sample's items with a chance that falls with their place.</summary>
    public static SampleHealth Chances(bool rework, bool risk)
    {
        var evidence = new ModelEvidence(ModelSource.Team, new("AUC", 0.80, 0.73, 0.87, 0.5, 204, "later-items"));
        OutcomeChance? Of(bool known, double chance) => known ? new OutcomeChance(chance, 0.30, evidence) : null;
        return new SampleHealth { Change = x => x with { OpenItems = [.. x.OpenItems.Select((o, i) => o with { Chances = new ItemChances(Of(rework, 0.62 - (0.01 * i)), Of(risk && i % 2 == 0, 0.24)) })] } };
    }
}
