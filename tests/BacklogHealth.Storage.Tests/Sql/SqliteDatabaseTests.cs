using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Sql;
using BacklogHealth.Testing;
using Microsoft.Data.Sqlite;

namespace BacklogHealth.Storage.Tests.Sql;

public sealed class SqliteDatabaseTests() : StoreTest(StorageEngine.Sqlite)
{
    [Fact]
    public async Task A_full_disk_is_told_and_leaves_what_was_there_whole()
    {
        await Pull(Some(20));
        var before = await Store.DataState(Team);
        await using var full = await BacklogStore.Open(new SqliteDatabase($"Data Source={File}") { MaxPages = await Pages() + 20 }, Time);
        var large = Enumerable.Range(1, 500).Select(n => A.WorkItem($"CHK-{n}") with { Description = A.Text(new string('x', 10_000)) });

        var error = await Assert.ThrowsAsync<StoreException>(() => full.Import(Team, A.Profile, large, replace: true));

        Assert.Equal(StoreFault.DiskFull, error.Fault);
        Assert.Equal(
            $"Database {File}: there is no room left to write. Expected free space beside the file. Free some space and run this again; what was stored before is whole.",
            error.Message);
        Assert.Equal(before, await Store.DataState(Team));
        Assert.Equal(20, (await Stored()).Count);
    }

    [Fact]
    public async Task A_page_that_does_not_fit_is_not_stored_in_part()
    {
        var run = await Store.BeginPull(Team, Key);
        IReadOnlyList<WorkItem> items = [.. Some(3).Select(i => i with { Description = A.Text(new string('x', 100_000)) })];
        await List(Store, run, items);
        await using var full = await BacklogStore.Open(new SqliteDatabase($"Data Source={File}") { MaxPages = await Pages() + 20 }, Time);

        await Assert.ThrowsAsync<StoreException>(() => full.SaveItems(run, new FetchedItems([.. items], [])));

        Assert.Empty(await Stored());
        Assert.Equal(3, (await Store.NextToFetch(run, 5)).Length);
    }

    [Fact]
    public async Task A_database_that_may_only_be_read_is_read_and_says_so_when_written()
    {
        await Pull(Some(2));
        var reader = await OpenAnother("Mode=ReadOnly");

        Assert.Equal(2, (await Stored(reader)).Count);
        var error = await Assert.ThrowsAsync<StoreException>(() => reader.BeginPull(Team, Key));

        Assert.Equal(StoreFault.ReadOnly, error.Fault);
        Assert.Equal(
            $"Database {File}: it may only be read. Expected a file and a folder that may be written. Allow writing, or set Storage:ConnectionString to another place.",
            error.Message);
    }

    [Fact]
    public async Task A_file_that_may_not_be_written_is_told()
    {
        if (Environment.IsPrivilegedProcess)
        {
            Assert.Skip("this account may write everywhere, so no file can be closed to it");
        }

        await Store.DisposeAsync();
        new FileInfo(File).IsReadOnly = true;

        var store = await OpenAnother();

        var error = await Assert.ThrowsAsync<StoreException>(() => store.BeginPull(Team, Key));

        new FileInfo(File).IsReadOnly = false;
        Assert.Equal(StoreFault.ReadOnly, error.Fault);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_told_and_left_alone()
    {
        var file = Folder.File("notes.txt");
        var notes = string.Join('\n', Enumerable.Repeat("Dear diary, today I refined the backlog.", 100));
        await System.IO.File.WriteAllTextAsync(file, notes);

        var error = await Assert.ThrowsAsync<StoreException>(() => BacklogStore.Open($"Data Source={file}", Time));

        Assert.Equal(StoreFault.NotADatabase, error.Fault);
        Assert.Equal(
            $"Database {file}: the file is no SQLite database. Expected one written by BacklogHealth, or no file at all. Set Storage:ConnectionString to another file.",
            error.Message);
        Assert.Equal(notes, await System.IO.File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_told_and_not_made()
    {
        var file = Folder.File(Path.Combine("missing", "backlog-health.db"));

        var error = await Assert.ThrowsAsync<StoreException>(() => BacklogStore.Open($"Data Source={file}", Time));

        Assert.Equal(StoreFault.Settings, error.Fault);
        Assert.Equal(
            $"Database {file}: the folder {Folder.File("missing")} is not there. Expected a folder that may be written. Make the folder, or set Storage:ConnectionString to another place.",
            error.Message);
        Assert.False(Directory.Exists(Folder.File("missing")));
    }

    [Fact]
    public async Task A_folder_in_the_place_of_the_file_is_told()
    {
        var error = await Assert.ThrowsAsync<StoreException>(() => BacklogStore.Open($"Data Source={Folder.Path}", Time));

        Assert.Equal(StoreFault.Unreadable, error.Fault);
        Assert.Equal(
            $"Database {Folder.Path}: it cannot be opened. Expected a file that may be read and written. Check the path and the permissions of the file and its folder.",
            error.Message);
    }

    [Fact]
    public async Task A_database_held_by_another_process_is_told_after_the_waiting_time()
    {
        await using var other = new SqliteConnection($"Data Source={File};Pooling=False");
        await other.OpenAsync();
        await using var held = other.BeginTransaction(deferred: false);
        var store = await OpenAnother("Default Timeout=1");

        var error = await Assert.ThrowsAsync<StoreException>(() => store.BeginPull(Team, Key));

        Assert.Equal(StoreFault.Locked, error.Fault);
        Assert.Equal(
            $"Database {File}: another process holds it. Expected it to be free within the waiting time. Wait for the other run to end, or stop it, and run this again.",
            error.Message);
    }

    [Fact]
    public async Task Reading_goes_on_while_another_process_writes()
    {
        await Pull(Some(2));
        await using var other = new SqliteConnection($"Data Source={File};Pooling=False");
        await other.OpenAsync();
        await using var held = other.BeginTransaction(deferred: false);

        Assert.Equal(2, (await Stored()).Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Data Source=:memory:")]
    public async Task A_connection_string_without_a_file_is_told(string connectionString)
    {
        var error = await Assert.ThrowsAsync<StoreException>(() => BacklogStore.Open(connectionString, Time));

        Assert.Equal("Storage:ConnectionString: it names no file. Expected, for example, Data Source=backlog-health.db. Mend the setting.", error.Message);
    }

    [Fact]
    public async Task A_text_that_is_no_connection_string_is_told()
    {
        var error = await Assert.ThrowsAsync<StoreException>(() => BacklogStore.Open("Host=db.example;Database=x", Time));

        Assert.Equal(StoreFault.Settings, error.Fault);
        Assert.StartsWith("Storage:ConnectionString: found a text that cannot be read as one (", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_is_free_when_the_store_is_closed()
    {
        await Pull(Some(2));
        await Store.DisposeAsync();

        Assert.Equal(["backlog-health.db"], Directory.GetFiles(Folder.Path).Select(Path.GetFileName));
    }

    private async Task<long> Pages()
    {
        await using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA page_count";
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
