using System.Collections.Immutable;

namespace BacklogHealth.Core.Forecasting.Levels;

/// <summary>
/// How likely each level makes a week's count. Most weeks scatter about the level; an odd one (a bulk close, a holiday) may show anything, so that a
/// single week cannot carry the level away. What was computed for a count is kept.
/// </summary>
internal sealed class WeekLikelihood
{
    private readonly ImmutableArray<Scatter> _scatters;
    private readonly double _oddWeeks;
    private readonly Dictionary<int, double[][]> _computed = [];

    public WeekLikelihood(double[] noises, double oddWeeks)
    {
        var scatters = ImmutableArray.CreateBuilder<Scatter>();
        foreach (var noise in noises)
        {
            scatters.Add(Scatter.Of(noise));
        }

        _scatters = scatters.ToImmutable();
        _oddWeeks = oddWeeks;
    }

    /// <summary>For each noise, in the order given, the probability of the count at each level of the grid, in a week of which only a share was worked.</summary>
    /// <param name="count">0 or more.</param>
    /// <param name="exposure">That share, above 0 to 1.</param>
    public double[][] Of(int count, double exposure)
    {
        var rows = Of(count);
        if (exposure >= 1)
        {
            return rows;
        }

        // A share of a level is a lower level. The grid's steps are even in logarithms, so it lies so many steps below, between two of them.
        var steps = -Math.Log(exposure) / LevelGrid.Step;
        var whole = (int)Math.Min(LevelGrid.Levels.Length, steps);
        var rest = Math.Min(1, steps - whole);
        return [.. rows.Select(row => row.Select((_, i) => ((1 - rest) * row[Math.Max(0, i - whole)]) + (rest * row[Math.Max(0, i - whole - 1)])).ToArray())];
    }

    private double[][] Of(int count)
    {
        if (!_computed.TryGetValue(count, out var rows))
        {
            // An odd week: half of them bring less than the level and half more, and a hundred times as much is a hundred times as rare, not impossible.
            var odd = new double[LevelGrid.Levels.Length];
            for (var i = 0; i < odd.Length; i++)
            {
                var level = LevelGrid.Levels[i];
                odd[i] = _oddWeeks * level / ((level + count) * (level + count + 1));
            }

            rows = [.. _scatters.Select(scatter => Row(count, scatter, odd))];
            _computed.Add(count, rows);
        }

        return rows;
    }

    private double[] Row(int count, Scatter scatter, double[] odd)
    {
        var row = new double[odd.Length];
        var counted = NegativeBinomial.LogGamma(count + 1.0) - (count * Math.Log((scatter.Noise - 1) / scatter.Noise));
        for (var i = 0; i < row.Length; i++)
        {
            var size = scatter.Sizes[i];
            var log = NegativeBinomial.LogGamma(count + size) - scatter.LogGammas[i] - (size * Math.Log(scatter.Noise)) - counted;
            row[i] = ((1 - _oddWeeks) * Math.Exp(log)) + odd[i];
        }

        return row;
    }

    // What of NegativeBinomial.LogOf does not depend on the count.
    private sealed record Scatter(double Noise, double[] Sizes, double[] LogGammas)
    {
        public static Scatter Of(double noise)
        {
            var (sizes, logGammas) = (new double[LevelGrid.Levels.Length], new double[LevelGrid.Levels.Length]);
            for (var i = 0; i < sizes.Length; i++)
            {
                sizes[i] = LevelGrid.Levels[i] / (noise - 1);
                logGammas[i] = NegativeBinomial.LogGamma(sizes[i]);
            }

            return new(noise, sizes, logGammas);
        }
    }
}
