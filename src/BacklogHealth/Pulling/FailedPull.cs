using BacklogHealth.Connectors;
using BacklogHealth.Steps;
using BacklogHealth.Storage;

namespace BacklogHealth.Pulling;

/// <summary>A pull whose tracker did not even say who it is: kept, so that every report on the last good data says that they are not the newest.</summary>
internal static class FailedPull
{
    /// <summary>Keeps it; nothing where the team is not stored yet, since then there is no report either.</summary>
    public static async Task Keep(Team team, IWorkTracker tracker, BacklogStore store, TrackerException fault, CancellationToken cancellation)
    {
        if ((await store.Teams(cancellation)).All(t => t.Name != team.Name))
        {
            return;
        }

        // Read as last time: a tracker that is away is no reason to fetch everything anew when it is back.
        var profile = await store.Profile(team.Name, cancellation);
        var run = await store.BeginPull(team.Name, new PullKey(Trackers.Scope(team, profile.ScopeFound), Trackers.Mapping(team, tracker.Reading, profile.Fields)), full: false, cancellation);
        await store.FinishPull(run, PullCycle.End(ListingVerdict.BrokenOff(fault.Message), tracker, new PullOptions(), null), cancellation);
    }
}
