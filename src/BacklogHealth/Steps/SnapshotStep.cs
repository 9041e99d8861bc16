using BacklogHealth.Core.Forecasting;
using BacklogHealth.Json;
using BacklogHealth.Storage;

namespace BacklogHealth.Steps;

/// <summary>What each run leaves behind: scores, findings and forecasts as they were given, so that they can be held against what comes.</summary>
internal static class SnapshotStep
{
    /// <summary>Keeps a snapshot of what was scored and forecast.</summary>
    public static Task Keep(Forecasted forecast, BacklogStore store, TimeProvider time, CancellationToken cancellation)
    {
        var health = forecast.Health;
        var hash = health.DataState.Split('-');
        return store.SaveSnapshot(
            new Snapshot
            {
                Team = health.Team,
                AsOf = health.AsOf,
                MadeAt = time.GetUtcNow(),
                DataState = hash[0],
                SettingsHash = hash[^1],
                Version = health.Version,
                Items = [.. health.Open.Select(o => new SnapshotItem(o.Score, o.Ready.IsReady, o.Position))],
                Forecasts = [Of("how-many", "", health.NextFourWeeks), .. health.Deliveries.Select(d => Of("delivery", d.Name, d.When))],
                Measures = HealthPoints.Measures(health),
            },
            cancellation);
    }

    private static SnapshotForecast Of(string question, string subject, Forecast forecast) =>
        new(question, subject, JsonWriting.Text(ForecastJsons.From(null, forecast), indented: false));
}
