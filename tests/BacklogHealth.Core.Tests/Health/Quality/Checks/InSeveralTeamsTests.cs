using BacklogHealth.Core.Health.Quality;
using static BacklogHealth.Core.Tests.Flow.TestHistory;
using static BacklogHealth.Core.Tests.Health.Quality.TestData;

namespace BacklogHealth.Core.Tests.Health.Quality.Checks;

public sealed class InSeveralTeamsTests
{
    [Fact]
    public void An_item_of_another_team_too_is_found_and_one_of_this_team_alone_is_not()
    {
        var facts = new QualityFacts { InOtherTeams = new HashSet<string>(["1"], StringComparer.Ordinal) };
        Assert.Equal("1 of 2 items: T-1", Say(Ask("in-several-teams", facts, Item("1", (0, "To Do")), Item("2", (0, "To Do"), (2, "In Progress"), (4, "Done")))));
    }
}
