using System.Globalization;
using BacklogHealth.Core.Forecasting;

namespace BacklogHealth.Json;

/// <summary>Makes JSON of backtests. Losses are rounded to six digits.</summary>
internal static class BacktestJsons
{
    /// <summary>A point of "how many".</summary>
    public static BacktestJson From(string? team, HowManyPoint point) => new(
        "backlog-health/backtest/1", team, point.AsOf, point.Days, point.Actual, point.Quantiles, AtLeast(point.Said), Math.Round(point.Said.Crps, 6),
        new NaiveJson(AtLeast(point.Naive), Math.Round(point.Naive.Crps, 6)));

    /// <summary>A point of "when".</summary>
    public static BacktestWhenJson From(string? team, WhenPoint point) => new(
        "backlog-health/backtest/1", team, point.AsOf, "when", point.Items, By(point.By), point.Actual, new NaiveWhenJson(By(point.NaiveBy)));

    private static SortedDictionary<string, int> AtLeast(SaidHowMany said) =>
        new(said.AtLeast.ToDictionary(a => Percent(a.Probability), a => a.Items), StringComparer.Ordinal);

    private static SortedDictionary<string, DateOnly> By(IEnumerable<DoneBy> by) =>
        new(by.ToDictionary(b => Percent(b.Probability), b => b.Date), StringComparer.Ordinal);

    private static string Percent(double p) => Math.Round(p * 100).ToString(CultureInfo.InvariantCulture);
}
