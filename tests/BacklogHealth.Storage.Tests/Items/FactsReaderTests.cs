using BacklogHealth.Core.WorkItems;
using BacklogHealth.Testing;

namespace BacklogHealth.Storage.Tests.Items;

public abstract class FactsReaderTests(StorageEngine engine) : StoreTest(engine)
{
    private static readonly DateTimeOffset Now = A.Time("2026-03-02");

    private Task<TeamFacts> Facts(bool sprints = true) => Store.Facts(Team, new FactsAsked([Now], "en", A.Workflow, sprints));

    [Fact]
    public async Task One_way_through_the_changes_finds_what_each_reading_finds_alone()
    {
        await Pull([Busy("CHK-1"), Busy("CHK-2"), A.WorkItem("CHK-3") with { SprintIds = ["9"] }, A.WorkItem("CHK-4")]);

        var facts = await Facts();

        Assert.Equal(2, facts.Quality.FinishingChanges.Count);
        Assert.Equivalent(await Store.QualityFacts(Team, A.Workflow), facts.Quality, strict: true);
        Assert.Equal(["id-CHK-1", "id-CHK-2", "id-CHK-3"], facts.Sprints.Select(s => s.ItemId));
        Assert.Equivalent(await Store.Sprints(Team), facts.Sprints, strict: true);
        var own = Assert.Single(facts.Duties).Of("id-CHK-2");
        Assert.Equal((1, 1, 1), (own.Estimates.Length, own.Moves.Length, own.TextEdits.Length));
    }

    [Fact]
    public async Task Changes_that_nobody_asks_for_are_passed_by()
    {
        await Pull([Busy("CHK-1").Changed("2026-02-20", "priority", new("High"), new("Low"))]);

        Assert.Empty((await Facts(sprints: false)).Sprints);
        Assert.Single((await Facts()).Sprints);
    }

    [Fact]
    public async Task A_team_without_changes_has_no_facts_of_them()
    {
        await Pull(Some(2));

        var facts = await Facts();

        Assert.Empty(facts.Sprints);
        Assert.Empty(facts.Quality.FinishingChanges);
        Assert.Empty(Assert.Single(facts.Duties).Of("id-CHK-1").Moves);
    }

    // A change of each kind that somebody takes, one after the other.
    private static WorkItem Busy(string key) => A.WorkItem(key)
        .Changed("2026-02-10", FieldNames.StoryPoints, null, new("3"))
        .Changed("2026-02-11", FieldNames.Sprint, null, new("Sprint 7", "7"))
        .Changed("2026-02-12", FieldNames.Rank, null, new("Ranked higher"))
        .Changed("2026-02-13", FieldNames.Title, new("Pay by card"), new("Pay"))
        .Moved("2026-02-14", A.Done);
}

public sealed class FactsReaderTestsOnSqlite() : FactsReaderTests(StorageEngine.Sqlite);

public sealed class FactsReaderTestsOnPostgres() : FactsReaderTests(StorageEngine.Postgres);
