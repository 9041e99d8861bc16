using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Scoring.Rules.Readiness;

/// <summary>Rules on what stands open: questions in the text, comments without an answer, mentions without a reply.</summary>
public sealed class OpenQuestionsTests
{
    [Theory]
    [InlineData("Does it hold for gift cards too?", "Does it hold for gift cards too?")]
    [InlineData("- Which shops?\n- Who prints the vouchers?", "Who prints the vouchers?")]
    [InlineData("It is printed. (Who pays for paper?)", "Who pays for paper?)")]
    [InlineData("Does it hold for gift cards too? No.", null)]
    [InlineData("What happens today?\nIt is printed twice.", null)]
    [InlineData("See https://example.org/?q=what and `who is it?`", null)]
    [InlineData("Accuracy of the microphone: ???", null)]
    [InlineData("Any questions are answered by ann, or not?", null)]
    public void Questions_that_wait_are_quoted(string description, string? quoted) => Assert.Equal(quoted, Some.Words("RD004", "Print vouchers", description));

    [Fact]
    public void A_question_is_as_old_as_the_change_that_brought_it()
    {
        var item = ExampleFact.Changed(FieldNames.Description, "It is printed.", "It is printed. Who pays for paper?", 12)
            .Apply(Some.Item("Print vouchers", "It is printed. Who pays for paper?"), Some.Team.Today);

        Assert.Equal("12", Find("RD004", item)!.Values["days"]);
        Assert.Equal("56", Find("RD004", item with { Changes = [] })!.Values["days"]);
    }

    [Fact]
    public void A_finished_item_asks_nothing_any_more()
    {
        var finished = ExampleFact.State(WorkItemState.Finished).Apply(Some.Item("Print vouchers", "Who pays for paper?"), Some.Team.Today);
        var commented = ExampleFact.Comment("ann", "@ben who pays for paper?", 9).Apply(finished, Some.Team.Today);

        Assert.Null(Find("RD004", commented));
        Assert.Null(Find("RD006", commented));
    }

    [Theory]
    [InlineData("ann: who pays for paper?", "who pays for paper?")]
    [InlineData("ann: who pays for paper? | ann: it is urgent", "who pays for paper?")]
    [InlineData("ann: who pays for paper? | ben: the shop", null)]
    [InlineData("ann: who pays for paper? | ben: the shop | ann: thanks", null)]
    [InlineData("ann: the shop pays", null)]
    [InlineData("ann: see https://example.org/?q=a", null)]
    [InlineData("ann: @ben who pays for paper?", null)]
    public void A_comment_is_answered_by_anybody_else(string comments, string? asked) =>
        Assert.Equal(asked, Find("RD005", Commented(comments))?.Values["asked"]);

    [Theory]
    [InlineData("ann: @ben please look", true)]
    [InlineData("ann: [~ben] please look", true)]
    [InlineData("ann: @ben please look | ann: it is urgent", true)]
    [InlineData("ann: @ben please look | kim: I did", false)]
    [InlineData("ann: mail to shop@example.org", false)]
    [InlineData("ann: please look", false)]
    public void Who_is_called_may_be_answered_for(string comments, bool open) => Assert.Equal(open, Find("RD006", Commented(comments)) is not null);

    [Fact]
    public void A_mention_is_told_by_its_mark_too()
    {
        var text = new StructuredText("Ben Smith, please look", [new TextSpan(TextKind.Paragraph, 0, 22), new TextSpan(TextKind.Mention, 0, 9)]);
        var item = Some.Item("Print vouchers") with { Comments = [new Comment("1", "ann", new DateTimeOffset(2026, 2, 20, 9, 0, 0, TimeSpan.Zero), text)] };

        Assert.Equal("10", Find("RD006", item)!.Values["days"]);
    }

    [Fact]
    public void Comments_by_nobody_in_particular_are_not_read()
    {
        var item = Some.Item("Print vouchers") with { Comments = [new Comment("1", null, new DateTimeOffset(2026, 2, 20, 9, 0, 0, TimeSpan.Zero), StructuredText.FromPlain("Who pays for paper?"))] };

        Assert.Null(Find("RD005", item));
    }

    private static Finding? Find(string rule, WorkItem item) => Some.Score(item).Findings.FirstOrDefault(f => f.RuleId == rule);

    private static WorkItem Commented(string comments) => comments.Split(" | ")
        .Select((c, i) => ExampleFact.Comment(c.Split(": ", 2)[0], c.Split(": ", 2)[1], 20 - i))
        .Aggregate(Some.Item("Print vouchers"), (item, fact) => fact.Apply(item, Some.Team.Today));
}
