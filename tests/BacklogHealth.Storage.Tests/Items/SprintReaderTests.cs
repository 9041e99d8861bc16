using BacklogHealth.Core.WorkItems;
using BacklogHealth.Testing;

namespace BacklogHealth.Storage.Tests.Items;

public abstract class SprintReaderTests(StorageEngine engine) : StoreTest(engine)
{
    [Fact]
    public async Task Sprints_hold_from_the_creation_on_where_no_change_is_known()
    {
        await Pull([A.WorkItem("CHK-1") with { SprintIds = ["7"] }, A.WorkItem("CHK-2")]);

        var stay = Assert.Single(await Store.Sprints(Team));

        Assert.Equal(["7"], Assert.Single(stay.Entries).SprintIds);
        Assert.False(stay.IsIn("7", A.Time("2026-01-05 09:00")));
        Assert.True(stay.IsIn("7", A.Time("2026-01-05 09:01")));
    }

    [Fact]
    public async Task Changes_say_when_it_came_and_went()
    {
        await Pull([A.WorkItem("CHK-1")
            .Changed("2026-01-07", FieldNames.Sprint, null, new("Sprint 7", "7"))
            .Changed("2026-01-09", FieldNames.Sprint, new("Sprint 7", "7"), new("Sprint 7, Sprint 8", "7, 8"))
            .Changed("2026-01-11", FieldNames.Sprint, new("Sprint 7, Sprint 8", "7, 8"), new("Sprint 7", "7"))]);

        var stay = Assert.Single(await Store.Sprints(Team));

        Assert.False(stay.IsIn("7", A.Time("2026-01-07")));
        Assert.True(stay.IsIn("7", A.Time("2026-01-08")));
        Assert.False(stay.IsIn("8", A.Time("2026-01-08")));
        Assert.True(stay.IsIn("8", A.Time("2026-01-10")));
        Assert.False(stay.IsIn("8", A.Time("2026-01-12")));
        Assert.True(stay.IsIn("7", A.Time("2026-01-12")));
    }
}

public sealed class SprintReaderTestsOnSqlite() : SprintReaderTests(StorageEngine.Sqlite);

public sealed class SprintReaderTestsOnPostgres() : SprintReaderTests(StorageEngine.Postgres);
