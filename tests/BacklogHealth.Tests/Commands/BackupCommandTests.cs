using System.Text.Json;

namespace BacklogHealth.Tests.Commands;

public sealed class BackupCommandTests : IDisposable
{
    private readonly ProgramRun _program = new();

    private string Backup => Path.Combine(_program.Folder, "backup.db");

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task What_was_saved_is_brought_back_as_it_was()
    {
        await Import();
        var before = await Export();

        Assert.Equal(0, await _program.Run("backup", Backup));
        Assert.Matches("\n[0-9]+ rows in [0-9]+ tables, verified: equal\n$", _program.Output);
        Elsewhere("restored.db");
        Assert.Equal(0, await _program.Run("restore", Backup));
        Assert.Matches("\n[0-9]+ rows in [0-9]+ tables, verified: equal\n$", _program.Output);

        Assert.NotEmpty(before);
        Assert.Equal(before, await Export());
    }

    [Fact]
    public async Task A_backup_is_one_file_and_restoring_leaves_it_as_it_is()
    {
        await Import();
        Assert.Equal(0, await _program.Run("backup", Backup, "--json"));
        using var json = JsonDocument.Parse(_program.Output);
        Assert.True(json.RootElement.GetProperty("equal").GetBoolean());
        Assert.Equal(["backup.db"], Directory.GetFiles(_program.Folder, "backup*").Select(Path.GetFileName));
        var bytes = await File.ReadAllBytesAsync(Backup, TestContext.Current.CancellationToken);

        Elsewhere("restored.db");
        Assert.Equal(0, await _program.Run("restore", Backup));

        Assert.Equal(bytes, await File.ReadAllBytesAsync(Backup, TestContext.Current.CancellationToken));
        Assert.Equal(["backup.db"], Directory.GetFiles(_program.Folder, "backup*").Select(Path.GetFileName));
    }

    [Fact]
    public async Task An_earlier_backup_is_not_written_over()
    {
        await Import();
        await File.WriteAllTextAsync(Backup, "mine", TestContext.Current.CancellationToken);

        Assert.Equal(2, await _program.Run("backup", Backup));
        Assert.Equal($"backup {Backup}: it is there already. Expected a new file, so that no earlier backup is lost. Name another.\n", _program.Error);
        Assert.Equal("mine", await File.ReadAllTextAsync(Backup, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nothing_is_saved_from_an_empty_database()
    {
        Assert.Equal(2, await _program.Run("backup", Backup));
        Assert.Contains("nothing is stored there. Expected a database with at least one team.", _program.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_program.Folder, "backup*"));
    }

    [Fact]
    public async Task A_database_that_holds_something_is_not_restored_into()
    {
        await Import();
        Assert.Equal(0, await _program.Run("backup", Backup));

        Assert.Equal(1, await _program.Run("restore", Backup));
        Assert.Contains("it is not empty", _program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_or_no_backup_is_told()
    {
        Assert.Equal(2, await _program.Run("restore", "nowhere.db"));
        Assert.Equal($"restore nowhere.db: there is no such file. Expected a file that `{Product.CommandLine} backup` made. Correct the path.\n", _program.Error);

        await File.WriteAllTextAsync(Backup, "this is no database, whatever its name says", TestContext.Current.CancellationToken);
        Assert.Equal(1, await _program.Run("restore", Backup));
        Assert.Contains("backup.db", _program.Error, StringComparison.Ordinal);
        Assert.Contains("Expected", _program.Error, StringComparison.Ordinal);
    }

    private async Task Import()
    {
        var items = _program.File("items.csv", "key,title,status,created,resolved\nCHK-1,Pay by invoice,Done,2026-01-05,2026-02-05\nCHK-2,Search orders,To Do,2026-01-06,\n");
        Assert.Equal(0, await _program.Run("import", items, "--team", "Checkout"));
    }

    private async Task<string> Export()
    {
        Assert.Equal(0, await _program.Run("export", "--jsonl"));
        return _program.Output;
    }

    private void Elsewhere(string file) => _program.With("BACKLOGHEALTH__Storage__ConnectionString", $"Data Source={Path.Combine(_program.Folder, file)}");
}
