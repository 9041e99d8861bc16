using System.Collections.Concurrent;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting.Levels;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Forecasting;

/// <summary>
/// A forecast of two parts: where the team's level may be and go, and how single weeks scatter about it. Each future of the level brings counts with
/// the scatter of its noise; the answer is their mixture, computed exactly. It is as wide as the team's own history and other projects have shown.
/// </summary>
public sealed class CalibratedForecaster : Forecaster
{
    // Above so many numbers it counts in steps, so that an answer takes no longer than a blink.
    private const double MostNumbers = 30_000;

    // Deliveries ask for the same horizons again and again; the distributions of a large team are large.
    private const int MostKept = 64;

    // What a horizon of days off brings.
    private static readonly Distribution Nothing = Distribution.Certain(0);

    private readonly ConcurrentDictionary<int, Distribution> _kept = [];

    private readonly DailyCounts _known;
    private readonly FutureTotals _totals;
    private readonly WeekdayProfile _weekdays;
    private readonly Standing? _standing;
    private readonly int _projects;

    internal CalibratedForecaster(DailyCounts known, LevelFilter level, List<WorkedWeek> weeks, List<Standing> standings, LevelPool pool, DaysOff off)
    {
        var drift = Forecasting.Drift.Of(weeks, standings, known.End);
        Drift = drift;
        _standing = standings.Count == 0 ? null : standings[^1];
        _totals = new FutureTotals(level, drift is not { Restarts: true } ? [] : weeks.FindAll(w => w.First >= drift.Since), pool.Tilt);
        _weekdays = new WeekdayProfile(known, off);
        DaysOff = off;
        _projects = pool.Projects;
        _known = known;
    }

    /// <inheritdoc/>
    public override Sentence Method => $"level and its moves, from the team's own weeks and {_projects:# project|# projects}, computed exactly";

    /// <inheritdoc/>
    public override DaysOff DaysOff { get; }

    /// <inheritdoc/>
    public override HistoryUsed History => new(_known.First, _known.End, _known.Total, _known.ActiveDays);

    /// <inheritdoc/>
    public override double? VisibleFall => _standing is { } standing ? Forecasting.Drift.SmallestVisibleFall(standing) : null;

    /// <inheritdoc/>
    public override Distribution Items(int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        if (!_kept.TryGetValue(days, out var items))
        {
            items = Mixed(days);
            if (_kept.Count < MostKept)
            {
                _kept.TryAdd(days, items);
            }
        }

        return items;
    }

    /// <inheritdoc/>
    protected override double ChanceOf(int items, int days)
    {
        Span<double> totals = stackalloc double[FutureTotals.Count];
        var meanDays = _weekdays.MeanDays(days);
        var chance = 0.0;
        for (var n = 0; n < _totals.Noises.Length && meanDays > 0; n++)
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

    // Each future follows one of the futures of the level; what comes between two days scatters about it independently of what came before.
    internal override int[][] Paths(IReadOnlyList<int> days, int futures, Random random)
    {
        int[] order = [.. Enumerable.Range(0, futures)];
        random.Shuffle(order);
        var paths = days.Select(_ => new int[futures]).ToArray();
        var totals = new double[days.Count][];
        var (taken, weights) = (0, 0.0);
        for (var n = 0; n < _totals.Noises.Length; n++)
        {
            for (var d = 0; d < days.Count; d++)
            {
                _totals.Within(n, _weekdays.MeanDays(days[d]), totals[d] = new double[FutureTotals.Count]);
            }

            for (var level = 0; level < FutureTotals.Count; level++)
            {
                weights += _totals.Noises[n].Weight / FutureTotals.Count;
                var group = order.AsSpan(taken, Math.Max(0, Math.Min(futures, (int)Math.Round(weights * futures)) - taken));
                taken += group.Length;
                for (var d = 0; d < days.Count && group.Length > 0; d++)
                {
                    var mean = totals[d][level] - (d == 0 ? 0 : totals[d - 1][level]);
                    var played = mean > 0 ? Played(NegativeBinomial.Of(mean, _totals.Noises[n].Noise), group.Length, random) : new int[group.Length];
                    for (var i = 0; i < group.Length; i++)
                    {
                        paths[d][group[i]] = played[i] + (d == 0 ? 0 : paths[d - 1][group[i]]);
                    }
                }
            }
        }

        return paths;
    }

    private Distribution Mixed(int days)
    {
        Span<double> totals = stackalloc double[FutureTotals.Count];
        var meanDays = _weekdays.MeanDays(days);
        if (meanDays == 0)
        {
            return Nothing;
        }

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
}
