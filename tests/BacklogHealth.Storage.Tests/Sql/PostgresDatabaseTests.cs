using BacklogHealth.Storage.Sql;
using BacklogHealth.Testing;
using Npgsql;

namespace BacklogHealth.Storage.Tests.Sql;

public sealed class PostgresDatabaseTests() : StoreTest(StorageEngine.Postgres)
{
    private string Name => new NpgsqlConnectionStringBuilder(Connection).Database!;

    private string Place => FormattableString.Invariant($"{Name} on 127.0.0.1:{new NpgsqlConnectionStringBuilder(Connection).Port}");

    [Fact]
    public async Task A_server_that_does_not_answer_is_told_within_ten_seconds_and_without_the_password()
    {
        var error = await Fails("Host=127.0.0.1;Port=1;Database=backlog;Username=po;Password=secret-1");

        Assert.Equal(StoreFault.Unreachable, error.Fault);
        Assert.Equal(
            "Database backlog on 127.0.0.1:1: the server cannot be reached (ConnectionRefused). Expected a PostgreSQL server there. Start it, or mend host and port in Storage:ConnectionString.",
            error.Message);
        Assert.DoesNotContain("secret-1", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(8, new NpgsqlConnectionStringBuilder(new PostgresDatabase("Host=a;Database=b").ConnectionString).Timeout);
    }

    [Fact]
    public async Task A_user_whom_the_server_does_not_let_in_is_told()
    {
        await Ask<int>($"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{PostgresServer.LockedUser}') THEN CREATE ROLE {PostgresServer.LockedUser} LOGIN PASSWORD 'right'; END IF; END $$");

        var error = await Fails((await PostgresForTests.Server()).ConnectionString(Name, PostgresServer.LockedUser) + ";Password=wrong");

        Assert.Equal(StoreFault.Refused, error.Fault);
        Assert.Equal(
            $"Database {Place}: the server does not let this user in (password authentication failed for user \"locked\"). Expected a user and a password that it knows. Mend Storage:ConnectionString, or the server's list of who may connect.",
            error.Message);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_told_and_not_made()
    {
        var error = await Fails((await PostgresForTests.Server()).ConnectionString("nowhere"));

        Assert.Equal(StoreFault.Settings, error.Fault);
        Assert.Equal(
            $"Database nowhere on {Place.Split(" on ")[1]}: the server has no database of this name. Expected one, empty or written by BacklogHealth. Create it, or set Storage:ConnectionString to another one.",
            error.Message);
    }

    [Fact]
    public async Task A_server_that_is_too_old_is_told()
    {
        var error = await Assert.ThrowsAsync<StoreException>(() => BacklogStore.Open(new PostgresDatabase(Connection) { OldestServer = 99 }, Time));

        Assert.Equal(StoreFault.TooOld, error.Fault);
        Assert.Matches(
            $"^Database {Place}: the server is PostgreSQL [0-9.]+\\. Expected version 99 or newer\\. Update the server, or set Storage:ConnectionString to another one\\.$", error.Message);
    }

    [Fact]
    public async Task A_database_that_may_only_be_read_is_read_and_says_so_when_written()
    {
        await Pull(Some(2));
        var reader = await OpenAnother("Options=-c default_transaction_read_only=on");

        Assert.Equal(2, (await Stored(reader)).Count);
        var error = await Assert.ThrowsAsync<StoreException>(() => reader.BeginPull(Team, Key));

        Assert.Equal(StoreFault.ReadOnly, error.Fault);
        Assert.Equal(
            $"Database {Place}: it may only be read (cannot execute UPDATE in a read-only transaction). Expected a user who owns the database, or may write in its schema public. Grant that, or set Storage:ConnectionString to another database.",
            error.Message);
    }

    [Fact]
    public async Task A_user_who_may_make_no_tables_is_told()
    {
        await Ask<int>("DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'guest') THEN CREATE ROLE guest LOGIN; END IF; END $$");
        var empty = new NpgsqlConnectionStringBuilder(await PostgresForTests.NewEmptyDatabase()) { Username = "guest" };

        var error = await Fails(empty.ToString());

        Assert.Equal(StoreFault.ReadOnly, error.Fault);
        Assert.Contains("it may only be read (permission denied for schema public)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_that_another_process_writes_to_is_told_after_the_waiting_time()
    {
        await using var other = new NpgsqlConnection(Connection);
        await other.OpenAsync();
        await using var held = await other.BeginTransactionAsync();
        await using var take = new NpgsqlCommand($"SELECT pg_advisory_xact_lock(6449268, hashtext('{Team}'))", other);
        await take.ExecuteNonQueryAsync();
        await using var store = await BacklogStore.Open(new PostgresDatabase(Connection) { WaitFor = TimeSpan.FromMilliseconds(200) }, Time);

        var error = await Assert.ThrowsAsync<StoreException>(() => store.BeginPull(Team, Key));

        Assert.Equal(StoreFault.Locked, error.Fault);
        Assert.Equal(
            $"Database {Place}: another process holds it. Expected it to be free within the waiting time. Wait for the other run to end, or stop it, and run this again.",
            error.Message);
    }

    [Fact]
    public async Task Teams_are_written_side_by_side()
    {
        await using var other = new NpgsqlConnection(Connection);
        await other.OpenAsync();
        await using var held = await other.BeginTransactionAsync();
        await using var take = new NpgsqlCommand("SELECT pg_advisory_xact_lock(6449268, hashtext('Another team'))", other);
        await take.ExecuteNonQueryAsync();

        Assert.True((await Pull(Some(2))).Complete);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_told_and_the_next_one_is_made_anew()
    {
        await Pull(Some(2));
        await using var reading = Store.Items(Team, null, ItemChoice.All).GetAsyncEnumerator();
        await Ask<int>("SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");

        var error = await Assert.ThrowsAsync<StoreException>(() => Store.History(Team));

        Assert.Equal(StoreFault.Unreachable, error.Fault);
        Assert.Equal(2, (await Store.History(Team)).Count);
    }

    [Theory]
    [InlineData("53100", StoreFault.DiskFull, "the server has no room left to write. Expected free space on its disk. Free some space and run this again; what was stored before is whole.")]
    [InlineData("53300", StoreFault.Unreachable, "the server has no connection left to give. Expected room for a few. Raise its max_connections, or close other programs that use it.")]
    [InlineData("57P03", StoreFault.Unreachable, "the server is starting or stopping. Expected it to run. Run this again when it does; what was stored before is whole.")]
    [InlineData("XX001", StoreFault.Unreadable, "the server cannot read or write its files, or they are damaged (it said so). Expected a whole database. See the server's log; put a backup in its place, or pull anew.")]
    public void What_a_server_says_of_itself_is_told(string state, StoreFault fault, string sentence)
    {
        var told = PostgresFaults.Tell(new PostgresException("it said so", "FATAL", "FATAL", state), "backlog on db.example:5432");

        Assert.Equal(fault, told!.Fault);
        Assert.Equal("Database backlog on db.example:5432: " + sentence, told.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Host=db.example")]
    public async Task A_connection_string_without_a_host_or_a_database_is_told(string connectionString)
    {
        var error = await Fails(connectionString);

        Assert.Equal(
            "Storage:ConnectionString: it names no host or no database. Expected, for example, Host=db.example;Database=backlog;Username=backlog;Password=…. Mend the setting.",
            error.Message);
    }

    [Fact]
    public async Task A_text_that_is_no_connection_string_is_told()
    {
        var error = await Fails("Data Source=backlog-health.db;Nonsense=1");

        Assert.Equal(StoreFault.Settings, error.Fault);
        Assert.StartsWith("Storage:ConnectionString: found a text that cannot be read as one (", error.Message, StringComparison.Ordinal);
    }

    private Task<StoreException> Fails(string connectionString) =>
        Assert.ThrowsAsync<StoreException>(() => BacklogStore.Open(StorageEngine.Postgres, connectionString, Time));
}
