using System.Globalization;
using BacklogHealth.Delivery;
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
                var ready = await ReadySubscription.Of(subscription, work.Settings, work.Store, work.Host, work.Screen, work.Keeping, cancellation);
                var tried = await ready.Run.Send(cancellation);
                sent += tried.Count(d => d.State == DispatchState.Accepted);
                // What a recipient's server said stands at the delivery, which is tried again by itself: it is told here, and is no failure of the job.
                return new JobEnd(ExitCode.Done, string.Join(' ', tried.Where(d => d.State is not (DispatchState.Accepted or DispatchState.LeftOut) && d.Note is not null).Select(d => $"{subscription.Name}: {d.Note}")));
            },
            cancellation);
        return JobEnd.Join(ends, () => sent == 0 ? "Nothing was due." : string.Create(CultureInfo.InvariantCulture, $"{sent} sent."));
    }
}
