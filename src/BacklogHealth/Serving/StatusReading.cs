using BacklogHealth.Delivery;
using BacklogHealth.Jobs;
using BacklogHealth.Json;
using BacklogHealth.Settings;
using BacklogHealth.Storage;

namespace BacklogHealth.Serving;

/// <summary>How far everything has come, for the command, the page and the health answers. Asks no tracker and changes nothing.</summary>
internal static class StatusReading
{
    private const string ScoresKept = "medianClarity";

    /// <summary>Reads it.</summary>
    public static async Task<StatusJson> Of(BacklogStore store, AppSettings settings, DateTimeOffset now, CancellationToken cancellation) =>
        new("backlog-health/status/1", UtcInstant.Text(now), Product.Version, await Teams(store, now, cancellation), await Subscriptions(store, settings, now, cancellation), await Jobs(store, settings, now, cancellation));

    /// <summary>What is stored of each team.</summary>
    public static async Task<IReadOnlyList<TeamStatusJson>> Teams(BacklogStore store, DateTimeOffset now, CancellationToken cancellation)
    {
        var teams = new List<TeamStatusJson>();
        foreach (var team in await store.Teams(cancellation))
        {
            var last = await store.LastSnapshots(team.Name, [DateTimeOffset.MinValue, now.AddDays(1)], ScoresKept, cancellation);
            teams.Add(TeamStatusJson.From(team, await store.LastPull(team.Name, cancellation), await store.LastImport(team.Name, cancellation), last.Count > 0 ? last[^1].MadeAt : null));
        }

        return teams;
    }

    private static async Task<IReadOnlyList<JobJson>> Jobs(BacklogStore store, AppSettings settings, DateTimeOffset now, CancellationToken cancellation)
    {
        var jobs = new List<JobJson>();
        foreach (var job in await JobBook.Of(settings, store, cancellation))
        {
            jobs.Add(JobJson.From(job, job.Schedule.Next(now, job.Zone), await store.Runs.Newest(job.Name, JobJson.Looked, cancellation), now));
        }

        return jobs;
    }

    private static async Task<IReadOnlyList<SubscriptionJson>> Subscriptions(BacklogStore store, AppSettings settings, DateTimeOffset now, CancellationToken cancellation)
    {
        var subscriptions = new List<SubscriptionJson>();
        foreach (var subscription in settings.Subscriptions)
        {
            var zone = await ReadySubscription.ZoneOf(subscription, settings, store, cancellation);
            var due = subscription.Schedule.Latest(now, zone);
            var dispatches = due is null ? [] : await store.Dispatches.Of(subscription.Name, due.Period, cancellation);
            subscriptions.Add(SubscriptionJson.From(subscription, zone, due, now, dispatches));
        }

        return subscriptions;
    }
}
