using System.Text.Json;

namespace BacklogHealth.Tests.Commands;

public sealed class ReportScopeTests : IDisposable
{
    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task What_stakeholders_may_see_changes_the_data_state_that_tells_reports_apart()
    {
        Assert.Equal(0, await _program.Run("import", _program.File("a.csv", "key,title,status,created\nA-1,Pay by invoice,Open,2026-01-02\n"), "--team", "A"));

        var states = new[] { await DataState("aggregates"), await DataState("goals"), await DataState("items") };

        Assert.Equal(3, states.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(states[0], await DataState("aggregates"));
    }

    private async Task<string> DataState(string scope)
    {
        var settings = _program.File($"{scope}.json", JsonSerializer.Serialize(new { Teams = new[] { new { Name = "A" } }, Reports = new { StakeholdersSee = scope } }));
        Assert.Equal(0, await _program.Run("report", "stakeholder", "--format", "json", "--out", _program.Folder, "--config", settings));
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(_program.Folder, "a-stakeholder.json")));
        return json.RootElement.GetProperty("dataState").GetString()!;
    }
}
