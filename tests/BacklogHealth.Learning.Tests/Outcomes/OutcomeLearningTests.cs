using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.Models;
using BacklogHealth.Learning.Outcomes;

namespace BacklogHealth.Learning.Tests.Outcomes;

public sealed class OutcomeLearningTests
{
    [Fact]
    public void A_planted_effect_of_unclear_texts_is_found_on_later_items_and_what_was_learned_tells_them_apart()
    {
        var (verdict, model) = Rework(PlantedOutcomes.Items(500, 0.6, 0.07));

        Assert.Equal(VerdictReason.Learned, verdict.Reason);
        Assert.True(verdict is { Items: 500, Skill: { Value: > 0.72, Low: > 0.65, Baseline: 0.5, Items: > 200, Split: "later-items" }, Calibration.Error: <= 0.05 } && verdict.Brier < verdict.BrierOfUsual, $"{verdict}");
        var outcomes = OutcomeModel.Of(model!);
        var clear = PlantedOutcomes.Items(1, 0, 0).Single().Facts with { IsReady = true, Clarity = 90, Words = 40, Findings = [] };
        Assert.True(outcomes.Of(clear)!.Chance < 0.2 && outcomes.Of(clear with { IsReady = false, Clarity = 30, Words = 3, Findings = ["CL004"] })!.Chance > 0.4);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(11)]
    [InlineData(13)]
    public void Where_texts_decide_nothing_nothing_is_shown(int seed)
    {
        var (verdict, model) = Rework(PlantedOutcomes.Items(500, 0.24, 0.24, seed));

        Assert.Equal(VerdictReason.NoLink, verdict.Reason);
        Assert.Null(model);
    }

    [Fact]
    public void With_outcomes_dealt_out_anew_no_skill_is_left()
    {
        var (verdict, _) = Rework(PlantedOutcomes.Shuffled(PlantedOutcomes.Items(800, 0.6, 0.07)));

        Assert.Equal(VerdictReason.NoLink, verdict.Reason);
        Assert.InRange(verdict.Skill!.Value, 0.42, 0.58);
    }

    [Fact]
    public void What_becomes_of_later_items_changes_nothing_of_what_is_said_of_them()
    {
        var items = PlantedOutcomes.Items(500, 0.6, 0.07);
        var cut = items[400].Started;
        var changed = items.ConvertAll(i => i.Started >= cut ? i with { Outcome = new Outcome(!i.Outcome!.Value.Edited, false, false) } : i);

        Assert.Equal(Said(items).Take(150), Said(changed).Take(150));
        Assert.NotEqual(Said(items)[^50..], Said(changed)[^50..]);

        static List<double> Said(List<StartedItem> all) => LaterItems.Of(new ReworkTarget(), all, PlantedOutcomes.End(all)).ConvertAll(f => f.Chance);
    }

    [Fact]
    public void An_item_is_learned_from_only_when_it_was_finished_before_the_day()
    {
        var items = PlantedOutcomes.Items(60, 0.6, 0.07);
        var known = Known.On(items[40].Started, new ReworkTarget(), items)!;

        Assert.All(known.Items, i => Assert.True(i.Item.Finished < items[40].Started));
        Assert.Equal(items.Count(i => i.Finished < items[40].Started), known.Items.Count);
    }

    [Fact]
    public void It_takes_enough_items_of_either_fate()
    {
        Assert.Equal(VerdictReason.TooFewItems, Rework(PlantedOutcomes.Items(3, 0.6, 0.07)).Verdict.Reason);
        Assert.Equal(VerdictReason.TooFewItems, Rework([]).Verdict.Reason);
        Assert.Equal(VerdictReason.TooFewMet, Rework(PlantedOutcomes.Items(400, 0, 0)).Verdict.Reason);
        Assert.Equal(VerdictReason.NearlyAllMet, Rework(PlantedOutcomes.Items(400, 1, 1)).Verdict.Reason);
    }

    [Fact]
    public void What_stays_long_is_told_better_than_by_the_estimate_where_unclear_items_take_longer()
    {
        var items = PlantedOutcomes.Items(600, 0.3, 0.3, slower: 3);
        var target = RiskTarget.For(items);
        var (verdict, model) = OutcomeLearning.Learn(target, items, PlantedOutcomes.End(items), null, "1.2.3");

        Assert.Equal(VerdictReason.Learned, verdict.Reason);
        Assert.True(verdict.Skill is { Value: > 0.85, Baseline: > 0.6 and < 0.8 }, $"{verdict.Skill}");
        Assert.Equal(StartFacts.EstimateMeasure, model!.Model.Measures[0].Name);
    }

    [Fact]
    public void Where_the_estimate_alone_tells_as_much_nothing_is_shown()
    {
        var items = PlantedOutcomes.Items(600, 0.3, 0.3);
        var (verdict, model) = OutcomeLearning.Learn(RiskTarget.For(items), items, PlantedOutcomes.End(items), null, "1.2.3");

        Assert.Equal(VerdictReason.NotBetter, verdict.Reason);
        Assert.True(verdict.Skill is { Value: > 0.75, Baseline: > 0.75 }, $"{verdict.Skill}");
        Assert.Null(model);
    }

    [Fact]
    public void Without_estimates_there_is_no_evidence_unless_something_else_tells()
    {
        var items = PlantedOutcomes.Items(600, 0.3, 0.3, estimated: false);
        var (verdict, model) = OutcomeLearning.Learn(RiskTarget.For(items), items, PlantedOutcomes.End(items), null, "1.2.3");

        Assert.Equal((VerdictReason.NoLink, 0.5), (verdict.Reason, verdict.Skill!.Baseline));
        Assert.Null(model);
    }

    [Fact]
    public void What_befalls_only_later_items_is_not_known_of_the_earlier_ones_and_told_of_none_of_them()
    {
        var items = PlantedOutcomes.Items(500, 0.6, 0.07).Select((item, i) => i < 300 ? item with { Outcome = new Outcome(false, false, false) } : item).ToList();
        var first = LaterItems.Of(new ReworkTarget(), items, PlantedOutcomes.End(items)).Take(50).ToList();

        Assert.All(first, f => Assert.Equal((0.01, 0.0), (f.Chance, f.Usual)));
        Assert.False(Rework(items).Verdict.IsShown);
    }

    [Fact]
    public void The_same_items_in_any_order_teach_the_same_to_the_last_digit()
    {
        var items = PlantedOutcomes.Items(500, 0.6, 0.07);

        Assert.Equal(ModelFile.Write(Rework(items).Model!), ModelFile.Write(Rework([.. Enumerable.Reverse(items)]).Model!));
    }

    [Fact]
    public void A_model_in_use_stays_while_too_few_items_were_begun_since()
    {
        var items = PlantedOutcomes.Items(500, 0.6, 0.07);
        var champion = Rework(items[..440]).Model!;
        var (verdict, model) = OutcomeLearning.Learn(new ReworkTarget(), items[..480], PlantedOutcomes.End(items), champion, "1.2.3");

        Assert.Equal((VerdictReason.Kept, null), (verdict.Reason, verdict.Comparison));
        Assert.Same(champion, model);
    }

    [Fact]
    public void A_model_in_use_makes_way_for_one_that_does_better_on_items_that_neither_has_seen()
    {
        var items = PlantedOutcomes.Items(700, 0.6, 0.07);

        // What was learned says the opposite of what holds.
        var good = Rework(items[..400]).Model!;
        var champion = good with { Model = new LinearModel(good.Model.Start, [.. good.Model.Measures.Select(m => m with { Weight = -m.Weight })], []), Card = good.Card with { To = items[400].Started } };
        var (verdict, model) = OutcomeLearning.Learn(new ReworkTarget(), items, PlantedOutcomes.End(items), champion, "1.2.3");

        Assert.Equal(VerdictReason.Learned, verdict.Reason);
        Assert.True(verdict.Comparison is { Items: > 100, Champion: < 0.4, Challenger: > 0.7 }, $"{verdict.Comparison}");
        Assert.Equal(PlantedOutcomes.End(items), model!.Card.To);
    }

    [Fact]
    public void A_model_in_use_that_does_as_well_stays()
    {
        var items = PlantedOutcomes.Items(700, 0.6, 0.07);
        var champion = OutcomeLearning.Learn(new ReworkTarget(), items, items[550].Started, null, "1.2.3").Model!;
        var (verdict, model) = OutcomeLearning.Learn(new ReworkTarget(), items, PlantedOutcomes.End(items), champion, "1.2.3");

        Assert.Equal(verdict.Comparison!.Challenger <= verdict.Comparison.Champion, verdict.Reason == VerdictReason.Kept);
        Assert.Equal(verdict.Reason == VerdictReason.Kept, ReferenceEquals(champion, model));
    }

    [Fact]
    public void A_verdict_is_withdrawn_where_what_held_holds_no_more()
    {
        var held = PlantedOutcomes.Items(500, 0.6, 0.07);
        var champion = Rework(held).Model!;
        var (verdict, model) = OutcomeLearning.Learn(new ReworkTarget(), PlantedOutcomes.Shuffled(held), PlantedOutcomes.End(held), champion, "1.2.3");

        Assert.False(verdict.IsShown);
        Assert.Null(model);
    }

    private static (ModelVerdict Verdict, LearnedModel? Model) Rework(List<StartedItem> items) =>
        OutcomeLearning.Learn(new ReworkTarget(), items, items.Count == 0 ? PlantedOutcomes.First : PlantedOutcomes.End(items), null, "1.2.3");
}
