using System.Collections.Immutable;
using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.Models;
using BacklogHealth.Core.WorkItems;
using CsCheck;

namespace BacklogHealth.Core.Tests.Health.Outcomes;

public sealed class OutcomeModelTests
{
    private static readonly StartFacts Facts = new(5, WorkItemKind.Story, false, 40, 0.5, 12, ["CL004", "CL003"]);

    [Fact]
    public void What_is_usual_and_all_parts_add_up_to_the_chance() =>
        Gen.Select(Gen.Double[-0.2, 0.2].Array[5], Gen.Int[0, 100], Gen.Int[0, 80], Gen.Bool).Sample((weights, clarity, words, ready) =>
        {
            var chance = OutcomeModel.Of(Model(ModelTargets.Rework, StartFacts.ReworkMeasures, weights)).Of(Facts with { Clarity = clarity, Words = words, IsReady = ready }, withParts: true)!;

            Assert.Equal(chance.Chance, chance.Usual + chance.Parts.Sum(p => p.Adds), 9);
            Assert.InRange(chance.Chance, 0.01, 0.99);
        });

    [Fact]
    public void Parts_that_cancel_each_other_are_told_all_the_same()
    {
        // 40 points of clarity against 2 findings, to the last digit.
        var chance = OutcomeModel.Of(Model(ModelTargets.Rework, StartFacts.ReworkMeasures, [0, 0.05, 0, 0, -1])).Of(Facts, withParts: true)!;

        Assert.Equal(chance.Usual, chance.Chance);
        Assert.Equal(2, chance.Parts.Length);
        Assert.Equal(0, chance.Parts.Sum(p => p.Adds), 12);
        Assert.Equal(2 * chance.Usual * (1 - chance.Usual), Math.Abs(chance.Parts[0].Adds), 9);
    }

    [Fact]
    public void A_length_and_whether_there_is_any_are_told_as_one()
    {
        var parts = OutcomeModel.Of(Model(ModelTargets.Rework, StartFacts.ReworkMeasures, [0.01, 0.02, 0.03, 0.04, 0.05])).Of(Facts, withParts: true)!.Parts;

        Assert.Equal(["clarity", "findings", "length of the text"], parts.Select(p => p.Name).Order());
        Assert.Equal(Math.Log(13), parts.Single(p => p.Name == "length of the text").Value);
    }

    [Fact]
    public void Nothing_is_certain()
    {
        Assert.Equal(0.99, OutcomeModel.Of(Model(ModelTargets.Rework, StartFacts.ReworkMeasures, [0, 1, 0, 0, 0])).Of(Facts with { Clarity = 100 })!.Chance);
        Assert.Equal(0.01, OutcomeModel.Of(Model(ModelTargets.Rework, StartFacts.ReworkMeasures, [0, -1, 0, 0, 0])).Of(Facts with { Clarity = 100 })!.Chance);
    }

    [Fact]
    public void A_model_that_reads_estimates_says_nothing_of_an_item_without()
    {
        var estimated = OutcomeModel.Of(Model(ModelTargets.Risk, [StartFacts.EstimateMeasure, .. StartFacts.RiskMeasures], new double[8]));
        var without = OutcomeModel.Of(Model(ModelTargets.Risk, StartFacts.RiskMeasures, new double[7]));

        Assert.NotNull(estimated.Of(Facts));
        Assert.Null(estimated.Of(Facts with { Estimate = null }));
        Assert.NotNull(without.Of(Facts with { Estimate = null }));
    }

    [Fact]
    public void Its_evidence_is_what_it_reached_on_later_items_of_the_team() =>
        Assert.Equal("your data, AUC 0.71, n = 412", OutcomeModel.Of(Model(ModelTargets.Rework, StartFacts.ReworkMeasures, new double[5])).Of(Facts)!.Evidence.ToString());

    [Fact]
    public void A_model_that_reads_other_numbers_is_refused()
    {
        var error = Assert.Throws<InvalidDataException>(() => OutcomeModel.Of(Model(ModelTargets.Rework, ["luck"], [1])));

        Assert.Equal("found a model of \"rework\" that was learned from other numbers (by version 1.2.3); expected those of this version", error.Message);
    }

    private static LearnedModel Model(string target, ImmutableArray<string> measures, double[] weights) => new(
        new ModelCard
        {
            Target = target,
            Features = LearnedModel.Features,
            Version = "1.2.3",
            Seed = 1,
            Method = "by hand",
            Data = "none",
            Items = 500,
            Skill = [new SkillFigure("AUC", 0.71, 0.65, 0.77, 0.5, 412, "later-items")],
        },
        new LinearModel(-0.8, [.. measures.Select((name, i) => new Measure(name, 0, 1, weights[i]))], []),
        [0, 1]);
}
