using BacklogHealth.Storage.Sql;
using Dapper;
using FluentMigrator.Runner;
using Microsoft.Extensions.DependencyInjection;

namespace BacklogHealth.Storage.Migrations;

/// <summary>Brings a database to the version this program knows. The migrations are started only where it lags behind, since starting them is slow.</summary>
internal static class Schema
{
    /// <summary>Number of the newest migration.</summary>
    public const long Version = 7;

    /// <summary>Brings the database up to date. Of several processes that find it old, one does so and the others wait.</summary>
    /// <exception cref="StoreException">It is newer, or none of ours, or may not be written.</exception>
    public static async Task Ensure(Database database, CancellationToken cancellation)
    {
        await database.Check(cancellation);
        var found = await VersionOf(database, cancellation);
        if (found < Version)
        {
            found = await database.Alone(
                async () =>
                {
                    if (await VersionOf(database, cancellation) < Version)
                    {
                        Migrate(database, Version);
                    }

                    return await VersionOf(database, cancellation);
                },
                cancellation);
        }

        if (found > Version)
        {
            throw new StoreException(
                StoreFault.NewerVersion,
                FormattableString.Invariant($"Database {database.Name}: it has version {found}. Expected version {Version} or older. Install the newer BacklogHealth that wrote it, or set {database.Elsewhere}."));
        }
    }

    /// <summary>The version of a database; 0 for a new one.</summary>
    public static Task<long> VersionOf(Database database, CancellationToken cancellation) =>
        database.Bare(
            async connection =>
            {
                var tables = (await connection.QueryAsync<string>(new CommandDefinition(database.TablesSql, cancellationToken: cancellation))).Order(StringComparer.Ordinal).ToList();
                if (tables.Count == 0)
                {
                    return 0L;
                }

                if (!tables.Contains("VersionInfo", StringComparer.Ordinal))
                {
                    throw new StoreException(
                        StoreFault.NotADatabase,
                        $"Database {database.Name}: it belongs to another program (it holds the table {tables[0]}). Expected one written by BacklogHealth, or an empty one. Set {database.Elsewhere}.");
                }

                return await connection.ExecuteScalarAsync<long?>(new CommandDefinition("SELECT MAX(\"Version\") FROM \"VersionInfo\"", cancellationToken: cancellation)) ?? 0;
            },
            cancellation);

    /// <summary>Runs the migrations up to a version.</summary>
    public static void Migrate(Database database, long version)
    {
        using var services = new ServiceCollection()
            .AddFluentMigratorCore()
            .ConfigureRunner(runner =>
            {
                database.Choose(runner);
                runner.WithGlobalConnectionString(database.MigrationConnectionString)
                    .WithGlobalCommandTimeout(TimeSpan.FromMinutes(10))
                    .ScanIn(typeof(Schema).Assembly).For.Migrations();
            })
            .BuildServiceProvider(validateScopes: false);
        using var scope = services.CreateScope();
        try
        {
            scope.ServiceProvider.GetRequiredService<IMigrationRunner>().MigrateUp(version);
        }
        catch (Exception error)
        {
            if ((database.Tell(error) ?? database.Tell(error.GetBaseException())) is { } told)
            {
                throw told;
            }

            throw;
        }
    }
}
