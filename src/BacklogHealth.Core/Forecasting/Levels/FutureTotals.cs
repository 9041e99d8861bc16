using System.Collections.Immutable;

namespace BacklogHealth.Core.Forecasting.Levels;

/// <summary>
/// What the level may bring: for each noise a number of equally likely futures, each the items that the level alone would bring within so many days,
/// growing with the days. Between these and what is counted lies only the noise of single weeks.
/// </summary>
internal sealed class FutureTotals
{
    /// <summary>Futures told apart for each noise.</summary>
    public const int Count = 64;

    // A model that is worth less changes no number that is said.
    private const double LeastWeight = 1e-4;

    // Where the last weeks are unlike those before, this much rests on them alone.
    private const double Restarted = 0.5;

    // Horizons that are computed, in days; between them the items grow evenly.
    private static ReadOnlySpan<int> Knots => [7, 14, 21, 28, 42, 56, 84, 112, 168, 252, 364, 546, 728, 1092];

    private readonly ImmutableArray<JudgedModel> _models;
    private readonly ImmutableArray<double[][]> _totals;
    private readonly double _tilt;
    private readonly Lock _learning = new();
    private volatile int _known;

    /// <summary>Prepares the futures.</summary>
    /// <param name="filter">What is believed of the level.</param>
    /// <param name="unlike">The last weeks, where they are unlike those before; else empty.</param>
    /// <param name="tilt">See <see cref="LevelPool.Tilt"/>.</param>
    public FutureTotals(LevelFilter filter, IReadOnlyList<WorkedWeek> unlike, double tilt)
    {
        _models = [.. filter.Judged().Where(m => m.Weight >= LeastWeight)
            .Select(m => m with { Belief = unlike.Count == 0 ? m.Belief.Copy() : m.Belief.With(filter.OnlyOf(unlike, m.Model.Noise), Restarted) })];
        Noises = Shares(filter.Noises);
        _totals = [.. Noises.Select(_ => new double[Knots.Length][])];
        _tilt = tilt;
    }

    /// <summary>Each noise (variance over mean of a count) with its weight; the weights sum to 1.</summary>
    public ImmutableArray<NoiseShare> Noises { get; }

    /// <summary>The items that the level brings in each of the <see cref="Count"/> futures, ascending.</summary>
    /// <param name="noise">Index in <see cref="Noises"/>.</param>
    /// <param name="days">Length of the horizon in mean days, above 0; a day on which little is finished counts for less than one.</param>
    /// <param name="totals">Room for <see cref="Count"/> numbers.</param>
    public void Within(int noise, double days, Span<double> totals)
    {
        var knot = 0;
        while (knot < Knots.Length - 1 && Knots[knot] < days)
        {
            knot++;
        }

        Learn(knot);
        var to = _totals[noise][knot];
        if (knot == 0)
        {
            for (var i = 0; i < Count; i++)
            {
                totals[i] = to[i] * days / Knots[0];
            }

            return;
        }

        var from = _totals[noise][knot - 1];
        var share = (days - Knots[knot - 1]) / (Knots[knot] - Knots[knot - 1]);
        for (var i = 0; i < Count; i++)
        {
            totals[i] = from[i] + ((to[i] - from[i]) * share);
        }
    }

    private ImmutableArray<NoiseShare> Shares(ReadOnlySpan<double> noises)
    {
        var sum = 0.0;
        foreach (var model in _models)
        {
            sum += model.Weight;
        }

        var shares = ImmutableArray.CreateBuilder<NoiseShare>();
        foreach (var noise in noises)
        {
            var weight = 0.0;
            foreach (var model in _models)
            {
                weight += model.Model.Noise == noise ? model.Weight : 0;
            }

            if (weight > 0)
            {
                shares.Add(new NoiseShare(noise, weight / sum));
            }
        }

        return shares.ToImmutable();
    }

    // Reports are drawn side by side and ask the same forecaster: a horizon is told to be known when its numbers are there.
    private void Learn(int knot)
    {
        if (_known > knot)
        {
            return;
        }

        lock (_learning)
        {
            for (var next = _known; next <= knot; next++)
            {
                for (var noise = 0; noise < Noises.Length; noise++)
                {
                    var totals = TotalsAt(Knots[next], Noises[noise].Noise);
                    for (var i = 0; i < Count && next > 0; i++)
                    {
                        // What has been finished stays finished.
                        totals[i] = Math.Max(totals[i], _totals[noise][next - 1][i]);
                    }

                    _totals[noise][next] = totals;
                }

                _known = next + 1;
            }
        }
    }

    private double[] TotalsAt(int days, double noise)
    {
        var levels = new double[LevelGrid.Levels.Length];
        foreach (var (model, weight, belief) in _models)
        {
            if (model.Noise == noise)
            {
                belief.AddSpread(HorizonKernels.Of(model, days, _tilt), weight, levels);
            }
        }

        // Equal shares of the whole; within a step of the grid its probability is spread evenly.
        var whole = 0.0;
        foreach (var level in levels)
        {
            whole += level;
        }

        var totals = new double[Count];
        var (index, below) = (0, 0.0);
        for (var i = 0; i < Count; i++)
        {
            var wanted = whole * (i + 0.5) / Count;
            while (index < levels.Length - 1 && below + levels[index] < wanted)
            {
                below += levels[index++];
            }

            var within = levels[index] > 0 ? Math.Min(1, (wanted - below) / levels[index]) : 0.5;
            totals[i] = Math.Exp(LevelGrid.Lowest + ((index + within - 0.5) * LevelGrid.Step)) * days / 7;
        }

        return totals;
    }
}
