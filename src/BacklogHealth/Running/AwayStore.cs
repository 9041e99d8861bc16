using BacklogHealth.Storage;

namespace BacklogHealth.Running;

/// <summary>
/// Keeps what was done, where the database is away at that very moment: what is not known to be done is done once more, and a mail is sent once more. So a server that is
/// started anew, or a disk that somebody clears, is waited for.
/// </summary>
internal static class AwayStore
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    /// <summary>Does it, again and again where the database does not take it.</summary>
    /// <param name="work">What is written.</param>
    /// <param name="within">For so long.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <exception cref="StoreException">The database was away for longer, or somebody else has taken the work over.</exception>
    public static async Task<T> WaitedFor<T>(Func<Task<T>> work, TimeSpan within, TimeProvider time, CancellationToken stop)
    {
        for (var since = time.GetTimestamp(); ;)
        {
            try
            {
                return await work();
            }
            catch (StoreException e) when (e.Fault != StoreFault.LeaseLost && time.GetElapsedTime(since) < within && !stop.IsCancellationRequested)
            {
                await Task.Delay(Again, time, stop);
            }
        }
    }
}
