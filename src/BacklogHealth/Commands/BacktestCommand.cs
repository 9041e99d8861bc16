using System.CommandLine;
using System.Globalization;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Json;
using BacklogHealth.Steps;

namespace BacklogHealth.Commands;

/// <summary><c>backtest</c>: the forecasts that would have been made at past points, with what came.</summary>
internal static class BacktestCommand
{
    private static readonly Option<string?> Dates = new("--dates") { Description = "A file of finish dates, one ISO date a line, in place of a team.", HelpName = "FILE" };
    private static readonly Option<int?> Days = SharedOptions.Whole("--days", "Ask how many within D days.", "D", 1, Forecaster.LongestHorizon);
    private static readonly Option<int?> Items = SharedOptions.Whole("--items", "Ask when N items are done.", "N", 1, 100_000);
    private static readonly Option<int?> Every = SharedOptions.Whole("--every", "Days from point to point (default: 28).", "E", 1, 3650);
    private static readonly Option<int?> MinHistory = SharedOptions.Whole("--min-history", "Days of history before the first point (default: 365).", "M", 1, 36500);

    public static Command Make(AppHost host)
    {
        var command = new AppCommand(
            "backtest", "Walks through history, makes the forecast that would have been made at each point, and compares it with what happened.",
            "backtest --days 28", "backtest --dates finished.csv --items 20 --jsonl")
        {
            Dates, Days, Items, Every, MinHistory, SharedOptions.Team, SharedOptions.AsOf, SharedOptions.JsonLines, PoolCommand.Pool, DaysOffOptions.Calendar, DaysOffOptions.List,
        };
        return command.Does(host, Run);
    }

    private static async Task<ExitCode> Run(Call call, CancellationToken cancellation)
    {
        if (call.Get(Days) is null == call.Get(Items) is null)
        {
            var found = call.Get(Days) is null ? "neither --days nor --items" : "both --days and --items";
            throw UserError.Usage($"backlog-health backtest: found {found}; expected one of them. Add --days 28 to ask how many, or --items 20 to ask when.");
        }

        DateFiles.RefuseTeam(call, call.Get(Dates));
        var pool = PoolCommand.Named(call);
        if (call.Get(Dates) is { } file)
        {
            var read = DateFiles.Read(call, file);
            var history = FinishHistory.OfDates(read.Dates, call.Get(SharedOptions.AsOf));
            return ExitCodes.Join([Walk(call, file, null, new Backtest(history, new CalibratedMethod(pool, DaysOffOptions.Of(call, history)).Prepare)), read.Code]);
        }

        await using var store = await call.OpenStore(cancellation);
        return await call.EachTeam(store, async team => Walk(call, team.Name, team.Name, await TeamHistory.Backtest(call, store, team, known => new CalibratedMethod(pool, DaysOffOptions.Of(call, known, team.Settings)), cancellation)), cancellation);
    }

    private static ExitCode Walk(Call call, string what, string? team, Backtest backtest)
    {
        var every = call.Get(Every) ?? Backtest.Every;
        var minHistory = call.Get(MinHistory) ?? Backtest.MinHistory;
        return call.Get(Days) is { } days
            ? HowMany(call, what, team, [.. backtest.HowMany(days, every, minHistory)])
            : When(call, what, team, [.. backtest.When(call.Get(Items)!.Value, every, minHistory)]);
    }

    private static ExitCode HowMany(Call call, string what, string? team, List<HowManyPoint> points)
    {
        if (call.Get(SharedOptions.JsonLines))
        {
            points.ForEach(p => JsonWriting.Write(call.Host.Output, BacktestJsons.From(team, p), indented: false));
            return End(call, what, points.Count);
        }

        Shares(
            call, what, points.Count,
            p => Held(points, p, x => x.Said.AtLeast, (x, a) => x.Actual >= a.Items, a => a.Probability),
            p => Held(points, p, x => x.Naive.AtLeast, (x, a) => x.Actual >= a.Items, a => a.Probability));
        if (BacktestRecord.Of(points) is { } record)
        {
            Diagram(call, record);
            call.Host.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CRPS: {record.Crps:0.00} items; the usual method {record.UsualCrps:0.00} (smaller is sharper)."));
        }

        return End(call, what, points.Count);
    }

    private static ExitCode When(Call call, string what, string? team, List<WhenPoint> points)
    {
        if (call.Get(SharedOptions.JsonLines))
        {
            points.ForEach(p => JsonWriting.Write(call.Host.Output, BacktestJsons.From(team, p), indented: false));
            return End(call, what, points.Count);
        }

        // A day that lies behind the data can neither have held nor failed.
        var end = points.Count == 0 ? default : points.Max(p => p.Actual ?? p.AsOf);
        Shares(
            call, what, points.Count,
            p => Held(points, p, x => x.By.Where(b => b.Date <= end), (x, b) => x.Actual <= b.Date, b => b.Probability),
            p => Held(points, p, x => x.NaiveBy.Where(b => b.Date <= end), (x, b) => x.Actual <= b.Date, b => b.Probability));
        return End(call, what, points.Count);
    }

    private static HeldBefore Held<TPoint, TSaid>(List<TPoint> points, double probability, Func<TPoint, IEnumerable<TSaid>> said, Func<TPoint, TSaid, bool> held, Func<TSaid, double> at)
    {
        var statements = points.SelectMany(x => said(x).Where(s => at(s) == probability).Select(s => held(x, s))).ToList();
        return new HeldBefore(probability, statements.Count(h => h), statements.Count);
    }

    private static void Shares(Call call, string what, int points, Func<double, HeldBefore> ours, Func<double, HeldBefore> usual)
    {
        if (points == 0)
        {
            return;
        }

        call.Host.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {points} {(points == 1 ? "point" : "points")}"));
        call.Screen.Table(["said", "held", "share", "95% interval", "usual method"], ForecastMaker.Probabilities.Select(p => (ours(p), usual(p))).Select(s => (IReadOnlyList<string>)
        [
            string.Create(CultureInfo.InvariantCulture, $"{s.Item1.Probability * 100:0}%"),
            string.Create(CultureInfo.InvariantCulture, $"{s.Item1.Times} of {s.Item1.Of}"),
            Share(s.Item1),
            Interval(s.Item1),
            Share(s.Item2),
        ]));
    }

    // Each statement stands at the chance it had, which is a little more than the one asked for: items are whole.
    private static void Diagram(Call call, BacktestRecord record)
    {
        call.Host.Output.WriteLine("Reliability, each \"at least so many\" at the chance that its forecast gave it:");
        call.Screen.Table(["chance said", "held", "share", "95% interval", "usual method said", "usual method held"], record.Diagram.Select(d => (IReadOnlyList<string>)
        [
            Said(d.Ours), string.Create(CultureInfo.InvariantCulture, $"{d.Ours.Held.Times} of {d.Ours.Held.Of}"), Share(d.Ours.Held), Interval(d.Ours.Held), Said(d.Usual), Share(d.Usual.Held),
        ]));
    }

    private static string Said(ReliabilityPoint point) => point.Held.Of == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100 * point.Said:0.0}%");

    private static string Interval(HeldBefore held) => held.Of == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100 * held.Interval.From:0}–{100 * held.Interval.To:0}%");

    private static string Share(HeldBefore held) => held.Of == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * held.Times / held.Of:0.0}%");

    private static ExitCode End(Call call, string what, int points)
    {
        if (points > 0)
        {
            return ExitCode.Done;
        }

        call.Screen.Warn($"{what}: the history is too short to look back on. Expected at least the days of --min-history and one horizon behind them. Lower --min-history, or wait.");
        return ExitCode.Incomplete;
    }
}
