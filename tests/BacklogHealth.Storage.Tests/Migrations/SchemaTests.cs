using System.Reflection;
using BacklogHealth.Storage.Copying;
using BacklogHealth.Storage.Migrations;
using BacklogHealth.Storage.Sql;
using BacklogHealth.Storage.Tests.Items;
using BacklogHealth.Testing;
using Dapper;
using FluentMigrator;

namespace BacklogHealth.Storage.Tests.Migrations;

public abstract class SchemaTests(StorageEngine engine) : StoreTest(engine)
{
    [Fact]
    public void The_version_the_program_knows_is_that_of_the_newest_migration() =>
        Assert.Equal(Schema.Version, typeof(Schema).Assembly.GetTypes().Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Version ?? 0).Max());

    [Fact]
    public async Task A_new_database_gets_the_newest_version()
    {
        using var database = Database.Of(Engine, await NewEmptyDatabase());

        await Schema.Ensure(database, default);

        Assert.Equal(Schema.Version, await Schema.VersionOf(database, default));
    }

    [Fact]
    public async Task Several_that_open_a_new_database_at_once_all_find_it_whole()
    {
        var connection = await NewEmptyDatabase();

        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => OpenAnother(Engine, connection))));

        Assert.Equal(4, stores.Length);
        Assert.Equal(Schema.Version, await Ask<long>("SELECT COUNT(*) FROM \"VersionInfo\"", connection));
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_left_alone()
    {
        await Ask<int>("INSERT INTO \"VersionInfo\" (\"Version\", \"AppliedOn\", \"Description\") VALUES (99, '2027-01-01', 'from the future')");

        var error = await Assert.ThrowsAsync<StoreException>(() => OpenAnother());

        Assert.Equal(StoreFault.NewerVersion, error.Fault);
        Assert.Equal(
            $"Database {Name}: it has version 99. Expected version {Schema.Version} or older. Install the newer BacklogHealth that wrote it, or set Storage:ConnectionString to another {Place}.",
            error.Message);
    }

    [Fact]
    public async Task A_database_of_another_program_is_left_alone()
    {
        var connection = await NewEmptyDatabase();
        await Ask<int>("CREATE TABLE invoices (number INTEGER)", connection);

        var error = await Assert.ThrowsAsync<StoreException>(() => OpenAnother(Engine, connection));

        Assert.Equal(StoreFault.NotADatabase, error.Fault);
        Assert.Equal(
            $"Database {Database.Of(Engine, connection).Name}: it belongs to another program (it holds the table invoices). Expected one written by BacklogHealth, or an empty one. Set Storage:ConnectionString to another {Place}.",
            error.Message);
    }

    [Fact]
    public async Task A_database_of_the_first_version_is_brought_up_to_date_and_keeps_what_it_holds()
    {
        var connection = await NewEmptyDatabase();
        var database = Database.Of(Engine, connection);
        await database.Alone(() => Task.FromResult(Migrated(database, 1)), default);
        await Ask<int>("INSERT INTO team (name, connection, source, time_zone, fingerprint) VALUES ('Checkout', 'acme', 'Jira Cloud, project CHK', 'UTC', 'f1')", connection);
        await Ask<int>("INSERT INTO state (team_no, id, name) VALUES (1, '1', 'To Do')", connection);
        await Ask<int>(
            """
            INSERT INTO item (team_no, id, key, kind, state_no, created, updated, history_complete, states_fit, stamp, content, project, type, title, description, description_spans, criteria, criteria_spans)
            VALUES (1, 'id-CHK-1', 'CHK-1', 2, 1, 638400000000000000, 638400000000000000, 1, 1, '2026-01-05 09:00', 'hash', 'CHK', 'Story', 'Pay by card', '', '', '', '')
            """,
            connection);
        await Ask<int>("INSERT INTO item_state (item_no, seq, at, state_no) VALUES (1, 0, 638400000000000000, 1), (1, 1, 638400000000000001, 1), (1, 2, 638400000000000002, 1), (1, 3, 638400000000000003, 1)", connection);
        await Ask<int>(
            "INSERT INTO item_change (item_no, seq, at, field) VALUES (1, 0, 638400000000000001, 'state'), (1, 1, 638400000000000001, 'title'), (1, 2, 638400000000000002, 'key'), (1, 3, 638400000000000002, 'state'), (1, 4, 638400000000000003, 'type')",
            connection);
        await Ask<int>(
            """
            INSERT INTO pull (team_no, started_at, finished_at, result) VALUES (1, 1, 2,
            '{"Team":"Checkout","Complete":true,"InTracker":1,"Stored":1,"Fetched":1,"Created":1,"Updated":0,"Removed":0,"NotVisible":0,"Unmapped":0,"HistoryIncomplete":0,
            "Traffic":{"Requests":1,"Bytes":2,"Waited":"00:00:00"},"Problems":[],"StartedAt":"2026-03-02T07:00:00+00:00","FinishedAt":"2026-03-02T07:00:00+00:00"}')
            """,
            connection);
        await Ask<int>("INSERT INTO pull (team_no, started_at) VALUES (1, 3)", connection);
        await Ask<int>("INSERT INTO listed (pull_no, id, stamp, asked, outcome) VALUES (2, 'id-CHK-1', 'x', 0, 0)", connection);
        database.Dispose();

        var store = await OpenAnother(Engine, connection);

        Assert.Equal(Schema.Version, await Ask<long>("SELECT MAX(\"Version\") FROM \"VersionInfo\"", connection));
        var item = Assert.Single(await Stored(store));
        Assert.Equal(("CHK-1", false, null, null, 0, 0), (item.Key, item.Flagged, item.Team, item.AuthorId, item.RemoteLinks.Length, item.ReadingNotes.Length));
        Assert.Equal((true, 1, 0, 0), ((await store.LastPull(Team)) is { } last ? (last.Complete, last.Stored, last.Refused, last.UnmappedStates.Length) : default));

        Assert.Equal([false, false, true, false], Assert.Single(await store.History(Team)).States.Select(s => s.Reset));

        // Nothing is known of how it was read: the next pull fetches it anew and is then as any other.
        var run = await store.BeginPull(Team, Key);
        Assert.True(run.Full);
        await List(store, run, Some(1));
        await FetchAll(store, run, Some(1));
        Assert.Equal((true, 1, 0), ((await store.FinishPull(run, Whole)) is var r ? (r.Complete, r.Fetched, r.Created) : default));
        Assert.Equal(WorkItems.Told(Some(1)[0]), WorkItems.Told(Assert.Single(await Stored(store))));
    }

    [Fact]
    public async Task A_database_of_version_6_gets_a_place_for_models_and_keeps_all_that_was_in_it()
    {
        var connection = await NewEmptyDatabase();
        using var database = Database.Of(Engine, connection);
        await database.Alone(() => Task.FromResult(Migrated(database, 6)), default);
        foreach (var row in RowsOfVersion6)
        {
            await Ask<int>(row, connection);
        }

        var tables = await Tables(database);
        var before = await Held(database, tables);
        Assert.All(before, t => Assert.True(t.Rows == 1, t.Table));
        Assert.DoesNotContain("model", tables);

        await database.Alone(() => Task.FromResult(Migrated(database, 7)), default);

        Assert.Equal(7, await Schema.VersionOf(database, default));
        Assert.Equal(tables.Append("model").Order(StringComparer.Ordinal), await Tables(database));
        Assert.Equal(before, await Held(database, tables));

        var store = await OpenAnother(Engine, connection);
        Assert.Empty(await store.Models(Team));
        var model = new KeptModel("cycle-time", new DateOnly(2026, 3, 1), A.Time("2026-03-02"), "said", "{}");
        await store.SaveModels(Team, [model]);
        Assert.Equal([model], await store.Models(Team));
    }

    // A row in each table that version 6 has.
    private static readonly string[] RowsOfVersion6 =
    [
        "INSERT INTO team (name, connection, source, time_zone, scope, read_as, cursor) VALUES ('Checkout', 'acme', 'Jira Cloud, project CHK', 'UTC', 'CHK', 5, 'c')",
        "INSERT INTO state (team_no, id, name) VALUES (1, '1', 'To Do')",
        """
        INSERT INTO item (team_no, id, key, kind, state_no, created, updated, history_complete, states_fit, content, project, type, title, description, description_spans, criteria, criteria_spans, author_id)
        VALUES (1, 'id-CHK-1', 'CHK-1', 2, 1, 638400000000000000, 638400000000000000, 1, 1, 'hash', 'CHK', 'Story', 'Pay by card', '', '', '', '', 'A')
        """,
        "INSERT INTO item_state (item_no, seq, at, state_no, reset) VALUES (1, 0, 638400000000000000, 1, 1)",
        "INSERT INTO item_change (item_no, seq, at, field) VALUES (1, 0, 638400000000000001, 'state')",
        "INSERT INTO item_comment (item_no, seq, id, at, words, words_spans) VALUES (1, 0, 'c', 638400000000000001, 'Grüße 😀', '')",
        "INSERT INTO item_key (item_no, seq, key) VALUES (1, 0, 'PAY-7')",
        "INSERT INTO payload (item_no, fetched_at, json) VALUES (1, 2, 'sent')",
        "INSERT INTO pull (team_no, started_at) VALUES (1, 3)",
        "INSERT INTO listed (pull_no, id, stamp, asked, outcome) VALUES (1, 'id-CHK-1', 'x', 0, 0)",
        "INSERT INTO audit (at, team_no, pull_no, action, detail) VALUES (4, 1, 1, 'removals-accepted', '[]')",
        "INSERT INTO snapshot (team, as_of, made_at, data_state, settings_hash, version) VALUES ('Checkout', 5, 6, 'state', 'settings', '1')",
        "INSERT INTO snapshot_item (snapshot_no, seq, id, key, clarity, ready, findings) VALUES (1, 0, 'id-CHK-1', 'CHK-1', 50, 1, '[]')",
        "INSERT INTO snapshot_forecast (snapshot_no, seq, question, subject, json) VALUES (1, 0, 'how-many', '', '{}')",
        "INSERT INTO delivery_query (team_no, hash, query, answered_at) VALUES (1, 'h', 'labels = launch', 7)",
        "INSERT INTO delivery_member (delivery_query_no, id, since) VALUES (1, 'id-CHK-1', 0)",
        "INSERT INTO dispatch (subscription, period, channel, recipient, due_at, made_at, state, token, attempts, doubts) VALUES ('weekly', 'p', 'email', 'po@acme.example', 8, 9, 0, 0, 0, 0)",
        "INSERT INTO job_run (job, slot, due_at, made_at, state, token, attempts) VALUES ('sync', '2026-03-02T07:00', 10, 11, 0, 0, 0)",
    ];

    // Each of these tables with the count and the hash of its rows.
    private static async Task<IReadOnlyList<CopiedTable>> Held(Database database, IReadOnlyList<string> tables)
    {
        var held = new List<CopiedTable>();
        foreach (var table in StoredTable.All.Where(t => tables.Contains(t.Name, StringComparer.Ordinal)))
        {
            held.Add(await database.Read(async session => await table.Read(session, await table.Columns(session), null, null), default));
        }

        return held;
    }

    private static async Task<IReadOnlyList<string>> Tables(Database database) =>
        [.. (await database.Bare(connection => connection.QueryAsync<string>(database.TablesSql), default)).Where(t => t != "VersionInfo").Order(StringComparer.Ordinal)];

    private string Name => Database.Of(Engine, Connection).Name;

    private string Place => Engine == StorageEngine.Sqlite ? "file" : "database";

    private static bool Migrated(Database database, long version)
    {
        Schema.Migrate(database, version);
        return true;
    }
}

public sealed class SchemaTestsOnSqlite() : SchemaTests(StorageEngine.Sqlite)
{
    [Fact]
    public async Task Readers_need_not_wait_for_writers() => Assert.Equal("wal", await Ask<string>("PRAGMA journal_mode"));

    [Fact]
    public async Task Nobody_makes_the_tables_while_another_process_does()
    {
        var connection = await NewDatabase("new.db");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        using (await SqliteFileLock.Take(Folder.File("new.db"), default))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => BacklogStore.Open(connection, Time, patience.Token));
        }

        Assert.Equal(0, await Ask<long>("SELECT COUNT(*) FROM sqlite_master", connection));
        Assert.Empty(await (await OpenAnother(Engine, connection)).Teams());
    }

    [Fact]
    public async Task Opening_again_leaves_the_file_as_it_is()
    {
        await Store.DisposeAsync();
        var before = await System.IO.File.ReadAllBytesAsync(File);

        await (await OpenAnother()).DisposeAsync();

        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(File));
        Assert.Equal(["backlog-health.db"], Directory.GetFiles(Folder.Path).Select(Path.GetFileName));
    }
}

public sealed class SchemaTestsOnPostgres() : SchemaTests(StorageEngine.Postgres)
{
    [Fact]
    public async Task Every_text_is_compared_by_its_characters_numbers() =>
        Assert.Equal(0, await Ask<long>(
            "SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'VersionInfo' AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'"));
}
