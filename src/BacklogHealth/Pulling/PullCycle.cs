using System.Collections.Immutable;
using BacklogHealth.Connectors;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Settings;
using BacklogHealth.Steps;
using BacklogHealth.Storage;

namespace BacklogHealth.Pulling;

/// <summary>
/// One pull of a team, from the first listing to the proof: list the whole scope, judge the listing, fetch what moved, ask the queries of deliveries, reconcile. There is no
/// watermark: what is stored is compared with what is listed, item by item. Killed at any point, the next cycle lists anew, since an old listing
/// proves nothing, and fetches only what is not stored as it is listed.
/// </summary>
internal sealed class PullCycle(Team team, TrackerProfile profile, IWorkTracker tracker, BacklogStore store, PullOptions options, PullProgress progress)
{
    /// <summary>Does all of it.</summary>
    /// <exception cref="TrackerException">
    /// The tracker could not be read to the end. What was fetched stays, nothing is removed, and the pull is kept as an incomplete one, so that every
    /// report says so.
    /// </exception>
    public async Task<PullDone> Run(CancellationToken cancellation)
    {
        var key = new PullKey(Trackers.Scope(team, profile.ScopeFound), Trackers.Mapping(team, tracker.Reading, profile.Fields));
        var run = await store.BeginPull(team.Name, key, options.Full, cancellation);
        var (verdict, cursor, readAgain) = (ListingVerdict.BrokenOff(), (string?)null, 0);
        try
        {
            readAgain = (await store.Reread(run, tracker.Read, cancellation)).Read;
            var listing = await ScopeListing.Take(tracker, store, run, progress, cancellation);
            var missing = await MissingItems.Ask(team, tracker, store, run, listing.Census, cancellation);
            (verdict, cursor) = (ListingVerdict.Of(team, listing, missing, options.AcceptedBy is not null), listing.Cursor);
            await Fetching.All(tracker, store, run, progress, cancellation);
            var answers = await DeliveryQueries.Ask(team, tracker, options.Deliveries, progress, cancellation);
            var result = await store.FinishPull(run, End(verdict, tracker, options, cursor, readAgain), cancellation);
            return new PullDone(result, await DeliveryQueries.Keep(team, store, answers, cancellation));
        }
        catch (TrackerException fault)
        {
            // A listing that came to its end stays believed, so that the next pull fetches only the rest; but a pull that broke off removes nothing.
            var broken = verdict with { BrokeOff = true, Removals = Removals.None, Problems = verdict.Problems.Add(fault.Message) };
            await store.FinishPull(run, End(broken, tracker, options, cursor, readAgain), cancellation);
            throw;
        }
    }

    /// <summary>How a pull ends: by a verdict on its listing, with what it cost.</summary>
    public static PullEnd End(ListingVerdict verdict, IWorkTracker tracker, PullOptions options, string? cursor, int readAgain = 0)
    {
        var traffic = tracker.Traffic;
        return new PullEnd
        {
            ListingComplete = verdict.Complete,
            BrokeOff = verdict.BrokeOff,
            Removals = verdict.Removals,
            NotVisible = verdict.NotVisible,
            MovedAway = verdict.MovedAway,
            ReadAgain = readAgain,
            Problems = verdict.Problems,
            Traffic = new PullTraffic(traffic.Requests, traffic.Bytes, traffic.WaitedForLimit),
            Cursor = cursor,
            AcceptedBy = options.AcceptedBy,
            PayloadDays = options.PayloadDays,
        };
    }
}

/// <summary>How a pull is done.</summary>
/// <param name="Full">True to fetch every item anew.</param>
/// <param name="AcceptedBy">Account of the person who accepts that many items are gone at once; null where nobody does.</param>
/// <param name="PayloadDays">How many days what the tracker sent is kept; 0 keeps none, null keeps all.</param>
internal sealed record PullOptions(bool Full = false, string? AcceptedBy = null, int? PayloadDays = null)
{
    /// <summary>The team's deliveries, whose queries are asked when everything else is read.</summary>
    public ImmutableArray<DeliverySettings> Deliveries { get; init; } = [];
}

/// <summary>A pull that came to its end.</summary>
/// <param name="Result">What it proved and did.</param>
/// <param name="Deliveries">What the queries of deliveries were answered.</param>
internal sealed record PullDone(PullResult Result, ImmutableArray<DeliveryAnswer> Deliveries);
