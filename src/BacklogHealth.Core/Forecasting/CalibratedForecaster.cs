using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting.Levels;

namespace BacklogHealth.Core.Forecasting;

/// <summary>
/// A forecast of two parts: where the team's level may be and go, and how single weeks scatter about it. Each future of the level brings counts with
/// the scatter of its noise; the answer is their mixture, computed exactly. It is as wide as the team's own history and other projects have shown.
/// </summary>
public sealed class CalibratedForecaster : Forecaster
{
    // Above so many numbers it counts in steps, so that an answer takes no longer than a blink.
    private const double MostNumbers = 30_000;

    private readonly DailyCounts _known;
    private readonly FutureTotals _totals;
    private readonly WeekdayProfile _weekdays;
    private readonly Standing? _standing;
    private readonly int _projects;

    internal CalibratedForecaster(DailyCounts known, LevelFilter level, List<int> weeks, List<Standing> standings, LevelPool pool)
    {
        var drift = Forecasting.Drift.Of(weeks, standings, known.End);
        Drift = drift;
        _standing = standings.Count == 0 ? null : standings[^1];
        _totals = new FutureTotals(level, drift is not { Restarts: true } ? [] : weeks.GetRange(weeks.Count - drift.Weeks, drift.Weeks), pool.Tilt);
        _weekdays = new WeekdayProfile(known);
        _projects = pool.Projects;
        _known = known;
    }

    /// <inheritdoc/>
    public override string Method => FormattableString.Invariant($"level and its moves, from the team's own weeks and {_projects} {(_projects == 1 ? "project" : "projects")}, computed exactly");

    /// <inheritdoc/>
    public override HistoryUsed History => new(_known.First, _known.End, _known.Total, _known.ActiveDays);

    /// <inheritdoc/>
    public override double? VisibleFall => _standing is { } standing ? Forecasting.Drift.SmallestVisibleFall(standing) : null;

    /// <inheritdoc/>
    public override Distribution Items(int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        Span<double> totals = stackalloc double[FutureTotals.Count];
        var meanDays = _weekdays.MeanDays(days);
        var largest = 0.0;
        for (var n = 0; n < _totals.Noises.Length; n++)
        {
            var noise = _totals.Noises[n].Noise;
            _totals.Within(n, meanDays, totals);
            largest = Math.Max(largest, totals[^1] + (10 * Math.Sqrt(noise * totals[^1])) + (30 * noise));
        }

        var step = 1;
        while (largest / step > MostNumbers)
        {
            step *= 2;
        }

        var mass = new double[(int)(largest / step) + 2];
        for (var n = 0; n < _totals.Noises.Length; n++)
        {
            var (noise, weight) = _totals.Noises[n];
            _totals.Within(n, meanDays, totals);
            foreach (var total in totals)
            {
                NegativeBinomial.AddTo(mass, total, noise, weight / FutureTotals.Count, step);
            }
        }

        return Distribution.OfMass(mass, step);
    }

    /// <inheritdoc/>
    protected override double ChanceOf(int items, int days)
    {
        Span<double> totals = stackalloc double[FutureTotals.Count];
        var meanDays = _weekdays.MeanDays(days);
        var chance = 0.0;
        for (var n = 0; n < _totals.Noises.Length; n++)
        {
            var (noise, weight) = _totals.Noises[n];
            var tail = new NegativeBinomial.Tail(items, noise);
            _totals.Within(n, meanDays, totals);
            foreach (var total in totals)
            {
                chance += weight / FutureTotals.Count * tail.Of(total);
            }
        }

        return Math.Min(1, chance);
    }
}
