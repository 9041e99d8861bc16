using BacklogHealth.Core.Health;

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
                var (stored, _, health) = await new HealthRun(store, call.Settings, call.Host.Time, call.Screen).Forecast(team, call.PastDay, cancellation);
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
