using System.Collections.Immutable;
using BacklogHealth.Connectors;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage;

namespace BacklogHealth.Pulling;

/// <summary>
/// Fetches what moved: several requests are under way while what came is stored, always in the order in which it was asked for, so that the
/// database does not depend on which answer was the quickest. Memory holds the few pages that are under way, whatever the size of the scope.
/// </summary>
internal static class Fetching
{
    /// <summary>Pages under way at once.</summary>
    public const int InFlight = 4;

    // Ids are handed out in blocks, so that none is handed out twice while it is under way.
    private const int PagesInBlock = 32;

    /// <summary>Fetches and stores until nothing is left to fetch.</summary>
    /// <exception cref="TrackerException">The tracker could not be read; the pages stored before stay.</exception>
    public static async Task All(IWorkTracker tracker, BacklogStore store, PullRun run, PullProgress progress, CancellationToken cancellation)
    {
        progress.ToFetch((await store.Census(run, cancellation)).ToFetch);
        while (await store.NextToFetch(run, tracker.FetchSize * PagesInBlock, cancellation) is { Length: > 0 } block)
        {
            await Block(tracker, store, run, block, progress, cancellation);
        }
    }

    private static async Task Block(IWorkTracker tracker, BacklogStore store, PullRun run, ImmutableArray<string> block, PullProgress progress, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var pages = new Queue<ImmutableArray<string>>(block.Chunk(tracker.FetchSize).Select(p => ImmutableArray.Create(p)));
        var underWay = new Queue<Task<FetchedItems>>();
        KnownPayloads known = (id, token) => run.Full ? Task.FromResult<ItemPayload?>(null) : store.Payload(run.Team, id, token);
        try
        {
            while (pages.Count + underWay.Count > 0)
            {
                while (underWay.Count < InFlight && pages.TryDequeue(out var ids))
                {
                    underWay.Enqueue(Task.Run(() => tracker.Fetch(ids, known, stop.Token), stop.Token));
                }

                var page = await underWay.Dequeue();
                await store.SaveItems(run, page, cancellation);
                progress.Fetched(page.Items.Length + page.Unavailable.Length);
            }
        }
        catch
        {
            // What is still under way must not outlive the tracker.
            await stop.CancelAsync();
            await Task.WhenAll(underWay).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            throw;
        }
    }
}
