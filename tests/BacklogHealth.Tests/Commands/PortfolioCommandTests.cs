using System.Text.Json;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.Commands;

/// <summary>The reports that stand beside those of the audiences: the story map of a team, and several teams in one.</summary>
public sealed class PortfolioCommandTests : IDisposable
{
    private readonly ProgramRun _program = new() { Time = new FixedTime("2026-03-02 07:00") };

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task A_portfolio_puts_all_teams_into_one_file_in_the_order_of_the_settings()
    {
        var settings = _program.File("own.json", """{ "Teams": [ { "Name": "Beta" }, { "Name": "Alpha" } ], "Deliveries": [ { "Name": "Fair", "Teams": [ "Beta", "Alpha" ], "Items": [ "A-1", "B-1" ], "Due": "2026-06-30" } ] }""");
        await Import("Alpha", "A-1,Pay by invoice,Open,2026-01-05");
        await Import("Beta", "B-1,Search by phone,Open,2026-01-06");

        Assert.Equal(0, await _program.Run("report", "portfolio", "--config", settings, "--out", _program.Folder, "--format", "html,md,json"));
        Assert.Equal(["portfolio.html", "portfolio.md", "portfolio.json"], Files());
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(_program.Folder, "portfolio.json"), TestContext.Current.CancellationToken));
        Assert.Equal(("backlog-health/report/1", "portfolio"), (json.RootElement.GetProperty("schema").GetString(), json.RootElement.GetProperty("audience").GetString()));
        Assert.Equal(["Beta", "Alpha"], json.RootElement.GetProperty("teams").EnumerateArray().Select(t => t.GetProperty("team").GetString()));
        Assert.Contains("Fair", await File.ReadAllTextAsync(Path.Combine(_program.Folder, "portfolio.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_map_is_made_for_each_team()
    {
        await Import("Alpha", "A-1,Pay by invoice,Open,2026-01-05");
        await Import("Beta", "B-1,Search by phone,Open,2026-01-06");

        Assert.Equal(0, await _program.Run("report", "story-map", "--out", _program.Folder));
        Assert.Equal(["alpha-story-map.html", "beta-story-map.html"], Files());
    }

    [Fact]
    public async Task All_reports_are_the_audiences_and_the_story_map_of_each_team_and_the_portfolio_of_several()
    {
        await Import("Alpha", "A-1,Pay by invoice,Open,2026-01-05");
        Assert.Equal(0, await _program.Run("report", "all", "--out", _program.Folder));
        Assert.Equal(["alpha-product-owner.html", "alpha-coach.html", "alpha-stakeholder.html", "alpha-story-map.html", "alpha-what-we-can-tell.html"], Files());

        await Import("Beta", "B-1,Search by phone,Open,2026-01-06");
        Assert.Equal(0, await _program.Run("report", "all", "--out", _program.Folder, "--format", "md"));
        Assert.Equal("portfolio.md", Files()[^1]);
        Assert.Equal(11, Files().Length);

        Assert.Equal(0, await _program.Run("run", "--out", _program.Folder));
        Assert.Equal("portfolio.html", Files()[^1]);
    }

    [Fact]
    public async Task A_portfolio_of_one_team_says_what_to_do()
    {
        await Import("Alpha", "A-1,Pay by invoice,Open,2026-01-05");
        Assert.Equal(2, await _program.Run("report", "portfolio"));
        Assert.Equal($"backlog-health report portfolio: found one team, Alpha; expected two or more, which a portfolio puts side by side. Add another under Teams in appsettings.json; for one team, run `{Product.CommandLine} report stakeholder`.\n", _program.Error);

        await Import("Beta", "B-1,Search by phone,Open,2026-01-06");
        Assert.Equal(2, await _program.Run("report", "portfolio", "--team", "beta"));
        Assert.Equal($"backlog-health report portfolio: found one team, Beta; expected two or more, which a portfolio puts side by side. Name another with --team, or leave --team out; for one team, run `{Product.CommandLine} report stakeholder`.\n", _program.Error);
    }

    [Fact]
    public async Task A_team_of_which_nothing_is_stored_is_named_as_missing()
    {
        var settings = _program.File("own.json", """{ "Teams": [ { "Name": "Alpha" }, { "Name": "Beta" }, { "Name": "Gamma" } ] }""");
        await Import("Alpha", "A-1,Pay by invoice,Open,2026-01-05");
        Assert.NotEqual(0, await _program.Run("report", "portfolio", "--config", settings, "--out", _program.Folder));
        Assert.EndsWith("portfolio: of 3 teams only one could be told of, so it was not written. Expected two or more. Mend what is said above, then run this again.\n", _program.Error, StringComparison.Ordinal);
        Assert.Empty(Files());

        await Import("Beta", "B-1,Search by phone,Open,2026-01-06");
        Assert.NotEqual(0, await _program.Run("report", "portfolio", "--config", settings, "--out", _program.Folder, "--format", "md"));
        Assert.Contains("**Nothing is known of Gamma**: this team is not in this report.", await File.ReadAllTextAsync(Path.Combine(_program.Folder, "portfolio.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_report_is_told_with_what_is_nearest()
    {
        Assert.Equal(2, await _program.Run("report", "storymap"));
        Assert.Equal("backlog-health report: found 'storymap'; expected product-owner, coach, stakeholder, story-map, what-we-can-tell, portfolio or all. Did you mean 'story-map'?\n", _program.Error);
    }

    private async Task Import(string team, params string[] rows) =>
        Assert.Equal(0, await _program.Run("import", _program.File($"{team}.csv", $"key,title,status,created\n{string.Join('\n', rows)}\n"), "--team", team));

    private string[] Files() => [.. _program.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(f => Path.GetFileName(f)!)];
}
