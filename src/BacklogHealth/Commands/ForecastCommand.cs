using System.CommandLine;
using System.Globalization;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Json;
using BacklogHealth.Steps;

namespace BacklogHealth.Commands;

/// <summary><c>forecast when | how-many | chance</c>: one forecast of a team, or of a file of finish dates.</summary>
internal static class ForecastCommand
{
    private static readonly Option<int?> Items = SharedOptions.Whole("--items", "Number of items.", "N", 1, 1_000_000);
    private static readonly Option<int?> Days = SharedOptions.Whole("--days", "Number of calendar days from the day of the forecast on.", "D", 1, Forecaster.LongestHorizon);
    private static readonly Option<DateOnly?> By = SharedOptions.Day("--by", "The last day of the horizon.");
    private static readonly Option<string?> Dates = new("--dates") { Description = "A file of finish dates, one ISO date a line, in place of a team.", HelpName = "FILE" };

    public static Command Make(AppHost host)
    {
        var when = new AppCommand("when", "When will so many items be done?", "forecast when --items 30", "forecast when --items 30 --dates finished.csv --json") { Items };
        var howMany = new AppCommand("how-many", "How many items will be done within so many days?", "forecast how-many --days 28", "forecast how-many --by 2026-06-30 --team Checkout", "forecast how-many --days 28 --dates finished.csv --calendar holidays.ics --days-off 2026-12-24..2027-01-01") { Days, By };
        var chance = new AppCommand("chance", "How likely are so many items by a day?", "forecast chance --items 30 --by 2026-06-30") { Items, By, Days };
        when.Does(host, (call, c) => Run(call, (maker, _) => maker.When(Needed(call, Items)), c));
        howMany.Does(host, (call, c) => Run(call, (maker, asOf) => maker.HowMany(Horizon(call, asOf)), c));
        chance.Does(host, (call, c) => Run(call, (maker, asOf) => maker.Chance(Needed(call, Items), Horizon(call, asOf)), c));
        foreach (var command in new[] { when, howMany, chance })
        {
            command.Add(Dates);
            command.Add(DaysOffOptions.Calendar);
            command.Add(DaysOffOptions.List);
            command.Add(SharedOptions.Team);
            command.Add(SharedOptions.AsOf);
            command.Add(SharedOptions.Json);
            command.Add(PoolCommand.Pool);
        }

        return new AppCommand("forecast", "One forecast, as probabilities.", "forecast when --items 30", "forecast how-many --days 28", "forecast chance --items 30 --by 2026-06-30") { when, howMany, chance, DeliveryCommand.Make(host), FeaturesCommand.Make(host), SprintCommand.Make(host), PoolCommand.Make(host) };
    }

    private static async Task<ExitCode> Run(Call call, Func<ForecastMaker, DateOnly, Forecast> ask, CancellationToken cancellation)
    {
        CheckAsked(call);
        DateFiles.RefuseTeam(call, call.Get(Dates));
        var pool = PoolCommand.Named(call);
        if (call.Get(Dates) is { } file)
        {
            var read = DateFiles.Read(call, file);
            var history = FinishHistory.OfDates(read.Dates, call.Get(SharedOptions.AsOf));
            return ExitCodes.Join([Print(call, null, Ask(new ForecastMaker(history, new CalibratedMethod(pool, DaysOffOptions.Of(call, history)).Prepare))), read.Code]);
        }

        await using var store = await call.OpenStore(cancellation);
        return await call.EachTeam(store, async team => Print(call, team.Name, Ask(await TeamHistory.Forecasts(call, store, team, known => new CalibratedMethod(pool, DaysOffOptions.Of(call, known, team.Settings)), cancellation))), cancellation);

        Forecast Ask(ForecastMaker maker) => ask(maker, maker.AsOf);
    }

    // What is missing on the command line is told before anything is opened.
    private static void CheckAsked(Call call)
    {
        var options = call.Result.CommandResult.Command.Options;
        if (options.Contains(Items))
        {
            Needed(call, Items);
        }

        if (options.Contains(Days) && call.Get(Days) is null && call.Get(By) is null)
        {
            throw UserError.Usage("backlog-health forecast: found neither --days nor --by. Expected one of them. Add --days 28, or --by with a day.");
        }
    }

    private static int Needed(Call call, Option<int?> option) =>
        call.Get(option) ?? throw UserError.Usage($"backlog-health forecast: {option.Name} is missing. Expected a whole number. Add {option.Name}.");

    private static int Horizon(Call call, DateOnly asOf)
    {
        if (call.Get(Days) is { } days)
        {
            return call.Get(By) is null ? days : throw UserError.Usage("backlog-health forecast: found both --days and --by. Expected one of them. Leave one out.");
        }

        var by = call.Get(By)!.Value;
        var horizon = by.DayNumber - asOf.DayNumber + 1;
        return horizon is >= 1 and <= Forecaster.LongestHorizon
            ? horizon
            : throw UserError.Usage(string.Create(CultureInfo.InvariantCulture, $"--by {by:yyyy-MM-dd}: found a day {(horizon < 1 ? "before the forecast begins" : "more than two years ahead")}. Expected one from {asOf:yyyy-MM-dd} to {asOf.AddDays(Forecaster.LongestHorizon - 1):yyyy-MM-dd}. Correct it."));
    }

    private static ExitCode Print(Call call, string? team, Forecast forecast)
    {
        if (call.Get(SharedOptions.Json))
        {
            // One line a team, so that the answer for several teams can be read line by line.
            JsonWriting.Write(call.Host.Output, ForecastJsons.From(team, forecast), indented: false);
        }
        else
        {
            foreach (var line in ForecastWords.Of(team, forecast))
            {
                call.Host.Output.WriteLine(line);
            }
        }

        return forecast.Enough ? ExitCode.Done : ExitCode.Incomplete;
    }
}
