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
        var atLeast = howMany ? forecast.AtLeast.Select(a => new AtLeastJson(a.Probability, a.Items)).ToList() : null;
        var by = when ? forecast.By.Select(b => new DoneByJson(b.Probability, b.Date, b.Days)).ToList() : null;
        return new ForecastJson
        {
            Question = forecast.Question switch { ForecastQuestion.HowMany => "how-many", ForecastQuestion.When => "when", _ => "chance" },
            Team = team,
            AsOf = forecast.AsOf,
            Days = forecast.Days,
            Items = forecast.Items,
            AtLeast = atLeast,
            By = by,
            Probability = forecast.Probability is { } p ? Math.Round(p, 6) : null,
            History = forecast.History is { } h ? new HistoryJson(h.From, h.To.AddDays(-1), h.Items, h.ActiveDays) : null,
            Method = forecast.Method,
            HeldBefore = forecast.HeldBefore is { } held ? new HeldJson(held.Probability, held.Times, held.Of) : null,
            // The method in the seat is the usual one, so that its answer stands here too, for scripts that compare.
            Usual = forecast.Enough ? new UsualJson(atLeast, by, forecast.Probability is { } q ? Math.Round(q, 6) : null) : null,
            Enough = forecast.Enough,
            Reason = forecast.WhyNot,
        };
    }
}
