using BacklogHealth.Connectors;
using BacklogHealth.Storage;

namespace BacklogHealth.Pulling;

/// <summary>The whole scope as the tracker listed it, once or, where there was a reason for doubt, twice.</summary>
/// <param name="Census">What the listings and the store hold, compared.</param>
/// <param name="Ended">True where each listing ended with a page that said it was the last.</param>
/// <param name="Approximate">How many items the tracker itself counts; null where it does not say.</param>
/// <param name="Twice">True where it was listed twice.</param>
/// <param name="Cursor">Where the tracker's record of changes stood when the first listing began; null where it keeps none.</param>
internal sealed record ScopeListing(Census Census, bool Ended, int? Approximate, bool Twice, string? Cursor)
{
    /// <summary>Lists the scope into the store. A count that differs, or a listing that has shrunk, is a reason to list again, and no more than that.</summary>
    public static async Task<ScopeListing> Take(IWorkTracker tracker, BacklogStore store, PullRun run, PullProgress progress, CancellationToken cancellation)
    {
        var (ended, cursor) = await List(1);
        var approximate = await tracker.ApproximateCount(cancellation);
        var census = await store.Census(run, cancellation);
        var twice = ended && (approximate is { } count && count != census.First || ListingVerdict.IsShrunken(census));
        if (twice)
        {
            (ended, _) = await List(2);
            census = await store.Census(run, cancellation);
        }

        return new ScopeListing(census, ended, approximate, twice, cursor);

        async Task<(bool Ended, string? Cursor)> List(int number)
        {
            var listed = 0;
            string? reached = null;
            var last = false;
            await foreach (var page in tracker.List(run.Cursor, cancellation))
            {
                await store.SaveCensusPage(run, page, number, cancellation);
                progress.Listed(listed += page.Entries.Length, again: number > 1);
                (last, reached) = (page.IsLast, page.Cursor);
            }

            return (last, reached);
        }
    }
}
