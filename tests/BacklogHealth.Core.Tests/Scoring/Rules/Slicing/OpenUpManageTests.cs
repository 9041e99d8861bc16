using BacklogHealth.Core.Scoring;

namespace BacklogHealth.Core.Tests.Scoring.Rules.Slicing;

public sealed class OpenUpManageTests
{
    [Theory]
    [InlineData("Manage vouchers", "", "Manage")]
    [InlineData("Vouchers", "As a clerk I want to maintain the list of vouchers.", "maintain")]
    [InlineData("Management of vouchers", "", "Management of")]
    [InlineData("Administer rights", "", "Administer")]
    public void A_word_for_many_operations_is_quoted(string title, string description, string quoted) => Assert.Equal(quoted, Some.Words("SL005", title, description));

    [Theory]
    [InlineData("Manage", "text")]
    [InlineData("Show the account manager", "text")]
    [InlineData("Write the tests anew", "I want to maintain these tests, so a script writes them.")]
    public void Other_words_pass(string title, string description) => Assert.Null(Some.Words("SL005", title, description));

    [Fact]
    public void The_operations_that_the_description_names_make_a_cut()
    {
        var cut = Some.Find("SL005", "Manage vouchers", "Clerks add, edit and expire vouchers.")!.Cut!;

        Assert.Equal((SplitPatterns.Operations, "add | edit | expire"), (cut.Pattern, string.Join(" | ", cut.Parts)));
    }

    [Fact]
    public void Without_them_no_cut_is_made_up() => Assert.Null(Some.Find("SL005", "Manage vouchers", "Vouchers are on paper today.")!.Cut);
}
