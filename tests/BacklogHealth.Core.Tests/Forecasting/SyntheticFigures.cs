using System.Globalization;
using System.Text;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;

namespace BacklogHealth.Core.Tests.Forecasting;

/// <summary>The figures on teams made of chance: steady ones, where the usual method is at its best, and ones whose pace falls by 40 % after three years.</summary>
internal static class SyntheticFigures
{
    public static readonly (double PerWeek, double Noise)[] SteadyTeams = [(8, 1), (25, 1), (40, 1), (8, 2), (25, 3)];
    public static readonly (double PerWeek, double Noise)[] FallingTeams = [(25, 1), (12, 1), (25, 2.5), (40, 4)];
    public const double Fall = 0.6;
    private const int ThreeYears = 3 * 364;
    private const int Teams = 24;

    private static readonly DateOnly First = new(2020, 1, 1);

    /// <summary>Ours and the usual method's, for each of the public horizons, after three years.</summary>
    public static (Calibration Ours, Calibration Usual)[] Steady((double PerWeek, double Noise) team)
    {
        var figures = PublicFigures.Horizons.Select(_ => (Ours: new Calibration(), Usual: new Calibration())).ToArray();
        for (var seed = 0; seed < Teams; seed++)
        {
            var series = new DailyCounts(First, [.. SyntheticTeam.Days((1000 * seed) + (int)team.PerWeek, ThreeYears + (18 * 28), _ => team.PerWeek, team.Noise)]);
            var method = new CalibratedMethod();
            foreach (var point in new Backtest(series).Points(PublicFigures.Horizons[^1], 28, ThreeYears))
            {
                var (ours, usual) = (method.Prepare(point.Known), new UsualMethod(point.Known));
                foreach (var (days, figure) in PublicFigures.Horizons.Zip(figures))
                {
                    var came = series.Within(new Period(point.AsOf, point.AsOf.AddDays(days))).Total;
                    figure.Ours.Add(ours.Items(days), came);
                    figure.Usual.Add(usual.Items(days), came);
                }
            }
        }

        return figures;
    }

    /// <summary>Alarms on teams that fall: false ones a year before, the share seen by the end of each week after, the same for a CUSUM, and how often 85 % held for four weeks.</summary>
    public static FallFigures Falling((double PerWeek, double Noise) team)
    {
        const int Runs = 100;
        const int Weeks = 8;
        var cusum = new Cusum(team.PerWeek, team.PerWeek * Fall, team.Noise);
        var (seen, seenByCusum, held) = (new double[Weeks + 1], new double[Weeks + 1], new double[Weeks + 1]);
        var (falseAlarms, watched) = (0, 0);
        for (var seed = 0; seed < Runs; seed++)
        {
            var days = SyntheticTeam.Days((77 * seed) + (int)team.PerWeek, ThreeYears + (7 * (Weeks + 4)), day => day < ThreeYears ? team.PerWeek : team.PerWeek * Fall, team.Noise);
            var method = new CalibratedMethod();
            var on = false;
            var (first, firstByCusum) = (int.MaxValue, int.MaxValue);
            cusum.Start();
            for (var end = ThreeYears - 364; end <= ThreeYears + (7 * Weeks); end += 7)
            {
                var forecaster = method.Prepare(new DailyCounts(First, [.. days[..end]]));
                var after = (end - ThreeYears) / 7;
                var byCusum = cusum.Sees(days[(end - 7)..end].Sum());
                if (after <= 0)
                {
                    watched++;
                    falseAlarms += forecaster.Drift is not null && !on ? 1 : 0;
                    on = forecaster.Drift is not null;
                }
                else
                {
                    first = Math.Min(first, forecaster.Drift is { Fell: true } ? after : int.MaxValue);
                    firstByCusum = Math.Min(firstByCusum, byCusum ? after : int.MaxValue);
                    var calibration = new Calibration();
                    calibration.Add(forecaster.Items(28), days[end..(end + 28)].Sum());
                    held[after] += calibration.Held(1) / Runs;
                }
            }

            for (var week = 1; week <= Weeks; week++)
            {
                seen[week] += first <= week ? 1.0 / Runs : 0;
                seenByCusum[week] += firstByCusum <= week ? 1.0 / Runs : 0;
            }
        }

        return new FallFigures(falseAlarms * 52.0 / watched, seen, seenByCusum, held);
    }

    public static string Markdown()
    {
        var page = new StringBuilder();
        void Line(FormattableString text) => page.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Line($"## On steady teams");
        Line($"");
        Line($"Teams made of chance whose pace never changes, after three years: {Teams} of each kind, every 28 days. Noise is the variance of a week over its mean; 1 is that of independent events. Here nothing beats the usual method but a longer memory. CRPS is ours over the usual method's.");
        Line($"");
        Line($"| items a week | noise | CRPS 4 / 8 / 12 weeks | 85 % held 4 / 8 / 12 weeks |");
        Line($"|---|---|---|---|");
        foreach (var team in SteadyTeams)
        {
            var figures = Steady(team);
            Line($"| {team.PerWeek} | {team.Noise} | {string.Join(" / ", figures.Select(f => (f.Ours.Crps / f.Usual.Crps).ToString("0.00", CultureInfo.InvariantCulture)))} | {string.Join(" / ", figures.Select(f => (100 * f.Ours.Held(1)).ToString("0.0", CultureInfo.InvariantCulture)))} |");
        }

        Line($"");
        Line($"## When the pace falls by 40 %");
        Line($"");
        Line($"100 teams of each kind, three years as before and then a fall. Seen: share of teams with the alarm by the end of that week after the fall; in brackets a CUSUM that is told both paces and set to one false alarm a year. Held: how often \"85 %\" for four weeks held when said at the end of that week.");
        Line($"");
        Line($"| items a week | noise | false alarms a year | seen by week 2 / 3 / 4 / 6 / 8 | held at week 4 / 5 / 6 / 7 / 8 |");
        Line($"|---|---|---|---|---|");
        foreach (var team in FallingTeams)
        {
            var figures = Falling(team);
            Line($"| {team.PerWeek} | {team.Noise} | {figures.FalseAlarmsAYear:0.00} | {string.Join(" / ", new[] { 2, 3, 4, 6, 8 }.Select(w => string.Create(CultureInfo.InvariantCulture, $"{100 * figures.Seen[w]:0} ({100 * figures.SeenByCusum[w]:0})")))} | {string.Join(" / ", figures.Held[4..].Select(h => (100 * h).ToString("0", CultureInfo.InvariantCulture)))} |");
        }

        return page.ToString();
    }

    internal sealed record FallFigures(double FalseAlarmsAYear, double[] Seen, double[] SeenByCusum, double[] Held);
}
