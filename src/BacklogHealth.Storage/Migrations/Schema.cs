using System.Data.Common;
using BacklogHealth.Storage.Sql;
using Dapper;
using FluentMigrator.Runner;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace BacklogHealth.Storage.Migrations;

/// <summary>Brings a database to the version this program knows. The migrations are started only where it lags behind, since starting them is slow.</summary>
internal static class Schema
{
    /// <summary>Number of the newest migration.</summary>
    public const long Version = 2;

    /// <summary>Brings the database up to date.</summary>
    /// <exception cref="StoreException">It is newer, or none of ours, or may not be written.</exception>
    public static async Task Ensure(Database database, CancellationToken cancellation)
    {
        CheckFolder(database.File);
        var found = await VersionOf(database, cancellation);
        if (found < Version)
        {
            found = await Migrate(database, cancellation);
        }

        if (found > Version)
        {
            throw new StoreException(
                StoreFault.NewerVersion,
                FormattableString.Invariant($"Database {database.File}: it has version {found}. Expected version {Version} or older. Install the newer BacklogHealth that wrote it, or set Storage:ConnectionString to another file."));
        }
    }

    /// <summary>The version of a database; 0 for a new one.</summary>
    public static Task<long> VersionOf(Database database, CancellationToken cancellation) =>
        database.Bare(
            async connection =>
            {
                var tables = (await connection.QueryAsync<string>(new CommandDefinition(
                    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name", cancellationToken: cancellation))).AsList();
                if (tables.Count == 0)
                {
                    return 0L;
                }

                if (!tables.Contains("VersionInfo", StringComparer.Ordinal))
                {
                    throw new StoreException(
                        StoreFault.NotADatabase,
                        $"Database {database.File}: it belongs to another program (it holds the table {tables[0]}). Expected one written by BacklogHealth, or no file at all. Set Storage:ConnectionString to another file.");
                }

                return await NewestMigration(connection, cancellation);
            },
            cancellation);

    private static async Task<long> NewestMigration(DbConnection connection, CancellationToken cancellation) =>
        await connection.ExecuteScalarAsync<long?>(new CommandDefinition("SELECT MAX(\"Version\") FROM \"VersionInfo\"", cancellationToken: cancellation)) ?? 0;

    private static void CheckFolder(string file)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && !Directory.Exists(folder))
        {
            throw new StoreException(
                StoreFault.Settings,
                $"Database {file}: the folder {folder} is not there. Expected a folder that may be written. Make the folder, or set Storage:ConnectionString to another place.");
        }
    }

    private static async Task<long> Migrate(Database database, CancellationToken cancellation)
    {
        try
        {
            // Readers go on while one writes; the mode stays with the file.
            await database.Bare(connection => connection.ExecuteAsync(new CommandDefinition("PRAGMA journal_mode = WAL", cancellationToken: cancellation)), cancellation);
            return await database.Told(() =>
            {
                RunMigrations(database.ConnectionString);
                return VersionOf(database, cancellation);
            });
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Two processes may find the same old file; one of them migrates it, the other fails and finds it done.
            if (await VersionOf(database, cancellation) >= Version)
            {
                return await VersionOf(database, cancellation);
            }

            throw error is StoreException or SqliteException || error.GetBaseException() is not SqliteException inner ? error : SqliteFaults.Tell(inner, database.File);
        }
    }

    private static void RunMigrations(string connectionString)
    {
        using var services = new ServiceCollection()
            .AddFluentMigratorCore()
            .ConfigureRunner(runner => runner
                .AddSQLite()
                .WithGlobalConnectionString(connectionString)
                .WithGlobalCommandTimeout(TimeSpan.FromMinutes(10))
                .ScanIn(typeof(Schema).Assembly).For.Migrations())
            .BuildServiceProvider(validateScopes: false);
        using var scope = services.CreateScope();
        scope.ServiceProvider.GetRequiredService<IMigrationRunner>().MigrateUp(Version);
    }
}
