using BacklogHealth.Core.Scoring;

namespace BacklogHealth.Reports.Tests.Parts;

public sealed class DataAndMethodTests
{
    [Fact]
    public void How_often_rules_were_right_by_the_teams_mutes_is_told_to_the_team()
    {
        Assert.Contains("By this team's mutes: CL005 was right 18 of 20 times; CL025 was right 4 of 10 times, and is a hint here.", Page(Audience.Coach), StringComparison.Ordinal);
        Assert.DoesNotContain("mutes", Page(Audience.Stakeholder), StringComparison.Ordinal);
    }

    private static string Page(Audience audience)
    {
        var input = new SampleHealth().Input();
        var health = input.Health with { Precision = [new RulePrecision("CL005", 20, 18), new RulePrecision("CL025", 10, 4)] };
        return ReportWriter.Render(audience, input with { Health = health }).Markdown;
    }
}
