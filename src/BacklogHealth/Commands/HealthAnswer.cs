using BacklogHealth.Core.Health;
using BacklogHealth.Steps;

namespace BacklogHealth.Commands;

/// <summary>What commands share that tell one thing of each team's health: a line of JSON a team, or a text a team with a blank line between.</summary>
internal static class HealthAnswer
{
    /// <summary>Scores, forecasts and tells, team by team.</summary>
    /// <param name="call">The call.</param>
    /// <param name="json">Writes one line.</param>
    /// <param name="text">Writes for people.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<ExitCode> Each(Call call, Action<TeamHealth, Team> json, Action<TeamHealth, Team> text, CancellationToken cancellation)
    {
        await using var store = await call.OpenStore(cancellation);
        var first = true;
        return await call.EachTeam(
            store,
            async team =>
            {
                var stored = await StoreStep.AlreadyThere(team, store, cancellation);
                var scored = await ScoreStep.WithWeekBefore(stored, store, call.PastDay, call.Host.Time, cancellation);
                var health = (await ForecastStep.Of(scored, store, call.Settings, cancellation)).Health;
                foreach (var note in scored.Notes)
                {
                    call.Screen.Warn(note);
                }

                if (call.Get(SharedOptions.Json))
                {
                    json(health, team);
                    return stored.Code;
                }

                if (!first)
                {
                    call.Host.Output.WriteLine();
                }

                text(health, team);
                first = false;
                return stored.Code;
            },
            cancellation);
    }
}
