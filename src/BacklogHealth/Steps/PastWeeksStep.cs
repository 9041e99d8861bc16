using BacklogHealth.Core.Health;
using BacklogHealth.Storage;

namespace BacklogHealth.Steps;

/// <summary>
/// Gives the trend of a team a beginning: its first run rebuilds the weeks before from history, as <c>--as-of</c> would, and keeps of each what a trend
/// shows. No forecast is kept with them, since none was made: what is counted as kept or broken was said in its time.
/// </summary>
internal static class PastWeeksStep
{
    /// <summary>Weeks that are rebuilt.</summary>
    public const int Weeks = 8;

    /// <summary>Rebuilds the weeks before, unless a run of an earlier week has left one. Tells how many.</summary>
    public static async Task<int> Rebuild(Stored stored, BacklogStore store, TimeProvider time, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if ((await HealthPoints.Before(stored.Team.Name, stored.Calendar, now, store, cancellation)).Count > 0)
        {
            return 0;
        }

        var rebuilt = 0;
        var histories = await store.History(stored.Team.Name, cancellation);
        foreach (var monday in HealthTrend.Bounds(stored.Calendar, now).SkipLast(1).TakeLast(Weeks).Where(monday => histories.Any(h => h.Created < monday)))
        {
            var scored = await ScoreStep.At(stored, store, monday, monday, cancellation);
            var health = ForecastStep.Backlog(scored, histories);
            await store.SaveSnapshot(
                new Snapshot
                {
                    Team = health.Team,
                    AsOf = monday,
                    MadeAt = now,
                    DataState = await store.DataState(stored.Team.Name, cancellation),
                    SettingsHash = "rebuilt",
                    Version = health.Version,
                    Items = [],
                    Forecasts = [],
                    Measures = HealthPoints.Measures(health),
                },
                cancellation);
            rebuilt++;
        }

        return rebuilt;
    }
}
