using BacklogHealth.Core.Forecasting;

namespace BacklogHealth.Json;

/// <summary>Makes JSON of forecasts.</summary>
internal static class ForecastJsons
{
    /// <summary>One forecast. A probability is rounded to six digits: more would be noise of the computation.</summary>
    public static ForecastJson From(string? team, Forecast forecast)
    {
        var howMany = forecast.Question == ForecastQuestion.HowMany && forecast.Enough;
        var when = forecast.Question == ForecastQuestion.When && forecast.Enough;
        return new ForecastJson
        {
            Question = forecast.Question switch { ForecastQuestion.HowMany => "how-many", ForecastQuestion.When => "when", _ => "chance" },
            Team = team,
            AsOf = forecast.AsOf,
            Days = forecast.Days,
            Items = forecast.Items,
            AtLeast = howMany ? AtLeast(forecast.AtLeast) : null,
            By = when ? DoneByJson.Of(forecast.By) : null,
            Probability = Rounded(forecast.Probability),
            DaysOff = forecast.Enough ? forecast.DaysOff : null,
            History = forecast.History is { } h ? new HistoryJson(h.From, h.To.AddDays(-1), h.Items, h.ActiveDays) : null,
            Method = forecast.Method.ToString(),
            HeldBefore = forecast.HeldBefore is { } held ? new HeldJson(held.Probability, held.Times, held.Of) : null,
            Usual = forecast.Usual is { } usual ? new UsualJson(howMany ? AtLeast(usual.AtLeast) : null, when ? DoneByJson.Of(usual.By) : null, Rounded(usual.Probability)) : null,
            Drift = forecast.Drift is { } drift ? new DriftJson(drift.Since, drift.Weeks, drift.Items, Math.Round(drift.Expected, 1), Math.Round(drift.Chance, 6), drift.Restarts) : null,
            VisibleFall = forecast.VisibleFall,
            Enough = forecast.Enough,
            Reason = forecast.WhyNot?.ToString(),
        };
    }

    private static List<AtLeastJson> AtLeast(IEnumerable<AtLeast> said) => [.. said.Select(a => new AtLeastJson(a.Probability, a.Items))];

    private static double? Rounded(double? probability) => probability is { } p ? Math.Round(p, 6) : null;
}
