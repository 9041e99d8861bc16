using System.Collections.Immutable;
using BacklogHealth.Core.Models;
using BacklogHealth.Learning.Sizes;

namespace BacklogHealth.Learning.Tests;

public sealed class TrainerTests
{
    private static readonly Recipe Numbers = new(1, 1, 0, 0.5, 1);
    private static readonly ImmutableArray<string> Names = ["a", "b"];

    [Fact]
    public void What_hangs_on_a_number_is_found_and_what_does_not_gets_next_to_no_weight()
    {
        var examples = Enumerable.Range(0, 200).Select(i => new Example([], [i % 20, i * 7 % 11], 0) { Label = 0.2 + (0.03 * (i % 20)) }).ToList();

        var model = Trainer.Learn(examples, Numbers, Names, _ => "");

        Assert.Equal(0.2 + (0.03 * 7), model.Of([], [7, 3]), 2);
        Assert.InRange(Math.Abs(model.Measures[1].Weight), 0, 0.005);
    }

    [Fact]
    public void A_word_that_stands_in_too_few_items_or_projects_is_not_learned()
    {
        var (everywhere, once) = (Term.IdOf("everywhere"), Term.IdOf("once"));
        var examples = Enumerable.Range(0, 40).Select(i => new Example(i % 4 == 0 ? [everywhere, once] : i % 2 == 0 ? [everywhere] : [], [], i % 4) { Label = i % 2 == 0 ? 1 : 0 }).ToList();

        var model = Trainer.Learn(examples, new Recipe(5, 2, 100, 0.5, 1), [], id => id == everywhere ? "everywhere" : "once");

        Assert.Equal(["everywhere"], model.Words.Select(w => w.Name));
        Assert.True(model.Words[0].Weight > 0.3, $"{model.Words[0]} {model.Start}");
    }

    [Fact]
    public void The_same_examples_give_the_same_weights_to_the_last_digit()
    {
        var corpus = new Corpus(3);
        var items = Planted.Sizes(corpus, 3, 100, 0.5);
        Assert.Equal(Written(), Written());

        string Written() => ModelFile.Write(SizeLearning.FromProjects(items, corpus, c => c));
    }

    [Fact]
    public void A_number_that_never_changes_gets_a_scale_and_breaks_nothing()
    {
        var model = Trainer.Learn([.. Enumerable.Range(0, 30).Select(i => new Example([], [i % 3, 5], 0) { Label = i % 3 })], Numbers, Names, _ => "");

        Assert.Equal(1, model.Measures[1].Scale);
        Assert.True(double.IsFinite(model.Of([], [1, 1e9])));
    }

    [Fact]
    public void A_ridge_so_weak_that_learning_would_run_away_is_refused() =>
        Assert.StartsWith("A penalty of 0.1 lets weights run away; expected 0.5 or more.", Assert.Throws<ArgumentException>(() => Trainer.Learn([new Example([], [1, 2], 0)], Numbers with { Penalty = 0.1 }, Names, _ => "")).Message, StringComparison.Ordinal);
}
