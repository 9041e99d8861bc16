using System.Globalization;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting.Levels;
using BacklogHealth.Testing;

namespace BacklogHealth.Core.Tests.Forecasting;

/// <summary>
/// What is said of the forecasts must come out of the data again. The page reports/forecasts.md is made here: set BACKLOGHEALTH_ACCEPT=1 to take over
/// a wanted change.
/// </summary>
public sealed class FiguresTests(ITestOutputHelper output)
{
    [Fact]
    public void The_page_of_figures_is_fresh_and_every_figure_is_reached()
    {
        var projects = Projects();
        var figures = PublicFigures.Of(projects);
        Same($"# How the forecasts have held\n\nMade by a test from public data and from teams made of chance; nothing here is set by hand. Pools are learned without the project they are tried on; the few constants of the method (see `LevelPool` and `HorizonKernels`) were chosen in sight of these projects, so that figures on other projects are the cleaner measure.\n\n{figures.Markdown()}\n{SyntheticFigures.Markdown()}");

        double[] sharper = [0.94, 0.90, 0.89];
        double[] nearer = [0.065, 0.075, 0.08];
        for (var h = 0; h < PublicFigures.Horizons.Length; h++)
        {
            Assert.InRange(figures.Held(h, 0).Share, 0.925, 0.975);
            Assert.InRange(figures.Held(h, 1).Share, 0.82, 0.88);
            Assert.InRange(figures.Held(h, 2).Share, 0.66, 0.74);
            Assert.InRange(figures.Held(h, 3).Share, 0.44, 0.56);
            Assert.InRange(figures.CrpsRatio(h), 0, sharper[h]);
            Assert.InRange(figures.Distance(h), 0, nearer[h]);
            Assert.All(Enumerable.Range(0, 4), s => Assert.True(figures.Stated(h, s) >= Calibration.Said[s] - 0.02));
            Assert.InRange(figures.Dates(h).Share, 0.81, 0.90);
        }
    }

    [Fact]
    public void The_pool_that_ships_is_what_is_learned_from_the_public_projects()
    {
        var learned = PoolLearning.Learn(Projects(), LevelPool.Shipped.Source).ToJson();
        Assert.Equal(File.ReadAllText(Repository.Path("src", "BacklogHealth.Core", "Forecasting", "Levels", "level-pool.json")), learned);
    }

    [Fact]
    public void A_steady_team_costs_little_against_the_method_made_for_it()
    {
        foreach (var team in SyntheticFigures.SteadyTeams)
        {
            var figures = SyntheticFigures.Steady(team);
            Assert.InRange(figures[0].Ours.Crps / figures[0].Usual.Crps, 0, 1.05);
            Assert.InRange(figures[2].Ours.Crps / figures[2].Usual.Crps, 0, 1.10);
            Assert.All(figures, f => Assert.InRange(f.Ours.Held(1), 0.82, 0.93));
        }
    }

    [Fact]
    public void A_fall_by_forty_percent_is_seen_within_three_weeks_and_the_forecast_comes_down_within_six()
    {
        foreach (var team in SyntheticFigures.FallingTeams)
        {
            var figures = SyntheticFigures.Falling(team);
            Assert.InRange(figures.FalseAlarmsAYear, 0, 1.25);
            Assert.True(figures.Seen[3] >= Math.Min(0.9, figures.SeenByCusum[3] - 0.10), $"{team}: {figures.Seen[3]:P0}, CUSUM {figures.SeenByCusum[3]:P0}");
            Assert.True(figures.Held[6] >= 0.70, $"{team}: {figures.Held[6]:P0}");
        }

        var twentyFive = SyntheticFigures.Falling((25, 1));
        Assert.True(twentyFive is { FalseAlarmsAYear: <= 1 } && twentyFive.Seen[3] >= 0.9 && twentyFive.Held[6] >= 0.75);
    }

    private static List<DailyCounts> Projects()
    {
        var folder = Repository.Beside("data", "finish-dates");
        Assert.SkipWhen(folder is null, "The public finish dates are not at hand beside the repository.");
        return [.. Directory.GetFiles(folder, "*.csv").Order(StringComparer.Ordinal)
            .Select(file => FinishHistory.OfDates(File.ReadLines(file).Where(l => l.Length > 0).Select(l => DateOnly.Parse(l, CultureInfo.InvariantCulture))))];
    }

    private void Same(string made)
    {
        var file = Repository.Path("reports", "forecasts.md");
        output.WriteLine(made);
        if (Environment.GetEnvironmentVariable("BACKLOGHEALTH_ACCEPT") == "1")
        {
            File.WriteAllText(file, made);
        }

        Assert.True(File.Exists(file) && File.ReadAllText(file).ReplaceLineEndings("\n") == made, "reports/forecasts.md is not what the tests make. Look at the difference; to take it over, run with BACKLOGHEALTH_ACCEPT=1.");
    }
}
