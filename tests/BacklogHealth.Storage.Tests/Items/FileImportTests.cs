using BacklogHealth.Core.WorkItems;
using BacklogHealth.Testing;

namespace BacklogHealth.Storage.Tests.Items;

public abstract class FileImportTests(StorageEngine engine) : StoreTest(engine)
{
    [Fact]
    public async Task Replacing_takes_out_what_the_files_do_not_hold()
    {
        await Store.Import(Team, A.Profile, Some(5), replace: false);

        var result = await Store.Import(Team, A.Profile, [Some(1)[0] with { Title = "Changed" }, A.WorkItem("CHK-9")], replace: true);

        Assert.Equal(new ImportResult(2, 1, 1, 4, 0, A.Time("2026-03-02 07:00")), result);
        Assert.Equal(["CHK-1", "CHK-9"], await Keys());
        Assert.Equal(result, await Store.LastImport(Team));
    }

    [Fact]
    public async Task Rows_that_could_not_be_read_are_remembered_as_they_stood_after_the_last_item()
    {
        var bad = 0;

        await Store.Import(Team, A.Profile, Some(3).Select(i => { bad++; return i; }), replace: true, () => bad);

        Assert.Equal(3, (await Store.LastImport(Team))!.BadRows);
    }

    [Fact]
    public async Task Adding_keeps_what_is_there()
    {
        await Store.Import(Team, A.Profile, Some(2), replace: false);

        var result = await Store.Import(Team, A.Profile, [A.WorkItem("CHK-9")], replace: false);

        Assert.Equal((1, 1, 0), (result.Imported, result.Created, result.Removed));
        Assert.Equal(["CHK-1", "CHK-2", "CHK-9"], await Keys());
    }

    [Fact]
    public async Task An_item_that_stands_twice_counts_once_and_the_last_one_holds()
    {
        var result = await Store.Import(Team, A.Profile, [A.WorkItem("CHK-1", "First"), A.WorkItem("CHK-1", "Last") with { HistoryComplete = false }], replace: true);

        Assert.Equal((1, 1, 0, 1), (result.Imported, result.Created, result.Updated, result.HistoryIncomplete));
        Assert.Equal("Last", (await Store.Find("CHK-1"))!.Item.Title);
    }

    [Fact]
    public async Task An_import_that_fails_half_way_leaves_everything_as_it_was()
    {
        await Store.Import(Team, A.Profile, Some(2), replace: false);
        static IEnumerable<WorkItem> Broken()
        {
            yield return A.WorkItem("CHK-8");
            throw new InvalidDataException("row 2");
        }

        await Assert.ThrowsAsync<InvalidDataException>(() => Store.Import(Team, A.Profile, Broken(), replace: true));

        Assert.Equal(["CHK-1", "CHK-2"], await Keys());
        Assert.Equal(2, (await Store.LastImport(Team))!.Imported);
    }
}

public sealed class FileImportTestsOnSqlite() : FileImportTests(StorageEngine.Sqlite);

public sealed class FileImportTestsOnPostgres() : FileImportTests(StorageEngine.Postgres);
