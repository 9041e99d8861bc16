using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting.Levels;

namespace BacklogHealth.Core.Forecasting;

/// <summary>
/// Prepares <see cref="CalibratedForecaster"/>s. A history that goes on from the one before is not followed again from its beginning, so that a walk
/// through years costs little more than one forecast. Not for several threads at once.
/// </summary>
/// <param name="pool">What other projects teach; null for <see cref="LevelPool.Shipped"/>.</param>
/// <param name="daysOff">The team's days off, of all the past and as far ahead as they are known; null for none.</param>
public sealed class CalibratedMethod(LevelPool? pool = null, DaysOff? daysOff = null)
{
    private readonly LevelPool _pool = pool ?? LevelPool.Shipped;
    private readonly DaysOff _off = daysOff ?? DaysOff.None;
    private readonly List<WorkedWeek> _worked = [];
    private readonly List<Standing> _standings = [];
    private LevelFilter? _level;
    private ImmutableArray<int> _followed = [];
    private DateOnly _first;

    /// <summary>The forecaster for a history: finished items a day, up to and without the first day of the horizon; at least one day.</summary>
    public Forecaster Prepare(DailyCounts known)
    {
        ArgumentNullException.ThrowIfNull(known);
        return new CalibratedForecaster(known, Follow(known), _worked, _standings, _pool, _off);
    }

    /// <summary>
    /// What is believed of the level behind the last day: from whole weeks that end there; the days before the first of them are left out. On days off
    /// the team's clock stands still: a week without a day of work is passed over, and one that was cut short is held against as much of the level.
    /// </summary>
    internal LevelFilter Follow(DailyCounts known)
    {
        var days = known.Counts.Length - _off.Within(known.First, known.Counts.Length);
        if (known.Counts.Length > 0 && days < 7)
        {
            return OfDays(known, days);
        }

        var skip = known.Counts.Length % 7;
        var start = known.First.AddDays(skip);
        if (_level is null || _followed.IsEmpty || start != _first || known.Counts.Length - skip < _followed.Length || !known.Counts.AsSpan(skip, _followed.Length).SequenceEqual(_followed.AsSpan()))
        {
            _level = Anew(start);
        }

        for (var at = _followed.Length; at < known.Counts.Length - skip; at += 7)
        {
            Take(_level, start.AddDays(at), known.Counts.AsSpan(skip + at, 7), Exposure(at));
        }

        _followed = known.Counts[skip..];
        return _level;

        // By the year that ends with the week, so that a walk through a history and a fresh look at any point of it say the same.
        double Exposure(int at)
        {
            if (_off.Within(start.AddDays(at), 7) == 0)
            {
                return 1;
            }

            var from = Math.Max(0, at + 7 - WeekdayProfile.Year);
            return new WeekdayProfile(new DailyCounts(start.AddDays(from), known.Counts[(skip + from)..(skip + at + 7)]), _off).Exposure(start.AddDays(at));
        }
    }

    // Less than a week of work is taken for a week of the same pace. Where not even one of its days was a day of work, nothing is known but what came.
    private LevelFilter OfDays(DailyCounts known, int days)
    {
        _level = Anew(known.End.AddDays(-7));
        Take(_level, _first, [(int)Math.Min(int.MaxValue, 7L * known.Total / (days > 0 ? days : known.Counts.Length))], 1);
        return _level;
    }

    private void Take(LevelFilter level, DateOnly first, ReadOnlySpan<int> counts, double exposure)
    {
        if (exposure <= 0)
        {
            return;
        }

        var sum = 0L;
        foreach (var count in counts)
        {
            sum += count;
        }

        var week = new WorkedWeek(first, (int)Math.Min(int.MaxValue, sum), exposure);
        _worked.Add(week);
        level.Observe(week.Items, exposure);
        _standings.Add(level.Standing());
    }

    private LevelFilter Anew(DateOnly first)
    {
        (_first, _followed) = (first, []);
        _worked.Clear();
        _standings.Clear();
        return new LevelFilter(_pool);
    }
}
