using BacklogHealth.Core.Health.Quality;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Testing;

namespace BacklogHealth.Storage.Tests.Items;

public abstract class QualityReaderTests(StorageEngine engine) : StoreTest(engine)
{
    private Task<QualityFacts> Facts() => Store.QualityFacts(Team, A.Workflow);

    [Fact]
    public async Task Links_by_which_an_item_waits_are_read_and_others_are_not()
    {
        await Pull([
            A.WorkItem("CHK-1") with { Links = [new("is blocked by", "CHK-2"), new("Predecessor", "CHK-3"), new("blocks", "CHK-4")] },
            A.WorkItem("CHK-2") with { Links = [new("duplicates", "CHK-1")] }]);

        var blocked = Assert.Single((await Facts()).BlockedBy);

        Assert.Equal("id-CHK-1", blocked.Key);
        Assert.Equal(["CHK-2", "CHK-3"], blocked.Value);
    }

    [Fact]
    public async Task An_item_of_another_team_of_the_same_connection_is_found()
    {
        await Store.SaveTeam(new StoredTeam("Search", "acme", "Jira Cloud, project SEA", "UTC", null));
        await Store.SaveTeam(new StoredTeam("Elsewhere", "other", "Jira Cloud, project CHK", "UTC", null));
        await Store.SaveTeam(new StoredTeam("File", "", "items.csv", "UTC", null));
        await Store.SaveTeam(new StoredTeam("Other file", "", "items.csv", "UTC", null));
        await Pull(Some(4));
        foreach (var (team, key) in new[] { ("Search", "CHK-1"), ("Elsewhere", "CHK-2"), ("File", "CHK-3"), ("Other file", "CHK-3") })
        {
            await Store.Import(team, A.Profile, [A.WorkItem(key)], replace: true);
        }

        Assert.Equal(["id-CHK-1"], (await Facts()).InOtherTeams);
        Assert.Empty((await Store.QualityFacts("File", A.Workflow)).InOtherTeams);
    }

    [Fact]
    public async Task One_that_was_removed_from_the_other_team_is_in_this_one_alone()
    {
        await Store.SaveTeam(new StoredTeam("Search", "acme", "Jira Cloud, project SEA", "UTC", null));
        await Pull(Some(2));
        await Store.Import("Search", A.Profile, [A.WorkItem("CHK-1") with { RemovedAt = null }, A.WorkItem("CHK-2")], replace: true);
        await Ask<int>("UPDATE item SET removed_at = 1 WHERE key = 'CHK-1' AND team_no = (SELECT team_no FROM team WHERE name = 'Search')");
        await Ask<int>("UPDATE item SET not_visible_since = 1 WHERE key = 'CHK-2' AND team_no = (SELECT team_no FROM team WHERE name = 'Search')");

        Assert.Empty((await Facts()).InOtherTeams);
    }

    [Fact]
    public async Task Items_that_cannot_be_seen_are_read_with_their_day_and_removed_ones_are_not()
    {
        await Pull(Some(3));
        var seen = A.Time("2026-03-02").UtcTicks;
        await Ask<int>($"UPDATE item SET not_visible_since = {seen} WHERE key <> 'CHK-1'");
        await Ask<int>($"UPDATE item SET removed_at = {seen} WHERE key = 'CHK-3'");

        Assert.Equal([new InvisibleItem("CHK-2", A.Time("2026-01-05 09:00"), A.Time("2026-03-02"))], (await Facts()).Invisible);
    }

    [Fact]
    public async Task Only_changes_to_a_finished_state_by_a_known_account_are_read()
    {
        var item = A.WorkItem("CHK-1").Moved("2026-01-07", A.InProgress).Moved("2026-01-09", A.Done).Changed("2026-01-10", FieldNames.Title, new("Old"), new("Done"));
        var nobody = A.WorkItem("CHK-2").Moved("2026-01-09", A.Done);
        await Pull([item, nobody with { Changes = [.. nobody.Changes.Select(c => c with { AuthorId = null })] }]);

        Assert.Equal([new FinishingChange("id-CHK-1", A.Time("2026-01-09"), "account-1")], (await Facts()).FinishingChanges);
    }
}

public sealed class QualityReaderTestsOnSqlite() : QualityReaderTests(StorageEngine.Sqlite);

public sealed class QualityReaderTestsOnPostgres() : QualityReaderTests(StorageEngine.Postgres);
