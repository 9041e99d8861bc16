using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Scoring.Rules.Slicing;

public sealed class FitTheEstimateTests
{
    [Fact]
    public void The_finding_says_the_numbers() =>
        Assert.Equal("is estimated at 13, where the middle of 26 items is 3", FindingText.For("en").Message(Find(13, 25, 3)!));

    [Theory]
    [InlineData(9, 25)] // three times the median, no more
    [InlineData(13, 18)] // 19 in all
    public void Near_misses_pass(double points, int others) => Assert.Null(Find(points, others, 3));

    [Fact]
    public void Where_one_in_ten_is_large_large_is_usual()
    {
        var large = Enumerable.Range(1, 3).Select(i => Item($"LARGE-{i}", 13));

        Assert.Null(Find(13, 25, 3, [.. large]));
    }

    [Fact]
    public void Its_own_words_make_the_cut() => Assert.Equal(["create", "share vouchers"], Find(13, 25, 3)!.Cut!.Parts);

    private static Finding? Find(double points, int others, double usual, params WorkItem[] more)
    {
        var item = Item("CHK-1", points) with { Title = "Create and share vouchers" };
        return Some.Score(item, null, [.. Enumerable.Range(2, others).Select(i => Item($"CHK-{i}", usual)), .. more]).Findings.FirstOrDefault(f => f.RuleId == "SL012");
    }

    private static WorkItem Item(string key, double points) => Some.Item("Pay with a voucher", key: key) with { StoryPoints = points };
}
