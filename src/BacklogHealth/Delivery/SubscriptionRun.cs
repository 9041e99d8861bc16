using System.Collections.Immutable;
using BacklogHealth.Running;
using BacklogHealth.Scheduling;
using BacklogHealth.Settings;
using BacklogHealth.Storage;
using BacklogHealth.Telemetry;

namespace BacklogHealth.Delivery;

/// <summary>
/// Sends what is due of one subscription: prepares a row for each recipient of the latest period, takes the rows one by one, and says of each what became of it.
/// Whatever dies in between, the next run goes on where this one stopped.
/// </summary>
/// <param name="subscription">The subscription.</param>
/// <param name="zone">The zone of its schedule.</param>
/// <param name="ledger">Which report went to whom.</param>
/// <param name="channels">The ways that reports go.</param>
/// <param name="pack">Makes what is sent, when the first recipient is at hand.</param>
/// <param name="time">The clock.</param>
internal sealed class SubscriptionRun(
    SubscriptionSettings subscription, TimeZoneInfo zone, DispatchLedger ledger, Func<ChannelKind, IChannel> channels, Func<Slot, CancellationToken, Task<Parcel>> pack, TimeProvider time)
{
    /// <summary>How long a dispatch is ours: longer than any report takes to make and any mail server to answer.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    // What went out must be known. Within the lease: behind it, somebody else may have settled what became of it.
    private static readonly TimeSpan KeptWithin = TimeSpan.FromMinutes(5);

    // A greylisting server lets in after some minutes, an outage lasts hours: after a day and a half, somebody has to look.
    private static readonly ImmutableArray<TimeSpan> Again = [TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12), TimeSpan.FromHours(18)];

    /// <summary>The latest period; null where its schedule has not come once.</summary>
    public Slot? Due => subscription.Schedule.Latest(time.GetUtcNow(), zone);

    /// <summary>The dispatches of a period, in the order of channels and recipients.</summary>
    public ImmutableArray<DispatchKey> KeysOf(Slot slot) =>
        [.. subscription.Channels.SelectMany(c => c.Recipients.Select(r => new DispatchKey(subscription.Name, slot.Period, c.Name, r))).Distinct()];

    /// <summary>The dispatches of a period as they stand; one that is not prepared yet is to be sent. Writes nothing.</summary>
    public async Task<IReadOnlyList<Dispatch>> Standing(Slot slot, CancellationToken cancellation)
    {
        var known = (await ledger.Of(subscription.Name, slot.Period, cancellation)).ToDictionary(d => d.Key);
        return [.. KeysOf(slot).Select(k => known.GetValueOrDefault(k) ?? new Dispatch(k, slot.At, DispatchState.Pending, 0, 0, null, null, null))];
    }

    /// <summary>Whether something of the latest period may have to be sent now. Writes nothing.</summary>
    public async Task<bool> IsDue(CancellationToken cancellation) =>
        Due is { } slot && (await Standing(slot, cancellation)).Any(d => d.State == DispatchState.Sending || (d.State == DispatchState.Pending && !(d.NextAt > time.GetUtcNow())));

    /// <summary>Sends what is due and not sent; gives those that were handed over, tried to be or left out, as they stand afterwards.</summary>
    public async Task<IReadOnlyList<Dispatch>> Send(CancellationToken cancellation)
    {
        if (Due is not { } slot)
        {
            return [];
        }

        await ledger.Prepare(KeysOf(slot), slot.At, cancellation);
        await ledger.GiveWay(subscription.Name, slot.At, cancellation);
        var tried = new HashSet<DispatchKey>();
        Parcel? parcel = null;
        while (await ledger.Claim(subscription.Name, slot.Period, Lease, cancellation) is { } claim)
        {
            try
            {
                parcel ??= await pack(slot, cancellation);
            }
            catch
            {
                // Nothing was handed over: it stays to be sent, and the next run tries again.
                await ledger.End(claim, DispatchState.Pending, claim.Dispatch.Note, null, CancellationToken.None);
                throw;
            }

            if (parcel.IsQuiet && subscription.SkipQuietWeeks)
            {
                await ledger.End(claim, DispatchState.LeftOut, "Nothing happened in the week before.", null, CancellationToken.None);
                tried.Add(claim.Dispatch.Key);
                continue;
            }

            if (await ledger.HandOver(claim, cancellation))
            {
                tried.Add(claim.Dispatch.Key);
                await Hand(parcel, claim, cancellation);
            }
        }

        return [.. (await ledger.Of(subscription.Name, slot.Period, cancellation)).Where(d => tried.Contains(d.Key))];
    }

    private async Task Hand(Parcel parcel, ClaimedDispatch claim, CancellationToken cancellation)
    {
        using var step = TimedStep.OfSubscription("deliver", subscription.Name);
        var way = subscription.Channels.FirstOrDefault(c => c.Name == claim.Dispatch.Key.Channel);
        var handed = way is null
            ? Handed.Refused($"{claim.Dispatch.Key.Channel} to {claim.Dispatch.Key.Recipient}: settings no longer have this way. It gets nothing more.")
            : await channels(way.Kind).Send(parcel, claim.Dispatch.Key, cancellation);
        var tried = claim.Dispatch.Attempts;
        var again = tried < Again.Length ? Later(time.GetUtcNow() + Again[tried], handed.NotBefore) : (DateTimeOffset?)null;
        var (state, next) = handed.State switch
        {
            DispatchState.Pending when again is null => (DispatchState.Failed, null),
            DispatchState.Pending or DispatchState.Unknown => (handed.State, again),
            var ended => (ended, null),
        };
        await AwayStore.WaitedFor(() => ledger.End(claim, state, handed.Note, next, CancellationToken.None), KeptWithin, time, cancellation);
        DeliveryMeasures.Ended(subscription.Name, way?.Name, state, step);
    }

    private static DateTimeOffset Later(DateTimeOffset ours, DateTimeOffset? theirs) => theirs > ours ? theirs.Value : ours;
}
