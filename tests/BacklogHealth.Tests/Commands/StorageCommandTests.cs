using System.Text.Json;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.Commands;

public sealed class StorageCommandTests : IDisposable
{
    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    private string Copied => Path.Combine(_program.Folder, "copy.db");

    [Fact]
    public async Task A_copy_is_compared_and_holds_what_the_original_holds()
    {
        await Import();
        Assert.Equal(0, await _program.Run("export", "--jsonl"));
        var original = _program.Output;

        Assert.Equal(0, await _program.Run("storage", "copy", "--to", Copied));
        Assert.Matches("\n[0-9]+ rows in [0-9]+ tables, verified: equal\n$", _program.Output);
        Assert.EndsWith("stays as it is. To work on the copy, set Storage in appsettings.json to Provider Sqlite and its ConnectionString.\n", _program.Error, StringComparison.Ordinal);

        Assert.Equal(0, await _program.With("BACKLOGHEALTH__Storage__ConnectionString", $"Data Source={Copied}").Run("export", "--jsonl"));
        Assert.NotEmpty(original);
        Assert.Equal(original, _program.Output);
    }

    [Fact]
    public async Task The_tables_can_be_had_as_JSON()
    {
        await Import();

        Assert.Equal(0, await _program.Run("storage", "copy", "--to", Copied, "--json"));
        using var json = JsonDocument.Parse(_program.Output);
        Assert.Equal("backlog-health/storage-copy/1", json.RootElement.GetProperty("schema").GetString());
        Assert.True(json.RootElement.GetProperty("equal").GetBoolean());
        Assert.Equal(json.RootElement.GetProperty("rows").GetInt64(), json.RootElement.GetProperty("tables").EnumerateArray().Sum(t => t.GetProperty("rows").GetInt64()));
        Assert.Contains(json.RootElement.GetProperty("tables").EnumerateArray(), t => t.GetProperty("rows").GetInt64() == 2);
    }

    [Fact]
    public async Task A_database_that_holds_something_is_not_written_over()
    {
        await Import();
        Assert.Equal(0, await _program.Run("storage", "copy", "--to", Copied));

        Assert.Equal(1, await _program.Run("storage", "copy", "--to", Copied));
        Assert.Contains("it is not empty", _program.Error, StringComparison.Ordinal);
        Assert.Equal("", _program.Output);
    }

    [Fact]
    public async Task A_copy_to_PostgreSQL_and_back_is_the_same()
    {
        if (PostgresServer.NotHereBecause is { } reason)
        {
            Assert.Skip(reason);
        }

        await using var server = await PostgresServer.Start();
        var there = await server.CreateDatabase();
        await Import();
        Assert.Equal(0, await _program.Run("export", "--jsonl"));
        var original = _program.Output;

        Assert.Equal((0, ""), (await _program.Run("storage", "copy", "--quiet", "--to", there), _program.Error));
        var tables = _program.Output;
        _program.With("BACKLOGHEALTH__Storage__Provider", "Postgres").With("BACKLOGHEALTH__Storage__ConnectionString", there);
        Assert.Equal(0, await _program.Run("export", "--jsonl"));
        Assert.Equal(original, _program.Output);
        Assert.Equal(0, await _program.Run("doctor"));
        Assert.Contains("OK    database: Postgres (", _program.Output, StringComparison.Ordinal);

        Assert.Equal(0, await _program.Run("storage", "copy", "--to", Copied));
        Assert.Equal(tables, _program.Output);
    }

    [Fact]
    public async Task Nothing_to_copy_is_told()
    {
        Assert.Equal(2, await _program.Run("storage", "copy", "--to", Copied));
        Assert.Equal($"Data Source={Path.Combine(_program.Folder, "test.db")}: nothing is stored there. Expected a database with at least one team. Name the right one in Storage:ConnectionString, or run `{Product.CommandLine} sync` first.\n", _program.Error);
        Assert.False(File.Exists(Copied));
    }

    [Fact]
    public async Task A_password_of_the_place_is_never_printed()
    {
        await Import();

        Assert.NotEqual(0, await _program.Run("storage", "copy", "--to", "Host=127.0.0.1;Port=1;Database=none;Username=u;Password=canary-4711;Timeout=2"));
        Assert.DoesNotContain("canary", _program.Error + _program.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=none;Username=u;Timeout=2", "Start it, or mend host and port in --to.\n")]
    [InlineData("Host=127.0.0.1", "--to: it names no host or no database. Expected, for example, Host=db.example;Database=backlog;Username=backlog;Password=…. Mend the setting.\n")]
    public async Task A_place_that_cannot_be_opened_is_told_by_the_option_that_named_it(string to, string sentence)
    {
        await Import();

        Assert.NotEqual(0, await _program.Run("storage", "copy", "--to", to));
        Assert.EndsWith(sentence, _program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_that_the_server_does_not_know_is_told_by_the_options_that_named_it()
    {
        if (PostgresServer.NotHereBecause is { } reason)
        {
            Assert.Skip(reason);
        }

        await using var server = await PostgresServer.Start();
        await server.CreateDatabase();
        var there = server.ConnectionString("test_1", PostgresServer.LockedUser);
        await Import();

        Assert.NotEqual(0, await _program.Run("storage", "copy", "--to", there, "--password-file", _program.File("password.txt", "canary-4711\n")));
        Assert.DoesNotContain("Storage:", _program.Error, StringComparison.Ordinal);
        Assert.Contains("Mend --to or --password-file, or the server's list of who may connect.", _program.Error, StringComparison.Ordinal);
    }

    private async Task Import()
    {
        var items = _program.File("items.csv", "key,title,status,created\nA-1,Export orders,Open,2026-01-05\nA-2,Import orders,Done,2026-01-06\n");
        Assert.Equal(0, await _program.Run("import", items, "--team", "real"));
    }
}
