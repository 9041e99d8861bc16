using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Scoring.Rules.Clarity;

public sealed class UseExactWordsTests
{
    [Theory]
    [InlineData("The list must be fast enough on a phone.", "fast enough")]
    [InlineData("Errors are handled appropriately.", "appropriately")]
    [InlineData("It should be easy to use.", "easy to use")]
    [InlineData("A mail is sent as soon as possible.", "as soon as possible")]
    [InlineData("The form must be User-Friendly.", "User-Friendly")]
    public void Words_that_each_reader_measures_differently_are_quoted(string description, string quoted) => Assert.Equal(quoted, Some.Words("CL005", "Export orders", description));

    [Theory]
    [InlineData("Merge by fast-forward.")]
    [InlineData("The quick search keeps its text.")]
    [InlineData("Show \"Fast and easy\" on the button.")]
    [InlineData("Set `fast=true` in the file.")]
    [InlineData("The list must be fast: 300 ms for ten rows.")]
    [InlineData("The list is sorted, so that people find their order quickly.")]
    [InlineData("See https://shop.example/fast/easy for the text.")]
    [InlineData("Log how fast the search is.")]
    [InlineData("It was easy to find, and there were several orders.")]
    [InlineData("The old shop had a convenient table.")]
    public void Names_quotations_measures_reasons_and_reports_are_not(string description) => Assert.Null(Some.Words("CL005", "Export orders", description));

    [Theory]
    [InlineData("CL014", "The page should list several orders.", "several")]
    [InlineData("CL014", "The page lists several orders.", null)]
    [InlineData("CL014", "It must wait several times, 20 seconds in all.", null)]
    [InlineData("CL015", "It exports date, total etc.", "etc")]
    [InlineData("CL015", "The list must be readable on all devices.", "all devices")]
    [InlineData("CL015", "Browsers such as Firefox, Safari etc. are listed.", null)]
    [InlineData("CL016", "A mail is sent, if needed.", "if needed")]
    [InlineData("CL016", "Send a mail if the parcel is late.", null)]
    public void Amounts_open_lists_and_loopholes_have_rules_of_their_own(string rule, string description, string? quoted) => Assert.Equal(quoted, Some.Words(rule, "Export orders", description));

    [Fact]
    public void Evidence_stands_where_the_words_stand()
    {
        var evidence = Assert.Single(Some.Find("CL005", "Export orders", "Ünïcode 😀 first.\nIt must be user-friendly.")!.Evidence);

        Assert.Equal(new Evidence("description", 29, 13, "user-friendly"), evidence);
    }

    [Fact]
    public void They_are_hints_and_take_no_points()
    {
        var found = Some.Find("CL005", "Export orders", "It must be fast, easy, intuitive, robust, flexible, scalable and powerful.")!;

        Assert.Equal((Severity.Info, 0), (found.Severity, found.Points));
    }

    [Theory]
    [InlineData("Basket", "It does not work properly.", "does not work properly")]
    [InlineData("Basket", "Several easy steps.", null)]
    public void A_bug_is_asked_for_symptoms_only(string title, string description, string? quoted) => Assert.Equal(quoted, Some.Words("CL005", title, description, WorkItemKind.Bug));

    [Fact]
    public void A_team_may_add_words_and_clear_words()
    {
        var item = Some.Item("Export orders", "It must be snazzy and robust.");
        var team = Some.Team with { VagueWords = ["snazzy"], ClearWords = ["robust"] };

        Assert.Equal("snazzy", Assert.Single(Some.Score(item, team).Findings.Single(f => f.RuleId == "CL005").Evidence).Text);
    }
}
