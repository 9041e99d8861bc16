using System.Globalization;
using BacklogHealth.Delivery;
using BacklogHealth.Settings;
using BacklogHealth.Storage;

namespace BacklogHealth.Jobs;

/// <summary>Sends what is due of every subscription, and tries again what could not be sent. Each recipient has a row of its own, so a run that dies loses nothing.</summary>
internal static class DeliverJob
{
    /// <summary>Does it.</summary>
    public static async Task<JobEnd> Do(JobWork work, CancellationToken cancellation)
    {
        var sent = 0;
        var ends = await JobWork.Each(
            work.Settings.Subscriptions,
            async subscription =>
            {
                if (await WaitsFor(subscription, work, cancellation) is { } team)
                {
                    return new JobEnd(ExitCode.Done, $"{subscription.Name} waits for the first pull of {team}.") { Again = TimeSpan.FromSeconds(30) };
                }

                var ready = await ReadySubscription.Of(subscription, work.Settings, work.Store, work.Host, work.Screen, work.Keeping, cancellation);
                var tried = await ready.Run.Send(cancellation);
                sent += tried.Count(d => d.State == DispatchState.Accepted);
                // What a recipient's server said stands at the delivery, which is tried again by itself: it is told here, and is no failure of the job.
                return new JobEnd(ExitCode.Done, string.Join(' ', tried.Where(d => d.State is not (DispatchState.Accepted or DispatchState.LeftOut) && d.Note is not null).Select(d => $"{subscription.Name}: {d.Note}")));
            },
            cancellation);
        return JobEnd.Join(ends, () => sent == 0 ? "Nothing was due." : string.Create(CultureInfo.InvariantCulture, $"{sent} sent."));
    }

    /// <summary>Whether there is a report to make and to send. What cannot be told now is left to <see cref="Do"/>, which says why.</summary>
    public static async Task<bool> HasWork(JobWork work, CancellationToken cancellation)
    {
        foreach (var subscription in work.Settings.Subscriptions)
        {
            try
            {
                if (await WaitsFor(subscription, work, cancellation) is null
                    && await (await ReadySubscription.Of(subscription, work.Settings, work.Store, work.Host, work.Screen, work.Keeping, cancellation)).Run.IsDue(cancellation))
                {
                    return true;
                }
            }
            catch (UserError)
            {
                // An address or a password that cannot be read: others may be due all the same.
            }
        }

        return false;
    }

    // Where a team is about to be pulled for the first time, its first report is worth some minutes of waiting, and a word of what is missing is not.
    private static async Task<string?> WaitsFor(SubscriptionSettings subscription, JobWork work, CancellationToken cancellation)
    {
        var stored = (await work.Store.Teams(cancellation)).Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var team in work.Settings.Teams.Where(t => t.Connection.Length > 0 && subscription.Teams.Contains(t.Name)))
        {
            if (!stored.Contains(team.Name) || await work.Store.LastPull(team.Name, cancellation) is null)
            {
                return team.Name;
            }
        }

        return null;
    }
}
