using BacklogHealth.Storage.Tests;
using BacklogHealth.Testing;

[assembly: AssemblyFixture(typeof(PostgresForTests))]

namespace BacklogHealth.Storage.Tests;

/// <summary>One PostgreSQL server for all tests, started by the first that needs it and stopped after the last. Tests are skipped where there is none.</summary>
public sealed class PostgresForTests : IAsyncDisposable
{
    private static readonly Lazy<Task<PostgresServer>> Started = new(PostgresServer.Start);

    // Migrating each database anew would cost more than the tests themselves.
    private static readonly Lazy<Task<string>> Template = new(Migrated);

    /// <summary>The server.</summary>
    public static Task<PostgresServer> Server()
    {
        if (PostgresServer.NotHereBecause is { } reason)
        {
            Assert.Skip(reason);
        }

        return Started.Value;
    }

    /// <summary>How to connect to a new database with empty tables.</summary>
    public static async Task<string> NewDatabase() => await (await Server()).CreateDatabase(await Template.Value);

    /// <summary>How to connect to a new database without tables.</summary>
    public static async Task<string> NewEmptyDatabase() => await (await Server()).CreateDatabase();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Started.IsValueCreated)
        {
            await (await Started.Value).DisposeAsync();
        }
    }

    private static async Task<string> Migrated()
    {
        var connection = await NewEmptyDatabase();
        await (await BacklogStore.Open(StorageEngine.Postgres, connection, TimeProvider.System)).DisposeAsync();
        return new Npgsql.NpgsqlConnectionStringBuilder(connection).Database!;
    }
}
