using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.Models;
using BacklogHealth.Core.Models.Skill;

namespace BacklogHealth.Core.Tests.Health.Outcomes;

public sealed class VerdictWordsTests
{
    [Theory]
    [InlineData(VerdictReason.Learned, "We can tell. 60 later items were put in order by what earlier ones teach beyond public projects; that order agrees with your estimates by 0.41 (rank correlation; with 95 % certainty 0.18 to 0.60), where public projects alone reach 0.22 and luck 0.")]
    [InlineData(VerdictReason.Kept, "We can tell. 60 later items were put in order by what earlier ones teach beyond public projects; that order agrees with your estimates by 0.41 (rank correlation; with 95 % certainty 0.18 to 0.60), where public projects alone reach 0.22 and luck 0. What was learned before stays in use: too few items were begun since to try something newer.")]
    [InlineData(VerdictReason.PublicHolds, "We can tell, by what public projects teach. Its order of your 120 estimated items agrees with your estimates by 0.41 (rank correlation; with 95 % certainty 0.18 to 0.60; luck would be 0). Your own items teach nothing beyond that yet.")]
    [InlineData(VerdictReason.PublicAlone, "We can tell what public projects teach. Whether it holds for you nobody can say yet: 120 items were begun with an estimate, and it takes 100.")]
    [InlineData(VerdictReason.OneSize, "We cannot tell. All 120 items that were begun with an estimate have the same one.")]
    [InlineData(VerdictReason.NoLink, "We cannot tell. What public projects teach does not show in your estimates: over 120 items both orders agree by 0.41 (rank correlation; with 95 % certainty 0.18 to 0.60; luck would be 0). So no item is said to be large.")]
    [InlineData(VerdictReason.OtherLanguage, "We cannot tell yet. The public projects are written in English; 120 items of yours were begun with an estimate, and it takes 50.")]
    public void Of_sizes_it_says_whether_we_can_tell_and_by_what(VerdictReason reason, string said) =>
        Assert.Equal(said, VerdictWords.Say(new ModelVerdict(ModelTargets.Size, reason)
        {
            DataTo = new DateOnly(2026, 3, 2),
            Items = 120,
            Skill = new SkillFigure("rank correlation", 0.41, 0.18, 0.60, 0.22, 60, "later-items"),
        }).ToString());

    [Theory]
    [InlineData(VerdictReason.Learned, "We can tell. It happened to 90 of 420 items. Of two later items, one to which it happened and one to which it did not, earlier ones let the right one be named 71 times of 100 (with 95 % certainty 63 to 79; luck would be 50; 204 items). The chances were wrong by 3 of 100.")]
    [InlineData(VerdictReason.NoHistory, "We cannot tell. A file has texts as they were when it was written, and not as they were when work on an item began. Connect the tracker itself.")]
    [InlineData(VerdictReason.TooFewItems, "We cannot tell yet. Of 420 items it is known what became of them; it takes 300.")]
    [InlineData(VerdictReason.TooFewMet, "We cannot tell. It happened to 90 of 420 items; it takes 40 to learn from.")]
    [InlineData(VerdictReason.NearlyAllMet, "We cannot tell. It happened to 90 of 420 items; it takes 40 to which it did not happen to learn from.")]
    [InlineData(VerdictReason.NoLink, "We cannot tell. It happened to 90 of 420 items. Of two later items, one to which it happened and one to which it did not, earlier ones let the right one be named 71 times of 100 (with 95 % certainty 63 to 79; luck would be 50; 204 items). It takes 65 of 100, and more than 50 for certain.")]
    [InlineData(VerdictReason.NotBetter, "We cannot tell better than without a model. It happened to 90 of 420 items. Of two later items, one to which it happened and one to which it did not, earlier ones let the right one be named 71 times of 100 (with 95 % certainty 63 to 79; luck would be 50; 204 items). The chances were wrong by 3 of 100.")]
    [InlineData(VerdictReason.Miscalibrated, "We cannot tell. It happened to 90 of 420 items. Of two later items, one to which it happened and one to which it did not, earlier ones let the right one be named 71 times of 100 (with 95 % certainty 63 to 79; luck would be 50; 204 items). But the chances were wrong by 3 of 100, and more than 5 is too much.")]
    public void Of_outcomes_it_says_whether_we_can_tell_and_with_what_figures(VerdictReason reason, string said) =>
        Assert.Equal(said, VerdictWords.Say(Rework(reason)).ToString());

    [Fact]
    public void Where_estimates_alone_tell_something_that_is_what_a_model_has_to_beat()
    {
        var verdict = Rework(VerdictReason.Learned) with { Target = ModelTargets.Risk, Skill = new SkillFigure("AUC", 0.71, 0.63, 0.79, 0.69, 204, "later-items"), Calibration = new Calibration([], 0.001) };

        Assert.Equal("We can tell. It happened to 90 of 420 items. Of two later items, one to which it happened and one to which it did not, earlier ones let the right one be named 71 times of 100 (with 95 % certainty 63 to 79; by the estimate alone 69; 204 items). The chances came true as often as they said, as far as so many items can show.", VerdictWords.Say(verdict).ToString());
    }

    [Fact]
    public void A_model_in_use_and_a_newer_one_are_told_with_what_both_reached()
    {
        var compared = Rework(VerdictReason.Kept) with { Comparison = new Comparison(40, 0.72, 0.7) };

        Assert.EndsWith("What was learned before stays in use: on the last 40 items it reached 0.72, what was learned anew 0.70.", VerdictWords.Say(compared).ToString(), StringComparison.Ordinal);
        Assert.EndsWith("It replaces what was learned before: on the last 40 items that reached 0.72, this 0.70.", VerdictWords.Say(compared with { Reason = VerdictReason.Learned }).ToString(), StringComparison.Ordinal);
    }

    private static ModelVerdict Rework(VerdictReason reason) => new(ModelTargets.Rework, reason)
    {
        DataTo = new DateOnly(2026, 3, 2),
        Items = 420,
        Met = 90,
        Skill = new SkillFigure("AUC", 0.71, 0.63, 0.79, 0.5, 204, "later-items"),
        Calibration = new Calibration([], 0.03),
    };
}
