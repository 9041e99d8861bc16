using BacklogHealth.Core.Models;
using BacklogHealth.Learning.Sizes;

namespace BacklogHealth.Learning.Tests.Sizes;

public sealed class TeamSizesTests
{
    private static readonly DateOnly First = new(2025, 1, 6);
    private static readonly DateOnly End = First.AddDays(1000);

    [Fact]
    public void What_a_team_s_own_words_tell_is_learned_and_found_on_later_items()
    {
        var corpus = new Corpus(3);
        var (verdict, model) = TeamSizes.Learn(Begun(Planted.Sizes(corpus, 1, 200, 0.6)), null, corpus, End, null, "1.2.3");

        Assert.Equal(VerdictReason.Learned, verdict.Reason);
        Assert.True(verdict.Skill is { Name: "rank correlation", Value: > 0.6, Low: > 0.4, Baseline: 0, Items: 100, Split: "later-items" }, $"{verdict.Skill}");
        Assert.Contains(model!.Model.Words, w => w is { Name: "title:migrat", Weight: > 0 });
        Assert.Equal((End, 200, "1.2.3"), (model.Card.To!.Value, model.Card.Items, model.Card.Version));
    }

    [Fact]
    public void Where_words_tell_nothing_the_public_model_is_judged_by_all_items()
    {
        var corpus = new Corpus(3);
        var shared = SizeLearning.FromProjects(Planted.Sizes(corpus, 4, 150, 0.6, seed: 5), corpus, c => c);

        // Another team in whose points the public words show, and one in whose they do not.
        var holds = TeamSizes.Learn(Begun(Planted.Sizes(corpus, 1, 120, 0.3, seed: 9)), shared, corpus, End, null, "1.2.3");
        var not = TeamSizes.Learn(Begun(Planted.Shuffled(Planted.Sizes(corpus, 1, 400, 0.6, seed: 9))), shared, corpus, End, null, "1.2.3");

        Assert.True(holds.Verdict is { Reason: VerdictReason.PublicHolds or VerdictReason.Learned, Skill.Low: > 0 }, $"{holds.Verdict}");
        Assert.True(not is { Model: null, Verdict: { Reason: VerdictReason.NoLink, IsShown: false, Skill: { Low: <= 0, Split: "all-items", Items: 400 } } }, $"{not.Verdict}");
    }

    [Fact]
    public void With_few_items_of_its_own_a_team_has_the_public_model_or_nothing()
    {
        var corpus = new Corpus(3);
        var items = Begun(Planted.Sizes(corpus, 1, 49, 0.6));
        var shared = SizeLearning.FromProjects(Planted.Sizes(corpus, 4, 150, 0.6, seed: 5), corpus, c => c);

        Assert.Equal((VerdictReason.PublicAlone, true), Reason(TeamSizes.Learn(items, shared, corpus, End, null, "1.2.3").Verdict));
        Assert.Equal((VerdictReason.OtherLanguage, false), Reason(TeamSizes.Learn(items, null, corpus, End, null, "1.2.3").Verdict));
        Assert.Equal((VerdictReason.PublicAlone, true), Reason(TeamSizes.Learn([], shared, corpus, End, null, "1.2.3").Verdict));
    }

    [Fact]
    public void Where_all_items_have_the_same_estimate_none_is_larger()
    {
        var corpus = new Corpus(3);
        var same = Planted.Sizes(corpus, 1, 120, 0.6).ConvertAll(i => i with { Points = 3 });

        Assert.Equal((VerdictReason.OneSize, false), Reason(TeamSizes.Learn(Begun(same), null, corpus, End, null, "1.2.3").Verdict));
    }

    [Fact]
    public void Nothing_is_known_of_items_that_begin_on_the_day_or_later()
    {
        var corpus = new Corpus(3);
        var items = Begun(Planted.Sizes(corpus, 1, 200, 0.6));
        var early = TeamSizes.Learn(items, null, corpus, First.AddDays(150), null, "1.2.3");
        var cut = TeamSizes.Learn(items[..150], null, corpus, First.AddDays(150), null, "1.2.3");

        Assert.Equal(150, early.Verdict.Items);
        Assert.Equal(ModelFile.Write(cut.Model!), ModelFile.Write(early.Model!));
    }

    [Fact]
    public void A_model_in_use_stays_until_a_newer_one_is_better_on_items_that_neither_has_seen()
    {
        var corpus = new Corpus(3);
        var items = Begun(Planted.Sizes(corpus, 1, 300, 0.6));
        var champion = TeamSizes.Learn(items, null, corpus, First.AddDays(200), null, "1.2.3").Model!;
        var opposite = champion with { Model = new LinearModel(1, [], [.. champion.Model.Words.Select(w => w with { Weight = -w.Weight })]) };

        Assert.Equal(VerdictReason.Kept, TeamSizes.Learn(items[..230], null, corpus, End, champion, "1.2.3").Verdict.Reason);
        var replaced = TeamSizes.Learn(items, null, corpus, End, opposite, "1.2.3").Verdict;
        Assert.True(replaced is { Reason: VerdictReason.Learned, Comparison: { Items: 50, Champion: < 0, Challenger: > 0.5 } }, $"{replaced}");
    }

    private static (VerdictReason, bool) Reason(ModelVerdict verdict) => (verdict.Reason, verdict.IsShown);

    private static List<TimedSize> Begun(List<SizeItem> items) => [.. items.Select((item, i) => new TimedSize(First.AddDays(i), item))];
}
