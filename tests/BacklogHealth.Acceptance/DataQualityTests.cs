using System.Text.Json;
using BacklogHealth.Core.Health.Quality;

namespace BacklogHealth.Acceptance;

/// <summary>The data-quality report on what the demo pulled from a Jira and from an Azure DevOps.</summary>
public sealed class DataQualityTests : IDisposable
{
    private readonly ProgramUnderTest _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Both_trackers_data_are_looked_at_by_every_check()
    {
        Assert.Equal(0, await _program.Run("demo", "--out", _program.Folder));
        Assert.Equal(0, await _program.Run("quality", "--json", "--config", Path.Combine(_program.Folder, "appsettings.json")));
        var teams = _program.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonSerializer.Deserialize<JsonElement>(l)).ToList();

        Assert.Equal(["Checkout", "Field Service"], teams.Select(t => t.GetProperty("team").GetString()));
        Assert.All(teams, team =>
        {
            var problems = team.GetProperty("problems").EnumerateArray().ToDictionary(p => p.GetProperty("id").GetString()!, p => (Affected: p.GetProperty("affected").GetInt32(), Of: p.GetProperty("of").GetInt32()), StringComparer.Ordinal);
            Assert.Equal(QualityBook.All.Select(c => c.Id).Order(StringComparer.Ordinal), problems.Keys.Order(StringComparer.Ordinal));
            Assert.All(problems.Values, p => Assert.InRange(p.Affected, 0, p.Of));
            // The sample reopens and drops items; accounts come with its history, so that who finished an item is known.
            Assert.All(["reopened", "closed-without-delivery"], id => Assert.InRange(problems[id].Affected, 5, 40));
            Assert.InRange(problems["closed-by-automation"].Of, 350, 450);
        });
    }
}
