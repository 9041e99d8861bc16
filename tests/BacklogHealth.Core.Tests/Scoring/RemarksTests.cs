using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Scoring;

public sealed class RemarksTests
{
    [Theory]
    [InlineData("Is two the limit, or do we allow five? Marketing has not answered yet.", true)]
    [InlineData("Which one wins?", true)]
    [InlineData("They asked \"When will it arrive?\"", false)]
    [InlineData("See https://shop.example/search?q=1 for the list.", false)]
    [InlineData("It works.", false)]
    [InlineData("?", false)]
    [InlineData("", false)]
    public void A_question_mark_asks_where_a_sentence_of_its_own_ends_with_it(string comment, bool asks) => Assert.Equal(asks, Remarks.Asks(StructuredText.FromPlain(comment), "en"));

    [Fact]
    public void Code_and_quotations_ask_nothing()
    {
        Assert.False(Remarks.Asks(new StructuredTextBuilder().Block(TextKind.Code).Append("a == b ? c : d?").Build(), "en"));
        Assert.False(Remarks.Asks(new StructuredTextBuilder().Block(TextKind.Quote).Append("Did my order arrive?").Build(), "en"));
    }

    [Theory]
    [InlineData("First feedback of the night shift: the search takes seconds.", true)]
    [InlineData("Customers asked for the lift next door, too.", true)]
    [InlineData("Shown in the review: two of three understood it.", true)]
    [InlineData("Code review is done, merged.", false)]
    [InlineData("The user story is ready.", false)]
    public void What_users_or_a_review_said_is_told_by_its_words(string comment, bool tells) => Assert.Equal(tells, Remarks.TellsOfUse(StructuredText.FromPlain(comment), "en"));

    [Theory]
    [InlineData("customer-feedback", true)]
    [InlineData("Customer_Feedback", true)]
    [InlineData("from review", true)]
    [InlineData("code-review", false)]
    [InlineData("checkout", false)]
    [InlineData("", false)]
    public void A_label_is_read_whatever_joins_its_words(string label, bool isFeedback) => Assert.Equal(isFeedback, Remarks.IsFeedbackLabel(label, "en"));

    [Theory]
    [InlineData("retro", true)]
    [InlineData("Retro-Action", true)]
    [InlineData("improvement", false)]
    public void An_improvement_of_the_product_is_none_of_the_team(string label, bool isImprovement) => Assert.Equal(isImprovement, Remarks.IsImprovementLabel(label, "en"));

    [Theory]
    [InlineData("Waiting for customer", true)]
    [InlineData("On Hold", true)]
    [InlineData("Ready for Test", true)]
    [InlineData("In Review", false)]
    [InlineData("In Progress", false)]
    public void A_state_in_which_work_waits_says_so(string state, bool waits) => Assert.Equal(waits, Remarks.IsWaiting(state, "en"));
}
