using BacklogHealth.Reports.Tests.Words;

namespace BacklogHealth.Reports.Tests.Parts;

public sealed class HealthOverTimeTests
{
    [Fact]
    public void Where_the_team_changed_its_own_rules_a_note_below_the_trend_says_when()
    {
        var report = ReportWriter.Render(Audience.ProductOwner, Sample(week => week > 3 ? 1 : 2).Input());

        Assert.Contains("The team's own rules (Definition of Ready, mutes, words, workflow) last changed before the run of the week from 2 November; a step there may come from that.", report.Sentences);
        Assert.Equal(["2026-11-02"], report.Numbers("health-over-time")["ownRulesChanged"]!.AsArray().Select(d => d!.GetValue<string>()));
        Assert.Contains("Workflow) haben sich zuletzt vor dem Lauf der Woche ab dem 2. November geändert;", ReportWriter.Render(Audience.ProductOwner, GermanSample.Input(Sample(week => week > 3 ? 1 : 2))).Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_they_stayed_or_were_not_kept_nothing_is_said()
    {
        Assert.All([Sample(_ => 2), Sample(week => week > 3 ? null : 2), new SampleHealth()], sample =>
            Assert.DoesNotContain("own rules", ReportWriter.Render(Audience.ProductOwner, sample.Input()).Page, StringComparison.Ordinal));
    }

    /// <summary>The sample with the team's own rules in each of the weeks before; now they are as in the last one.</summary>
    private static SampleHealth Sample(Func<int, double?> rules)
    {
        var weeks = new SampleHealth().SaidBefore.Select((p, n) => p with { OwnRules = rules(n + 1) }).ToList();
        return new SampleHealth { SaidBefore = weeks, Change = input => input with { OwnRules = 2 } };
    }
}
