using BacklogHealth.Core.Models;
using BacklogHealth.Core.Models.Skill;

namespace BacklogHealth.Core.Tests.Models;

public sealed class GateTests
{
    [Theory]
    [InlineData(299, 100, VerdictReason.TooFewItems)]
    [InlineData(300, 39, VerdictReason.TooFewMet)]
    [InlineData(300, 261, VerdictReason.NearlyAllMet)]
    [InlineData(300, 0, VerdictReason.TooFewMet)]
    [InlineData(300, 300, VerdictReason.NearlyAllMet)]
    [InlineData(300, 40, null)]
    public void It_takes_enough_items_of_either_fate(int items, int met, VerdictReason? reason) => Assert.Equal(reason, Gate.Counts(items, met));

    [Theory]
    [InlineData(0.65, 0.51, 0.5, 0.2, 0.21, 0.05, null)]
    [InlineData(0.649, 0.51, 0.5, 0.2, 0.21, 0.05, VerdictReason.NoLink)]
    [InlineData(0.70, 0.5, 0.5, 0.2, 0.21, 0.05, VerdictReason.NoLink)]
    [InlineData(0.70, 0.6, 0.71, 0.2, 0.21, 0.05, VerdictReason.NotBetter)]
    [InlineData(0.70, 0.6, 0.5, 0.21, 0.21, 0.05, VerdictReason.NotBetter)]
    [InlineData(0.70, 0.6, 0.5, 0.2, 0.21, 0.051, VerdictReason.Miscalibrated)]
    public void It_takes_skill_that_is_more_than_luck_and_more_than_the_simple_way_and_chances_that_come_true(
        double area, double low, double baseline, double brier, double usual, double error, VerdictReason? reason) =>
        Assert.Equal(reason, Gate.Figures(new ModelVerdict(ModelTargets.Rework, VerdictReason.Learned)
        {
            DataTo = new DateOnly(2026, 3, 2),
            Skill = new SkillFigure("AUC", area, low, 0.9, baseline, 150, "later-items"),
            Brier = brier,
            BrierOfUsual = usual,
            Calibration = new Calibration([], error),
        }));

    [Fact]
    public void Where_nothing_could_be_measured_nothing_is_shown() =>
        Assert.Equal(VerdictReason.NoLink, Gate.Figures(new ModelVerdict(ModelTargets.Rework, VerdictReason.Learned) { DataTo = new DateOnly(2026, 3, 2) }));
}
