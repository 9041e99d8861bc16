using System.Text.RegularExpressions;
using BacklogHealth.Core.Health.Quality;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Settings;
using BacklogHealth.Steps;
using BacklogHealth.Testing;

namespace BacklogHealth.Acceptance;

/// <summary>
/// The samples under <c>reports/</c> are what the program makes today: pulled, stored, scored, forecast and rendered here once more, and compared.
/// Set BACKLOGHEALTH_ACCEPT=1 to take over a wanted change.
/// </summary>
public sealed partial class SampleReportsTests
{
    private static readonly bool Accept = Environment.GetEnvironmentVariable("BACKLOGHEALTH_ACCEPT") == "1";

    [Fact]
    public async Task The_sample_reports_are_what_the_program_makes()
    {
        await using var run = await SampleRun.Start();
        await using var store = await run.OpenStore();
        var different = new List<string>();
        var request = ReportRequest.All(run.ReportFolder);
        var portfolio = new PortfolioStep(run.Settings, request, new Screen(TextWriter.Null, TextWriter.Null, interactive: false));
        var teams = run.Settings.Teams.Select(t => run.Team(t.Name)).ToList();
        foreach (var team in teams)
        {
            var delivered = await run.Flow(store).Whole(team, request, CancellationToken.None);
            portfolio.Add(delivered.Forecast);
            different.AddRange(delivered.Saved.Files.Where(f => !Same(Path.GetFileName(f), File.ReadAllText(f))));
        }

        different.AddRange((await portfolio.Write(teams, CancellationToken.None)).Files.Where(f => !Same(Path.GetFileName(f), File.ReadAllText(f))));

        Assert.True(different.Count == 0, $"reports/ is not what the program makes: {string.Join(", ", different.Select(Path.GetFileName))}. Look at the difference; to take it over, run with BACKLOGHEALTH_ACCEPT=1.");
    }

    [Fact]
    public void The_catalogue_of_rules_is_fresh() => Assert.True(Same("rules.md", RuleCatalogue.Markdown(RuleBook.All)), "reports/rules.md is stale: run with BACKLOGHEALTH_ACCEPT=1");

    [Fact]
    public void The_catalogue_of_checks_is_fresh() => Assert.True(Same("quality.md", QualityCatalogue.Markdown()), "reports/quality.md is stale: run with BACKLOGHEALTH_ACCEPT=1");

    [Fact]
    public void The_page_of_settings_is_fresh() => Assert.True(Same("settings.md", SettingsPage.Markdown()), "reports/settings.md is stale: run with BACKLOGHEALTH_ACCEPT=1");

    // Pictures may differ in a bit between processors; that they are drawn, with text, is tested where they are made.
    private static bool Same(string name, string content)
    {
        var file = Repository.Path("reports", name);
        var known = File.Exists(file) ? File.ReadAllText(file) : "";
        if (WithoutPictures(known) == WithoutPictures(content))
        {
            return true;
        }

        if (Accept)
        {
            Directory.CreateDirectory(Repository.Path("reports"));
            File.WriteAllText(file, content);
        }

        return Accept;
    }

    private static string WithoutPictures(string html) => Pictures().Replace(html, "data:image/png;base64,…");

    [GeneratedRegex("data:image/png;base64,[A-Za-z0-9+/=]+", RegexOptions.None, 20_000)]
    private static partial Regex Pictures();
}
