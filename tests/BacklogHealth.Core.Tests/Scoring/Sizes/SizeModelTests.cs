using BacklogHealth.Core.Models;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.Scoring.Sizes;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Scoring.Sizes;

public sealed class SizeModelTests
{
    private static readonly WorkItem Small = Some.Item("Fix typo in the label of the login page", key: "CHK-1");

    private static readonly WorkItem Large = Some.Item(
        "Implement replication of all data between two regions",
        "As an operator I want data to be replicated so that we survive the loss of a region.\n* design the protocol\n* implement the transport\n* support failover\n* performance tests\n* documentation",
        key: "CHK-2");

    [Fact]
    public void The_shipped_model_was_learned_from_public_projects_and_is_small()
    {
        var shipped = SizeModel.Shipped;

        Assert.Equal((ModelTargets.Size, 18155, "leave-one-project-out"), (shipped.Card.Target, shipped.Card.Items, shipped.Card.Skill[0].Split));
        Assert.True(shipped.Card.Skill[0] is { Name: "rank correlation", Value: >= 0.28 });
        Assert.InRange(ModelFile.Write(shipped).Length, 1, 5_000_000);
    }

    [Fact]
    public void Words_that_tell_of_large_work_put_an_item_above_one_with_words_of_small_work()
    {
        var (small, large) = (Score(Small).ExpectedSize!, Score(Large).ExpectedSize!);

        Assert.True(small.Rank < 0.3 && large.Rank > 0.7, $"{small.Rank} {large.Rank}");
        Assert.True(small.Expected < large.Expected);
        Assert.Equal("public model, rank correlation 0.34", large.Evidence.ToString());
    }

    [Fact]
    public void All_parts_add_up_to_what_is_expected_and_name_the_words()
    {
        var reasons = SizeModel.Of("en", SizeModel.Shipped)!.ReasonsOf(Large)!;

        Assert.Equal(Score(Large).ExpectedSize!.Expected, reasons.Start + reasons.Parts.Sum(p => p.Adds), 9);
        Assert.Contains(reasons.Parts, p => p is { Name: "title:^ implement", Adds: > 0 } or { Name: "title:implement", Adds: > 0 });
        Assert.Equal(reasons.Parts.OrderByDescending(p => Math.Abs(p.Adds)).Select(p => p.Name), reasons.Parts.Select(p => p.Name));
    }

    [Fact]
    public void Nothing_is_said_of_a_text_in_another_language_than_the_team_writes_in()
    {
        var german = Some.Item("Die Suche nach Kunden soll auch dann etwas finden, wenn der Name nicht ganz richtig geschrieben ist", "Damit wir die Kunden auch am Telefon schnell finden und nicht lange suchen.");

        Assert.Null(Score(german).ExpectedSize);
        Assert.Null(SizeModel.Of("en", SizeModel.Shipped)!.ReasonsOf(german));
        Assert.Null(SizeModel.Of("de", SizeModel.Shipped));
    }

    [Fact]
    public void Points_are_the_teams_own_and_are_not_made_up_where_fewer_than_ten_items_have_some()
    {
        var estimated = Enumerable.Range(1, 10).Select(i => Some.Item($"Item {i}", key: $"CHK-{i + 10}") with { StoryPoints = i }).ToArray();

        var size = Scorer(Large, [Large, .. estimated]).Score(Large).ExpectedSize!;

        Assert.Equal(Math.Ceiling(size.Expected * 10), size.Points);
        Assert.Null(Scorer(Large, [Large, .. estimated.Skip(1)]).Score(Large).ExpectedSize!.Points);
    }

    [Fact]
    public void No_score_hangs_on_what_a_text_lets_expect()
    {
        var without = new Scorer(RuleBook.All, Some.Team, BacklogIndex.Build([Large])).Score(Large);

        Assert.Equal((without.Clarity, without.Slicing), (Score(Large).Clarity, Score(Large).Slicing));
        Assert.Null(without.ExpectedSize);
    }

    [Fact]
    public void What_a_team_teaches_is_added_to_what_is_shared_and_then_the_evidence_is_its_own()
    {
        var own = new LearnedModel(
            SizeModel.Shipped.Card with { Skill = [new SkillFigure("rank correlation", 0.51, 0.4, 0.6, 0, 412, "last-fifth")] }, new LinearModel(0.1, [], [new WeighedWord("replication", 1, 0.05)]), [0, 1]);
        var both = new Scorer(RuleBook.All, Some.Team, BacklogIndex.Build([Large]), SizeModel.Of("en", SizeModel.Shipped, own)).Score(Large).ExpectedSize!;

        Assert.Equal(Score(Large).ExpectedSize!.Expected + 0.15, both.Expected, 9);
        Assert.Equal("your data, rank correlation 0.51, n = 412", both.Evidence.ToString());
    }

    private static ItemScore Score(WorkItem item) => Scorer(item, [item]).Score(item);

    private static Scorer Scorer(WorkItem item, IEnumerable<WorkItem> backlog) => new(RuleBook.All, Some.Team, BacklogIndex.Build(backlog.Append(item)), SizeModel.Of("en", SizeModel.Shipped));
}
