using BacklogHealth.Core.Models;
using BacklogHealth.Learning.Sizes;

namespace BacklogHealth.Learning.Tests.Sizes;

public sealed class SizeEvaluationTests
{
    [Theory]
    [InlineData(SizeSplit.LastFifth)]
    [InlineData(SizeSplit.Published)]
    [InlineData(SizeSplit.LeaveOneProjectOut)]
    public void A_planted_effect_is_found_on_items_that_nothing_was_learned_from(SizeSplit split)
    {
        var corpus = new Corpus(3);
        var skills = SizeSkill.Of(new SizeEvaluation(Planted.Sizes(corpus, 4, 150, 0.6), corpus, null).Run(split));

        Assert.Equal(4, skills.Length);
        Assert.All(skills, s => Assert.True(s is { Rank: > 0.7, TooLarge: > 0.7 } && s.Error < s.MedianError, s.ToString()));
        Assert.All(skills, s => Assert.Equal(split == SizeSplit.LeaveOneProjectOut ? 150 : 30, s.Items));
    }

    [Theory]
    [InlineData(SizeSplit.LastFifth)]
    [InlineData(SizeSplit.LeaveOneProjectOut)]
    public void With_sizes_dealt_out_anew_no_skill_is_left(SizeSplit split)
    {
        var corpus = new Corpus(3);
        var skills = SizeSkill.Of(new SizeEvaluation(Planted.Shuffled(Planted.Sizes(corpus, 4, 400, 0.6)), corpus, null).Run(split));

        Assert.InRange(skills.Average(s => s.Rank!.Value), -0.12, 0.12);
    }

    [Fact]
    public void Of_a_project_left_out_nothing_is_known_but_its_points()
    {
        var corpus = new Corpus(3);
        var items = Planted.Sizes(corpus, 4, 150, 0.6);
        var before = Ranks(items);

        // Were anything learned from the sizes of the last project, other ones would change where its items are put.
        var changed = items.ConvertAll(i => i.Project == "P3" ? i with { Points = 12 - i.Points } : i);

        Assert.Equal(before, Ranks(changed));

        List<double> Ranks(List<SizeItem> all) => [.. new SizeEvaluation(all, corpus, null).Run(SizeSplit.LeaveOneProjectOut).Where(f => f.Project == "P3").Select(f => f.Rank)];
    }

    [Fact]
    public void Of_the_last_fifth_nothing_is_known_when_it_is_foretold()
    {
        var corpus = new Corpus(3);
        var items = Planted.Sizes(corpus, 1, 200, 0.6);
        var changed = items.Select((item, i) => i >= 160 ? item with { Points = 100 } : item).ToList();

        Assert.Equal(Said(items), Said(changed));

        List<(double, double)> Said(List<SizeItem> all) => [.. new SizeEvaluation(all, corpus, null).Run(SizeSplit.LastFifth).Select(f => (f.Rank, f.Points))];
    }

    [Fact]
    public void A_project_that_the_shipped_model_has_seen_is_foretold_without_it_and_that_is_said()
    {
        var corpus = new Corpus(3);
        var items = Planted.Sizes(corpus, 4, 150, 0.6);
        var shipped = SizeLearning.FromProjects([.. items.Where(i => i.Project == "P0")], corpus, c => c with { Skill = [new SkillFigure("rank correlation", 1, 1, 1, 0, 1, "")] });
        var evaluation = new SizeEvaluation(items, corpus, shipped);

        _ = evaluation.Run(SizeSplit.LeaveOneProjectOut).Count();

        Assert.Equal(["P0: the model that comes with the product has learned from these items and is left out; what the other projects of the files teach takes its place."], evaluation.Notes);
    }

    [Fact]
    public void Too_few_items_and_items_of_one_size_get_the_median_and_the_middle()
    {
        var corpus = new Corpus(3);
        var few = new SizeEvaluation(Planted.Sizes(corpus, 1, 20, 0.6), corpus, null).Run(SizeSplit.LastFifth).ToList();
        var same = new SizeEvaluation(Planted.Sizes(corpus, 1, 300, 0.6).ConvertAll(i => i with { Points = 3 }), corpus, null).Run(SizeSplit.LastFifth).ToList();

        Assert.All(few, f => Assert.Equal((0.5, f.Median), (f.Rank, f.Points)));
        Assert.All(same, f => Assert.Equal((0.5, 3), (f.Rank, f.Points)));
    }

    [Fact]
    public void A_file_without_marks_has_nothing_to_be_foretold_by_them()
    {
        var corpus = new Corpus(3);
        var evaluation = new SizeEvaluation(Planted.Sizes(corpus, 1, 20, 0.6).ConvertAll(i => i with { Mark = null }), corpus, null);

        Assert.Empty(evaluation.Run(SizeSplit.Published));
        Assert.Equal(["P0: no item is left to be foretold: none is marked as test."], evaluation.Notes);
    }
}
