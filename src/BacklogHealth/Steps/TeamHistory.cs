using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Storage;

namespace BacklogHealth.Steps;

/// <summary>The finish history of a team, for the commands that ask one question and need no report.</summary>
internal static class TeamHistory
{
    /// <summary>Forecasts on what was known at the time of the call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="store">The store.</param>
    /// <param name="team">The team.</param>
    /// <param name="method">Makes the method for the team's history.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<ForecastMaker> Forecasts(Call call, BacklogStore store, Team team, Func<DailyCounts, CalibratedMethod> method, CancellationToken cancellation)
    {
        var (known, before) = await Known(call, store, team, cancellation);
        return new ForecastMaker(known, method(known).Prepare, before);
    }

    /// <summary>The walk through what was known.</summary>
    public static async Task<Backtest> Backtest(Call call, BacklogStore store, Team team, Func<DailyCounts, CalibratedMethod> method, CancellationToken cancellation)
    {
        var (known, before) = await Known(call, store, team, cancellation);
        return new Backtest(known, method(known).Prepare, before);
    }

    private static async Task<(DailyCounts Known, Func<DateOnly, DailyCounts> Before)> Known(Call call, BacklogStore store, Team team, CancellationToken cancellation)
    {
        var stored = await StoreStep.AlreadyThere(team, store, cancellation);
        var asOf = call.AsOf(stored.Calendar) ?? call.Now;
        var finishes = new KnownFinishes(await store.History(team.Name, cancellation), stored.Workflow, stored.Calendar, asOf);
        return (finishes.Before(finishes.Today), finishes.Before);
    }
}
