using BacklogHealth.Core.Forecasting;

namespace BacklogHealth.Reports.Tests;

/// <summary>Records of backtests, made up.</summary>
internal static class Backtests
{
    /// <summary>A record of four weeks in which each chance held as often as said, but for those named.</summary>
    /// <param name="points">Points; each makes one statement of each chance.</param>
    /// <param name="held">How often a chance held; missing for as often as said, null for nothing said.</param>
    /// <param name="usual">How often the usual method's 85 % held; null for nothing said.</param>
    /// <param name="gain">Where the usual method's loss less ours lies.</param>
    public static BacktestRecord Of(int points, Dictionary<double, int?>? held = null, int? usual = 25, (double, double)? gain = null) => new(
        28, new DateOnly(2024, 1, 8), new DateOnly(2026, 10, 26), points,
        [.. Backtest.Asked.Select(asked => new Reliability(asked, Ours(asked, points, held), Point(asked, points, asked == 0.85 ? usual : AsSaid(asked, points))))],
        2.5, 3.25, gain ?? (-0.5, 2));

    /// <summary>A record in which nothing was ever said.</summary>
    public static BacktestRecord Silent(int points) => Of(points, Backtest.Asked.ToDictionary(a => a, _ => (int?)null), usual: null);

    private static ReliabilityPoint Ours(double asked, int points, Dictionary<double, int?>? held) =>
        Point(asked, points, held is not null && held.TryGetValue(asked, out var times) ? times : AsSaid(asked, points));

    private static ReliabilityPoint Point(double asked, int points, int? times) =>
        times is { } t ? new ReliabilityPoint(asked + 0.01, new HeldBefore(asked, t, points)) : new ReliabilityPoint(0, new HeldBefore(asked, 0, 0));

    private static int AsSaid(double asked, int points) => (int)Math.Round(asked * points);
}
