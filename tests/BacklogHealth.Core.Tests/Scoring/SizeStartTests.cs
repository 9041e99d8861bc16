using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;
using CsCheck;

namespace BacklogHealth.Core.Tests.Scoring;

public sealed class SizeStartTests
{
    [Theory]
    [InlineData(null, 60)]
    [InlineData(0.5, 60)]
    [InlineData(0.0, 100)]
    [InlineData(1.0, 20)]
    [InlineData(0.25, 80)]
    public void The_middle_and_the_unknown_stand_at_sixty_the_smallest_at_a_hundred(double? rank, int start) => Assert.Equal(start, SizeStart.Of(rank));

    [Fact]
    public void A_size_is_ranked_among_the_estimates_of_the_team_with_equal_ones_counted_half()
    {
        var items = new double[] { 1, 1, 2, 3, 3, 3, 5, 5, 8, 13 }.Select((size, i) => Item(i, size)).ToList();
        var backlog = BacklogIndex.Build(items);

        Assert.Equal(0.10, backlog.SizeRank(items[0]));
        Assert.Equal(0.45, backlog.SizeRank(items[3]));
        Assert.Equal(0.95, backlog.SizeRank(items[9]));
        Assert.Null(backlog.SizeRank(items[0] with { StoryPoints = null }));
        Assert.Null(backlog.SizeRank(items[0] with { Kind = WorkItemKind.Epic }));
        Assert.Null(BacklogIndex.Build(items.Skip(1)).SizeRank(items[3]));
    }

    [Fact]
    public void A_larger_estimate_never_begins_higher_and_the_middle_of_a_team_stands_near_sixty() =>
        Gen.Int[1, 13].Select(i => (double)i).List[10, 60].Sample(sizes =>
        {
            var items = sizes.Select((size, i) => Item(i, size)).ToList();
            var backlog = BacklogIndex.Build(items);
            var starts = items.OrderBy(i => i.StoryPoints).Select(i => SizeStart.Of(backlog.SizeRank(i))).ToList();

            Assert.Equal(starts.OrderDescending(), starts);
            Assert.InRange(starts.Average(), 59, 61);
        }, iter: 200);

    [Fact]
    public void The_account_of_an_item_says_what_slicing_began_with()
    {
        var items = Enumerable.Range(0, 10).Select(i => Item(i, i + 1)).ToList();
        var score = Some.Score(items[9], null, [.. items.Take(9)]);
        var slicing = ScoreExplanation.Of(score, RuleBook.All)[1];

        Assert.Equal("Start, since its estimate is larger than that of 95 of 100 items of the team", slicing.Lines[0].What);
        Assert.Equal(slicing.Total, slicing.Lines.Sum(l => l.Points));
    }

    private static WorkItem Item(int i, double size) => Some.Item("Export orders", key: $"CHK-{i + 1}") with { StoryPoints = size };
}
