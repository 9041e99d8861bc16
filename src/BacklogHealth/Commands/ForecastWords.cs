using System.Globalization;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Health;

namespace BacklogHealth.Commands;

/// <summary>A forecast in plain sentences for the terminal: ranges and probabilities, never one date, never 100 %.</summary>
internal static class ForecastWords
{
    /// <summary>The sentences.</summary>
    public static IEnumerable<string> Of(string? team, Forecast forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        var who = team is null ? "" : $"{team}: ";
        if (forecast.WhyNot is { } why)
        {
            return [$"{who}no forecast. {why}"];
        }

        return Body(who, forecast).Concat(Footing(forecast));
    }

    private static IEnumerable<string> Body(string who, Forecast forecast) => forecast.Question switch
    {
        ForecastQuestion.HowMany => HowMany(who, forecast),
        ForecastQuestion.When => When(who, forecast),
        _ => [string.Create(CultureInfo.InvariantCulture, $"{who}{forecast.Items} or more items by {Day(forecast.AsOf.AddDays(forecast.Days!.Value - 1))}: {Percent(forecast.Probability!.Value)}.")],
    };

    private static IEnumerable<string> HowMany(string who, Forecast forecast)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"{who}in the {forecast.Days} days from {Day(forecast.AsOf)} on");
        foreach (var a in forecast.AtLeast)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"  {a.Probability,4:P0}  {a.Items} or more items").Replace(" %", "%", StringComparison.Ordinal);
        }

        if (forecast.AtLeast.Length == 0)
        {
            yield return "  even odds that nothing is finished: no number is worth saying";
        }
    }

    private static IEnumerable<string> When(string who, Forecast forecast)
    {
        if (forecast.Items == 0)
        {
            yield return $"{who}nothing is left to do.";
            yield break;
        }

        yield return string.Create(CultureInfo.InvariantCulture, $"{who}{forecast.Items} items, from {Day(forecast.AsOf)} on");
        foreach (var b in forecast.By)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"  {b.Probability,4:P0}  by {Day(b.Date)} ({b.Days} days)").Replace(" %", "%", StringComparison.Ordinal);
        }

        if (forecast.By.Length < ForecastMaker.Probabilities.Length)
        {
            yield return forecast.By.Length == 0 ? "  no end in sight within two years" : "  no end in sight within two years for more certainty than that";
        }
    }

    private static IEnumerable<string> Footing(Forecast forecast)
    {
        if (Usual(forecast) is { } usual)
        {
            yield return usual;
        }

        if (forecast.DaysOff > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{forecast.DaysOff} {(forecast.DaysOff == 1 ? "day" : "days")} off {(forecast.Question == ForecastQuestion.When ? "up to the day at 85%" : "within it")} {(forecast.DaysOff == 1 ? "is" : "are")} counted as free.");
        }

        if (forecast.Drift is { } drift)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Alarm: the {drift.Weeks} weeks since {Day(drift.Since)} brought {drift.Items} items where about {drift.Expected:0} were to be expected; a team that goes on as before sees so {(drift.Fell ? "few" : "many")} less than once in {Math.Floor(1 / Math.Max(1e-4, drift.Chance)):0} cases.{(drift.Restarts ? " Half of this forecast rests on these weeks alone." : " This forecast follows them, and is wider for it.")}");
        }

        if (forecast.History is { } h)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Rests on {h.Items} items finished on {h.ActiveDays} days, {Day(h.From)} to {Day(h.To.AddDays(-1))}. Assumes that the pace moves as it has moved, and that items are as large as they were.");
        }

        if (forecast.HeldBefore is { } held)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Said on this history before, \"85%\" held {held.Times} of {held.Of} times{(RecordOfStatements.Judge(held) == RecordVerdict.LessOften ? ": take it as less sure than it sounds" : "")}.");
        }
    }

    // The same question at 85 %, so that both stand side by side.
    private static string? Usual(Forecast forecast) => forecast switch
    {
        { Usual: null } => null,
        { Question: ForecastQuestion.HowMany } when forecast.Usual.AtLeast.FirstOrDefault(a => a.Probability == 0.85) is { } a => string.Create(CultureInfo.InvariantCulture, $"The usual method would have said {a.Items} or more items at 85%."),
        { Question: ForecastQuestion.When } when forecast.Usual.By.FirstOrDefault(b => b.Probability == 0.85) is { } b => $"The usual method would have said by {Day(b.Date)} at 85%.",
        { Question: ForecastQuestion.Chance, Usual.Probability: { } p } => $"The usual method would have said {Percent(p)}.",
        _ => null,
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A probability as a reader can use it: never certain.</summary>
    public static string Percent(double p) => p switch
    {
        > 0.95 => "more than 95%",
        < 0.05 => "less than 5%",
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(p * 100):0}%"),
    };
}
