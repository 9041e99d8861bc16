using BacklogHealth.Core.Scoring;

namespace BacklogHealth.Core.Tests.Scoring;

public sealed class ScoreExplanationTests
{
    [Fact]
    public void The_lines_add_up_to_the_score()
    {
        var score = Some.Score("Export orders", "As a clerk I want it to be fast. The limit is TBD.");
        var accounts = ScoreExplanation.Of(score, RuleBook.All);

        Assert.Equal([Score.Clarity, Score.Slicing], accounts.Select(a => a.Score));
        Assert.All(accounts, a => Assert.Equal(a.Total, a.Lines.Sum(l => l.Points)));
        Assert.Equal(score.Clarity, accounts[0].Total);
        Assert.Equal(
            ["Start, in the middle 60", "says who wants it 5", "Give the reason -15", "Say how the item will be checked -20", "Answer the open points -10"],
            accounts[0].Lines.Select(l => $"{l.What} {l.Points}"));
    }

    [Fact]
    public void A_score_that_would_fall_below_0_says_so()
    {
        var finding = new Finding("CL001", Severity.Error, 70, Score.Clarity, System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty, []);
        var account = ScoreExplanation.Of(new ItemScore("1", "CHK-1", 0, 100, "en", null, [finding, finding]), RuleBook.All)[0];

        Assert.Equal(new ScoreLine(null, "Never below 0", 80), account.Lines[^1]);
        Assert.Equal(0, account.Lines.Sum(l => l.Points));
    }

    [Fact]
    public void An_item_that_was_not_scored_has_no_account() => Assert.Empty(ScoreExplanation.Of(Some.Score(""), RuleBook.All));
}
