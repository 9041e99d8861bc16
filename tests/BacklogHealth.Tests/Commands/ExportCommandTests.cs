using System.Text.Json;

namespace BacklogHealth.Tests.Commands;

public sealed class ExportCommandTests : IDisposable
{
    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    private async Task Import() =>
        Assert.Equal(0, await _program.Run("import", _program.File("items.csv", "key,title,status,created\nA-1,Pay by invoice,Open,2026-01-05T10:12:00+01:00\n"), "--team", "A"));

    [Fact]
    public async Task Instants_are_in_UTC_and_read_alike_in_both_forms()
    {
        await Import();

        Assert.Equal(0, await _program.Run("export", "--jsonl"));
        using var item = JsonDocument.Parse(_program.Output);
        Assert.Equal("2026-01-05T09:12:00Z", item.RootElement.GetProperty("created").GetString());
        Assert.Equal(0, await _program.Run("export", "--csv"));
        Assert.Contains(",2026-01-05T09:12:00Z,", _program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misspelt_team_leaves_the_last_export_where_it_is()
    {
        await Import();
        var file = _program.File("export.csv", "the last export");

        Assert.Equal(2, await _program.Run("export", "--csv", "--team", "B", "--out", file));
        Assert.Equal("the last export", await System.IO.File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }
}
