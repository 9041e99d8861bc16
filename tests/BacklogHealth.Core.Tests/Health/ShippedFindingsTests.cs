using System.Collections.Immutable;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Health.Duties;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.Tests.Flow;
using BacklogHealth.Core.Tests.Health.Duties;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Health;

public sealed class ShippedFindingsTests
{
    // Told, silent for 200 and for 150 days, finished last week, finished long ago; all on day 400.
    private static readonly ImmutableArray<ItemHistory> Epics =
    [
        TestDuty.Epic("told", (100, "To Do"), (180, "Done")), TestDuty.Epic("silent", (100, "To Do"), (200, "Done")), TestDuty.Epic("later", (100, "To Do"), (250, "Done")),
        TestDuty.Epic("young", (100, "To Do"), (393, "Done")), TestDuty.Epic("old", (1, "To Do"), (20, "Done")),
    ];

    private static readonly Dictionary<string, ItemFacts> Told = new(StringComparer.Ordinal) { ["told"] = new ItemFacts { Remarks = [TestDuty.Says(190, tellsOfUse: true)] } };

    [Fact]
    public void The_epic_that_has_waited_longest_is_named_with_how_many_there_are()
    {
        var found = Assert.Single(Find(new TeamContext()));

        Assert.Equal(
            "T-silent was finished 200 days ago, and nothing tells what came of it; so it is with 2 of 3 epics of the last year",
            $"{found.Subject} {FindingText.For("en").Message(found.Finding)}");
        Assert.Equal((Severity.Info, 0), (found.Finding.Severity, found.Finding.Points));
    }

    [Fact]
    public void Where_the_tracker_holds_no_feedback_at_all_nothing_is_said() => Assert.Empty(Find(new TeamContext(), []));

    [Fact]
    public void What_the_team_has_muted_is_not_asked_about()
    {
        Assert.Equal("T-later", Assert.Single(Find(new TeamContext { Mutes = [new Mute { Rule = "GO008", Item = "T-silent" }] })).Subject);
        Assert.Empty(Find(new TeamContext { Mutes = [new Mute { Rule = "GO008" }] }));
        Assert.Empty(Find(new TeamContext { MinimumSeverity = Severity.Warning }));
    }

    private static ImmutableArray<BacklogFinding> Find(TeamContext team, Dictionary<string, ItemFacts>? facts = null) =>
        HealthBuilder.Build(TestTeam.Input(Epics) with { AsOf = TestHistory.At(TestDuty.Now), DutyFacts = new DutyFacts(facts ?? Told), Rules = team }).BacklogFindings;
}
