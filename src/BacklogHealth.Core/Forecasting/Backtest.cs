using System.Collections.Immutable;
using BacklogHealth.Core.Flow;

namespace BacklogHealth.Core.Forecasting;

/// <summary>
/// Walks through a history, makes at each point the forecast that would have been made then, and puts beside it what came. Points: the first day
/// plus <c>minHistory</c> days, then every <c>every</c> days; none is left out but where the history carried no forecast (<see cref="TooLittleHistory"/>).
/// At each point the forecaster is given the days before it and nothing else.
/// </summary>
/// <param name="series">Finished items a day.</param>
/// <param name="method">Makes the forecaster; null for <see cref="CalibratedMethod"/>.</param>
/// <param name="knownBefore">What was known on a past day; null where that is simply the earlier days of <paramref name="series"/>.</param>
public sealed class Backtest(DailyCounts series, Func<DailyCounts, Forecaster>? method = null, Func<DateOnly, DailyCounts>? knownBefore = null)
{
    /// <summary>Days of history before the first point, unless told otherwise.</summary>
    public const int MinHistory = 365;

    /// <summary>Days from point to point, unless told otherwise.</summary>
    public const int Every = 28;

    /// <summary>The chances of a reliability diagram, ascending: by tens, and those that reports speak of.</summary>
    public static readonly ImmutableArray<double> Asked = [0.10, 0.20, 0.30, 0.40, 0.50, 0.60, 0.70, 0.80, 0.85, 0.90, 0.95];

    private readonly Func<DailyCounts, Forecaster> _method = method ?? new CalibratedMethod().Prepare;

    internal const double Judged = 0.85;

    // A young history is walked from its ninetieth day: a short record is better than none.
    private static ReadOnlySpan<int> Walks => [MinHistory, UsualMethod.Window];

    private static ImmutableArray<double> Levels => [.. Enumerable.Range(1, 99).Select(i => i / 100.0)];

    /// <summary>"How many within <paramref name="days"/> days" at each point whose horizon ends within the series, oldest first.</summary>
    public IEnumerable<HowManyPoint> HowMany(int days, int every = Every, int minHistory = MinHistory)
    {
        return Points(days, every, minHistory).Select(point => HowManyAt(point, _method(point.Known), days));
    }

    /// <summary>
    /// How statements of each of these horizons, ascending, held at past points of this history: those after a year, or, where these are too few for a
    /// diagram, all after the ninetieth day. Each point is prepared once for all horizons. A horizon for which there is no point is left out.
    /// </summary>
    public ImmutableArray<BacktestRecord> Records(params ImmutableArray<int> horizons)
    {
        var records = ImmutableArray<BacktestRecord>.Empty;
        foreach (var minHistory in Walks)
        {
            records = [.. Walk(horizons, minHistory).Select(BacktestRecord.Of).OfType<BacktestRecord>()];
            if (records is [{ Points: >= BacktestRecord.Enough }, ..])
            {
                break;
            }
        }

        return records;
    }

    /// <summary>"When will <paramref name="items"/> items be done" at each point within the series, oldest first.</summary>
    public IEnumerable<WhenPoint> When(int items, int every = Every, int minHistory = MinHistory)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);
        return Points(1, every, minHistory).Select(point => WhenAt(point, items));
    }

    /// <summary>The points whose horizon of so many days ends within the series, oldest first, each with what was known then.</summary>
    public IEnumerable<PastPoint> Points(int days, int every = Every, int minHistory = MinHistory)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(minHistory, 1);
        for (var day = series.First.DayNumber + minHistory; day <= series.End.DayNumber - days; day += every)
        {
            var asOf = DateOnly.FromDayNumber(day);
            var known = knownBefore is null ? series.Until(asOf) : knownBefore(asOf);
            if (TooLittleHistory.Carries(known))
            {
                yield return new PastPoint(asOf, known);
            }
        }
    }

    /// <summary>How often "at least so many within <paramref name="days"/> days, 85 %" held. "0 or more" is no statement and not counted. Null where nothing was said.</summary>
    public HeldBefore? HowManyHeld(int days)
    {
        return Held(Statements);

        IEnumerable<bool> Statements(int minHistory)
        {
            foreach (var point in Points(days, Every, minHistory))
            {
                if (_method(point.Known).Items(days).AtLeast(Judged) is > 0 and var said)
                {
                    yield return Actual(point, days) >= said;
                }
            }
        }
    }

    /// <summary>How often "<paramref name="items"/> items by that day, 85 %" held. Days behind the end of the series are not counted. Null where nothing was said.</summary>
    public HeldBefore? WhenHeld(int items) =>
        Held(minHistory => Points(1, Every, minHistory)
            .SelectMany(p => ForecastMaker.ByOf(_method(p.Known), items, p.AsOf, [Judged])
                .Where(b => b.Date < series.End).Select(b => DayOfFinish(p.AsOf, items) <= b.Date)));

    private static HeldBefore? Held(Func<int, IEnumerable<bool>> statements)
    {
        foreach (var minHistory in Walks)
        {
            var (held, all) = (0, 0);
            foreach (var statement in statements(minHistory))
            {
                held += statement ? 1 : 0;
                all++;
            }

            if (all > 0)
            {
                return new HeldBefore(Judged, held, all);
            }
        }

        return null;
    }

    private List<List<HowManyPoint>> Walk(ImmutableArray<int> horizons, int minHistory)
    {
        var found = horizons.Select(_ => new List<HowManyPoint>()).ToList();
        foreach (var point in Points(horizons[0], Every, minHistory))
        {
            var forecaster = _method(point.Known);
            for (var h = 0; h < horizons.Length && point.AsOf.AddDays(horizons[h]) <= series.End; h++)
            {
                found[h].Add(HowManyAt(point, forecaster, horizons[h]));
            }
        }

        return found;
    }

    private static SaidHowMany Said(Distribution items, ImmutableArray<int> quantiles, int actual) =>
        new(ForecastMaker.AtLeastOf(items), ChancesOf(items), quantiles.Zip(Levels, (q, level) => 2 * (actual - q) * (level - (actual < q ? 1 : 0))).Average());

    private static ImmutableArray<SaidChance> ChancesOf(Distribution items) =>
        [.. Asked.Select(asked => new { Asked = asked, Items = items.AtLeast(asked) })
            .Where(x => x.Items > 0)
            .Select(x => new SaidChance(x.Asked, x.Items, items.ChanceOfAtLeast(x.Items)))];

    private HowManyPoint HowManyAt(PastPoint point, Forecaster forecaster, int days)
    {
        var actual = Actual(point, days);
        var items = forecaster.Items(days);
        var usual = ForecastMaker.Usual(point.Known).Items(days);
        var quantiles = items.Quantiles(Levels);
        return new HowManyPoint(point.AsOf, days, actual, quantiles, Said(items, quantiles, actual), Said(usual, usual.Quantiles(Levels), actual));
    }

    private WhenPoint WhenAt(PastPoint point, int items) => new(
        point.AsOf, items, DayOfFinish(point.AsOf, items),
        ForecastMaker.ByOf(_method(point.Known), items, point.AsOf, ForecastMaker.Probabilities),
        ForecastMaker.ByOf(ForecastMaker.Usual(point.Known), items, point.AsOf, ForecastMaker.Probabilities));

    private int Actual(PastPoint point, int days) => series.Within(new Period(point.AsOf, point.AsOf.AddDays(days))).Total;

    private DateOnly? DayOfFinish(DateOnly asOf, int items)
    {
        for (var day = asOf; day < series.End; day = day.AddDays(1))
        {
            items -= series.On(day);
            if (items <= 0)
            {
                return day;
            }
        }

        return null;
    }
}
