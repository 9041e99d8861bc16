using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting.Levels;

namespace BacklogHealth.Core.Forecasting;

/// <summary>
/// Prepares <see cref="CalibratedForecaster"/>s. A history that goes on from the one before is not followed again from its beginning, so that a walk
/// through years costs little more than one forecast. Not for several threads at once.
/// </summary>
/// <param name="pool">What other projects teach; null for <see cref="LevelPool.Shipped"/>.</param>
public sealed class CalibratedMethod(LevelPool? pool = null)
{
    private readonly LevelPool _pool = pool ?? LevelPool.Shipped;
    private readonly List<int> _seen = [];
    private readonly List<Standing> _standings = [];
    private LevelFilter? _level;
    private ImmutableArray<int> _followed = [];
    private DateOnly _first;

    /// <summary>The forecaster for a history: finished items a day, up to and without the first day of the horizon; at least one day.</summary>
    public Forecaster Prepare(DailyCounts known)
    {
        ArgumentNullException.ThrowIfNull(known);
        return new CalibratedForecaster(known, Follow(known), _seen, _standings, _pool);
    }

    /// <summary>What is believed of the level behind the last day: from whole weeks that end there; the days before the first of them are left out.</summary>
    internal LevelFilter Follow(DailyCounts known)
    {
        if (known.Counts.Length is > 0 and < 7)
        {
            // Less than a week is taken for a week of the same pace.
            known = new DailyCounts(known.End.AddDays(-7), [(int)Math.Min(int.MaxValue, 7L * known.Total / known.Counts.Length), 0, 0, 0, 0, 0, 0]);
        }

        var skip = known.Counts.Length % 7;
        var weeks = known.Counts.Length / 7;
        var start = known.First.AddDays(skip);
        if (_level is null || start != _first || weeks < _seen.Count || !known.Counts.AsSpan(skip, _followed.Length).SequenceEqual(_followed.AsSpan()))
        {
            (_level, _first) = (new LevelFilter(_pool), start);
            _seen.Clear();
            _standings.Clear();
        }

        for (var w = _seen.Count; w < weeks; w++)
        {
            _seen.Add(Week(w));
            _level.Observe(_seen[w]);
            _standings.Add(_level.Standing());
        }

        _followed = known.Counts[skip..];
        return _level;

        int Week(int week)
        {
            var sum = 0L;
            foreach (var count in known.Counts.AsSpan(skip + (7 * week), 7))
            {
                sum += count;
            }

            return (int)Math.Min(int.MaxValue, sum);
        }
    }
}
