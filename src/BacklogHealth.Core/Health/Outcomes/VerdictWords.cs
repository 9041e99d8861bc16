using BacklogHealth.Core.Models;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health.Outcomes;

/// <summary>What a verdict says to people: first whether we can tell, then the figures that this rests on, each with what luck or the simple way reaches.</summary>
public static class VerdictWords
{
    /// <summary>What is foretold, as a heading.</summary>
    /// <param name="target">A name of <see cref="ModelTargets"/>.</param>
    public static Sentence Title(string target) => target switch
    {
        ModelTargets.Size => $"How large an item is likely to be",
        ModelTargets.Rework => $"What is changed, asked about or sent back after it was begun",
        _ => $"What stays in progress for longer than 85 of 100 items",
    };

    /// <summary>What came of it.</summary>
    public static Sentence Say(ModelVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return verdict.Target == ModelTargets.Size ? Size(verdict) : Outcome(verdict);
    }

    private static Sentence Size(ModelVerdict v) => v.Reason switch
    {
        VerdictReason.Learned or VerdictReason.Kept => Sentence.Join(
            $"**We can tell.** {v.Skill!.Items} later items were put in order by what earlier ones teach beyond public projects; that order agrees with your estimates by {v.Skill.Value:0.00} (rank correlation; with 95 % certainty {v.Skill.Low:0.00} to {v.Skill.High:0.00}), where public projects alone reach {v.Skill.Baseline:0.00} and luck 0.",
            Kept(v)),
        VerdictReason.PublicHolds =>
            $"**We can tell, by what public projects teach.** Its order of your {v.Items} estimated items agrees with your estimates by {v.Skill!.Value:0.00} (rank correlation; with 95 % certainty {v.Skill.Low:0.00} to {v.Skill.High:0.00}; luck would be 0). Your own items teach nothing beyond that yet.",
        VerdictReason.PublicAlone =>
            $"**We can tell what public projects teach.** Whether it holds for you nobody can say yet: {v.Items:no item was|# item was|# items were} begun with an estimate, and it takes {Gate.FewestToJudge}.",
        VerdictReason.OneSize =>
            $"**We cannot tell.** All {v.Items} items that were begun with an estimate have the same one.",
        VerdictReason.OtherLanguage =>
            $"**We cannot tell yet.** The public projects are written in English; {v.Items:no item of yours was|# item of yours was|# items of yours were} begun with an estimate, and it takes {Gate.FewestEstimates}.",
        _ => v.Skill is { } skill
            ? $"**We cannot tell.** What public projects teach does not show in your estimates: over {v.Items} items both orders agree by {skill.Value:0.00} (rank correlation; with 95 % certainty {skill.Low:0.00} to {skill.High:0.00}; luck would be 0). So no item is said to be large."
            : (Sentence)$"**We cannot tell.** In your {v.Items} estimated items no word goes with a larger or a smaller estimate in a way that holds for later ones.",
    };

    private static Sentence Outcome(ModelVerdict v) => v.Reason switch
    {
        VerdictReason.Learned or VerdictReason.Kept => Sentence.Join($"**We can tell.** {Counts(v)}", Order(v), Chances(v), Kept(v)),
        VerdictReason.NoHistory => $"**We cannot tell.** A file has texts as they were when it was written, and not as they were when work on an item began. Connect the tracker itself.",
        VerdictReason.TooFewItems => $"**We cannot tell yet.** Of {v.Items:no item|# item|# items} it is known what became of them; it takes {Gate.FewestItems}.",
        VerdictReason.TooFewMet => $"**We cannot tell.** It happened to {v.Met} of {v.Items} items; it takes {Gate.FewestOfEach} to learn from.",
        VerdictReason.NearlyAllMet => $"**We cannot tell.** It happened to {v.Met} of {v.Items} items; it takes {Gate.FewestOfEach} to which it did not happen to learn from.",
        VerdictReason.NotBetter => Sentence.Join($"**We cannot tell better than without a model.** {Counts(v)}", Order(v), Chances(v)),
        VerdictReason.Miscalibrated => Sentence.Join($"**We cannot tell.** {Counts(v)}", Order(v), $"But the chances were wrong by {Share.OfHundred(v.Calibration!.Error)} of 100, and more than {Share.OfHundred(Gate.LargestError)} is too much."),
        _ => Sentence.Join($"**We cannot tell.** {Counts(v)}", v.Skill is null ? Sentence.None : Order(v), $"It takes {Share.OfHundred(Gate.LowestArea)} of 100, and more than 50 for certain."),
    };

    private static Sentence Counts(ModelVerdict v) => $"It happened to {v.Met} of {v.Items} items.";

    private static Sentence Order(ModelVerdict v) => v.Skill! switch
    {
        { Baseline: 0.5 } s => $"Of two later items, one to which it happened and one to which it did not, earlier ones let the right one be named {Share.OfHundred(s.Value)} times of 100 (with 95 % certainty {Share.OfHundred(s.Low)} to {Share.OfHundred(s.High)}; luck would be 50; {s.Items} items).",
        var s => $"Of two later items, one to which it happened and one to which it did not, earlier ones let the right one be named {Share.OfHundred(s.Value)} times of 100 (with 95 % certainty {Share.OfHundred(s.Low)} to {Share.OfHundred(s.High)}; by the estimate alone {Share.OfHundred(s.Baseline)}; {s.Items} items).",
    };

    private static Sentence Chances(ModelVerdict v) => v.Calibration is { Error: < 0.005 }
        ? $"The chances came true as often as they said, as far as so many items can show."
        : (Sentence)$"The chances were wrong by {Share.OfHundred(v.Calibration!.Error)} of 100.";

    private static Sentence Kept(ModelVerdict v) => v switch
    {
        { Reason: VerdictReason.Kept, Comparison: { } c } => $"What was learned before stays in use: on the last {c.Items} items it reached {c.Champion:0.00}, what was learned anew {c.Challenger:0.00}.",
        { Reason: VerdictReason.Kept } => $"What was learned before stays in use: too few items were begun since to try something newer.",
        { Comparison: { } c } => $"It replaces what was learned before: on the last {c.Items} items that reached {c.Champion:0.00}, this {c.Challenger:0.00}.",
        _ => Sentence.None,
    };
}
