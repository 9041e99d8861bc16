using BacklogHealth.Core.Scoring;
using BacklogHealth.Pulling;
using BacklogHealth.Reports;
using BacklogHealth.Settings;
using BacklogHealth.Steps;
using BacklogHealth.Storage;

namespace BacklogHealth;

/// <summary>
/// The whole flow of one team, in six words: pull → store → score → forecast → report → deliver, and once a week, before it scores, learn. Each word is one
/// step in its own file; what a step gives is what the next one takes, so they fit in this order only. Commands that do less than all call the same steps on what is stored.
/// </summary>
internal sealed class HealthRun(BacklogStore store, AppSettings settings, TimeProvider time, Screen screen)
{
    /// <summary>Begins to read what scores and pages need beside the data, while the database is still to be opened.</summary>
    public static void ReadAhead(AppSettings settings, ReportRequest request)
    {
        if (request.Formats.Contains("html"))
        {
            _ = Task.Run(ReportWriter.ReadFonts);
        }

        foreach (var language in settings.Teams.Select(t => t.Language).Distinct(StringComparer.Ordinal))
        {
            _ = Task.Run(() => Shipped.Read(language));
        }
    }

    /// <summary>Does all of it.</summary>
    /// <param name="team">The team.</param>
    /// <param name="request">Which reports, in which forms, where to.</param>
    /// <param name="cancellation">Stops it between pages; what was stored stays.</param>
    public async Task<Delivered> Whole(Team team, ReportRequest request, CancellationToken cancellation)
    {
        using var pulled = await PullStep.From(team, store, time, screen, cancellation);
        var stored = await StoreStep.Keep(pulled, store, new PullOptions(PayloadDays: settings.Storage.KeepPayloadsDays) { Deliveries = settings.DeliveriesOf(team.Name) }, screen, cancellation);
        stored = await Learn(stored, cancellation);
        var scored = await screen.Working($"{team.Name}: scoring", _ => ScoreStep.WithWeekBefore(stored, store, null, time, cancellation));
        await screen.Working($"{team.Name}: looking back", _ => PastWeeksStep.Rebuild(stored, store, time, cancellation));
        var forecast = await screen.Working($"{team.Name}: forecasting", _ => ForecastStep.Of(scored, store, settings, cancellation));
        Told(forecast);
        await SnapshotStep.Keep(forecast, store, time, cancellation);
        var reported = await screen.Working($"{team.Name}: drawing the reports", _ => ReportStep.Render(forecast, request, settings, cancellation));
        return await DeliverStep.ToFolder(reported, request, cancellation);
    }

    /// <summary>The steps in the middle, on what is stored: nothing is pulled and nothing written but the snapshot that trends and the record of forecasts read.</summary>
    public async Task<Forecasted> Snapshot(Team team, CancellationToken cancellation)
    {
        await PastWeeksStep.Rebuild(await StoreStep.AlreadyThere(team, store, cancellation), store, time, cancellation);
        var forecast = await Forecast(team, null, cancellation);
        await SnapshotStep.Keep(forecast, store, time, cancellation);
        return forecast;
    }

    /// <summary>The steps in the middle, on what is stored: nothing is pulled and nothing written.</summary>
    /// <param name="team">The team.</param>
    /// <param name="asOf">The start of a past day; null for now.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Forecasted> Forecast(Team team, DateOnly? asOf, CancellationToken cancellation)
    {
        // Beside the database, which looks for the items first.
        _ = Task.Run(() => Shipped.Read(team.Settings.Language), cancellation);
        var stored = await StoreStep.AlreadyThere(team, store, cancellation);
        var scored = await ScoreStep.WithWeekBefore(stored, store, asOf, time, cancellation);
        return Told(await ForecastStep.Of(scored, store, settings, cancellation));
    }

    /// <summary>The last four steps, on what is stored.</summary>
    /// <param name="team">The team.</param>
    /// <param name="asOf">The start of a past day; null for now.</param>
    /// <param name="request">Which reports, in which forms, where to.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="isRun">True for a run, which learns where it is time to and leaves a snapshot; a report only looks.</param>
    public async Task<Delivered> FromStore(Team team, DateOnly? asOf, ReportRequest request, CancellationToken cancellation, bool isRun = false)
    {
        if (isRun)
        {
            await Learn(await StoreStep.AlreadyThere(team, store, cancellation), cancellation);
        }

        var forecast = await Forecast(team, asOf, cancellation);
        if (isRun)
        {
            await SnapshotStep.Keep(forecast, store, time, cancellation);
        }

        var reported = await screen.Working($"{team.Name}: drawing the reports", _ => ReportStep.Render(forecast, request, settings, cancellation));
        return await DeliverStep.ToFolder(reported, request, cancellation);
    }

    private Forecasted Told(Forecasted forecast)
    {
        foreach (var note in forecast.Notes)
        {
            screen.Warn(note);
        }

        return forecast;
    }

    // Once a week: what a team's items teach changes slowly.
    private async Task<Stored> Learn(Stored stored, CancellationToken cancellation) =>
        !LearnStep.IsDue(stored, time) ? stored
        : stored with { Learned = await screen.Working($"{stored.Team.Name}: learning", _ => LearnStep.Of(stored, store, time, cancellation)) };
}
