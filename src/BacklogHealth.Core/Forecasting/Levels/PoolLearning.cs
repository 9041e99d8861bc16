using System.Collections.Immutable;
using BacklogHealth.Core.Flow;

namespace BacklogHealth.Core.Forecasting.Levels;

/// <summary>
/// Learns a <see cref="LevelPool"/> from the finish dates of projects. Each project is followed with every model at equal weight; the pool's weight of
/// a model is its mean worth at the ends of the histories. Then forecasts are made at past points of all of them, and the tilt is what puts what came
/// in their middle on average.
/// </summary>
public static class PoolLearning
{
    // A tenth of the weight is spread over all models: what no project has shown is rare, not impossible.
    private const double Unseen = 0.1;

    // How far apart the points of the tilt lie, and how far ahead each looks, in days.
    private const int Every = 84;

    private static readonly ImmutableArray<double> Wanders = [0.005, 0.06, 0.20];
    private static readonly ImmutableArray<double> Jumps = [0.002, 0.05];
    private static readonly ImmutableArray<double> Noises = [1.02, 2, 4, 8];
    private static readonly ImmutableArray<int> Horizons = [28, 56, 84];

    /// <summary>Learns a pool.</summary>
    /// <param name="projects">Finished items a day, one series for each project; each with a year and a horizon at least.</param>
    /// <param name="source">Where they come from, for readers.</param>
    /// <exception cref="ArgumentException">No project is long enough to learn from.</exception>
    public static LevelPool Learn(IReadOnlyList<DailyCounts> projects, string source)
    {
        ArgumentNullException.ThrowIfNull(projects);
        var usable = projects.Where(p => Points(p).Any()).ToList();
        if (usable.Count == 0)
        {
            throw new ArgumentException("no project has a year of finish dates and twelve weeks behind it", nameof(projects));
        }

        var pool = Weighted(usable, source);
        return pool with { Tilt = Tilt(usable, pool) };
    }

    private static LevelPool Weighted(List<DailyCounts> projects, string source)
    {
        var open = new LevelPool
        {
            Source = source,
            Projects = projects.Count,
            Tilt = 0,
            Models = [.. from wander in Wanders from jumps in Jumps from noise in Noises
                         select new PooledModel(wander, jumps, noise, 1.0 / (Wanders.Length * Jumps.Length * Noises.Length))],
        };
        var worth = new double[open.Models.Length];
        foreach (var project in projects)
        {
            var method = new CalibratedMethod(open);
            List<PastPoint> points = [.. Points(project)];
            foreach (var judged in points.Select(point => method.Follow(point.Known).Judged()))
            {
                foreach (var (i, weight) in judged.Select((m, i) => (i, m.Weight)))
                {
                    worth[i] += weight / points.Count / projects.Count;
                }
            }
        }

        return open with { Models = [.. open.Models.Select((m, i) => m with { Weight = Rounded(((1 - Unseen) * worth[i]) + (Unseen * m.Weight)) })] };
    }

    // What came lies in the middle where its mean place in the distribution is one half; the place is as good as linear in a small tilt.
    private static double Tilt(List<DailyCounts> projects, LevelPool pool)
    {
        const double Try = -0.2;
        var (untilted, tilted) = (MeanPlace(projects, pool), MeanPlace(projects, pool with { Tilt = Try }));
        return Rounded((0.5 - untilted) / (tilted - untilted) * Try);
    }

    private static double MeanPlace(List<DailyCounts> projects, LevelPool pool) => projects.Average(project =>
    {
        var method = new CalibratedMethod(pool);
        return Points(project).Average(point =>
        {
            var forecaster = method.Prepare(point.Known);
            return Horizons.Average(days => forecaster.Items(days).PlaceOf(project.Within(new Period(point.AsOf, point.AsOf.AddDays(days))).Total));
        });
    });

    private static IEnumerable<PastPoint> Points(DailyCounts project) => new Backtest(project).Points(Horizons[^1], Every);

    private static double Rounded(double number) => Math.Round(number, 4);
}
