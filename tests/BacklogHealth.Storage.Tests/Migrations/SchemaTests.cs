using System.Reflection;
using BacklogHealth.Storage.Migrations;
using BacklogHealth.Storage.Sql;
using BacklogHealth.Testing;
using Dapper;
using FluentMigrator;
using Microsoft.Data.Sqlite;

namespace BacklogHealth.Storage.Tests.Migrations;

public sealed class SchemaTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FixedTime _time = new("2026-03-02 07:00");

    private string File => _folder.File("backlog-health.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_version_the_program_knows_is_that_of_the_newest_migration() =>
        Assert.Equal(Schema.Version, typeof(Schema).Assembly.GetTypes().Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Version ?? 0).Max());

    [Fact]
    public async Task A_new_file_gets_the_newest_version_and_readers_need_not_wait_for_writers()
    {
        await (await BacklogStore.Open($"Data Source={File}", _time)).DisposeAsync();

        Assert.Equal(Schema.Version, await Schema.VersionOf(new Database($"Data Source={File}"), default));
        Assert.Equal("wal", Ask<string>("PRAGMA journal_mode"));
    }

    [Fact]
    public async Task Opening_again_leaves_the_file_as_it_is()
    {
        await (await BacklogStore.Open($"Data Source={File}", _time)).DisposeAsync();
        var before = await System.IO.File.ReadAllBytesAsync(File);

        await (await BacklogStore.Open($"Data Source={File}", _time)).DisposeAsync();

        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(File));
    }

    [Fact]
    public async Task Several_that_open_a_new_file_at_once_all_find_it_whole()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => BacklogStore.Open($"Data Source={File}", _time))));

        Assert.Equal(4, stores.Length);
        Assert.Equal(Schema.Version, Ask<long>("SELECT COUNT(*) FROM VersionInfo"));
        foreach (var store in stores)
        {
            await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_left_alone()
    {
        await (await BacklogStore.Open($"Data Source={File}", _time)).DisposeAsync();
        Ask<int>("INSERT INTO VersionInfo (Version, AppliedOn, Description) VALUES (99, '2027-01-01', 'from the future')");

        var error = await Assert.ThrowsAsync<StoreException>(() => BacklogStore.Open($"Data Source={File}", _time));

        Assert.Equal(StoreFault.NewerVersion, error.Fault);
        Assert.Equal(
            $"Database {File}: it has version 99. Expected version {Schema.Version} or older. Install the newer BacklogHealth that wrote it, or set Storage:ConnectionString to another file.",
            error.Message);
    }

    [Fact]
    public async Task A_database_of_another_program_is_left_alone()
    {
        Ask<int>("CREATE TABLE invoices (number INTEGER)");

        var error = await Assert.ThrowsAsync<StoreException>(() => BacklogStore.Open($"Data Source={File}", _time));

        Assert.Equal(StoreFault.NotADatabase, error.Fault);
        Assert.Equal(
            $"Database {File}: it belongs to another program (it holds the table invoices). Expected one written by BacklogHealth, or no file at all. Set Storage:ConnectionString to another file.",
            error.Message);
    }

    private T Ask<T>(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        return connection.ExecuteScalar<T>(sql)!;
    }
}
