namespace BacklogHealth.Core.Tests.Scoring.Rules.Clarity;

public sealed class SpellOutAbbreviationsTests
{
    [Theory]
    [InlineData("The RMA is printed.", "RMA")]
    [InlineData("All RMAs are printed.", "RMAs")]
    [InlineData("The RMA and the OTD are printed, the RMA first.", "RMA | OTD")]
    [InlineData("Known ones (API, PDF, URLs), and one that is not: NPQ.", "NPQ")]
    public void What_is_not_spelt_out_is_quoted_once(string description, string quoted) => Assert.Equal(quoted, Some.Words("CL018", "Print a label", description));

    [Theory]
    [InlineData("The return merchandise authorisation (RMA) is printed.")]
    [InlineData("As in RMA-12 and RMA_CODE, by RMA/2 or `RMA`.")]
    [InlineData("DO NOT PRINT IT.")]
    [InlineData("The file must be ONE page.")]
    public void Names_code_and_loud_words_are_none(string description) => Assert.Null(Some.Words("CL018", "Print a label", description));

    [Fact]
    public void What_the_team_knows_is_left_alone_whatever_its_case_or_number()
    {
        var item = Some.Item("Print a label", "All RMAs are printed, and the OTD.");

        Assert.Contains("CL018", Some.RuleIds(Some.Score(item, Some.Team with { Glossary = ["rma"] })));
        Assert.DoesNotContain("CL018", Some.RuleIds(Some.Score(item, Some.Team with { Glossary = Some.Team.Glossary.Add("rma").Add("otd") })));
    }

    [Fact]
    public void What_stands_in_several_items_is_the_teams_own_language()
    {
        var item = Some.Item("Print a label", "The RMA is printed.");
        var two = Some.Item("Scan the RMA", key: "CHK-2");
        var three = Some.Item("Mail the RMAs", key: "CHK-3");

        Assert.Contains("CL018", Some.RuleIds(Some.Score(item, null, two)));
        Assert.DoesNotContain("CL018", Some.RuleIds(Some.Score(item, null, two, three)));
    }
}
