using BacklogHealth.Core.Scoring;

namespace BacklogHealth.Core.Tests.Scoring;

/// <summary>What a team says of itself changes what rules ask.</summary>
public sealed class TeamTermsTests
{
    [Theory]
    [InlineData("CL011", "As a user, I want to file a claim", "User")]
    [InlineData("CL008", "As a developer, I want to refactor the claims module, so that it is easier to change", "developer")]
    public void A_role_that_the_team_names_is_somebody(string rule, string title, string role)
    {
        Assert.Contains(rule, Some.RuleIds(Some.Score(title)));
        Assert.DoesNotContain(rule, Some.RuleIds(Some.Score(Some.Item(title), Some.Team with { Roles = Some.Team.Roles.Add(role) })));
        Assert.Contains(rule, Some.RuleIds(Some.Score(Some.Item(title), Some.Team with { Roles = Some.Team.Roles.Add("clerk") })));
    }

    [Theory]
    [InlineData("Export orders", false, false)]
    [InlineData("Export orders", true, true)]
    [InlineData("As a clerk, I want to export orders", true, false)]
    public void Stories_are_asked_for_the_template_only_where_the_team_writes_it(string title, bool uses, bool found)
    {
        var finding = Some.Score(Some.Item(title), Some.Team with { UsesTemplate = uses }).Findings.FirstOrDefault(f => f.RuleId == "CL026");

        Assert.Equal(found, finding is not null);
        Assert.Equal(found ? "is no story of who wants what and why, as the team writes them" : null, finding is null ? null : FindingText.For("en").Message(finding));
    }
}
