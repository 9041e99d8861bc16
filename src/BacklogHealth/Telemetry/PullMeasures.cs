using BacklogHealth.Connectors;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Storage;

namespace BacklogHealth.Telemetry;

/// <summary>What is measured of a pull at its end, by <c>team</c> and <c>outcome</c>: complete, incomplete, refused, throttled, failed.</summary>
internal static class PullMeasures
{
    /// <summary>A pull that was kept, whether it came to its end or broke off.</summary>
    /// <param name="pull">What the store keeps of it.</param>
    /// <param name="time">The clock by which the age of the proof is told.</param>
    /// <param name="fault">Why it broke off; null where it did not.</param>
    public static void Ended(PullResult pull, TimeProvider time, TrackerException? fault = null)
    {
        var team = Team(pull.Team);
        Count(team, fault is null ? pull.Complete ? "complete" : "incomplete" : Word(fault.Fault), pull.Traffic.Waited);
        Instruments.ItemsPulled.Add(pull.Fetched, team);
        if (pull.InTracker is { } listed)
        {
            Instruments.CensusGap.Record(listed - pull.Stored, team);
        }

        if (pull.ProvenAt is { } proven)
        {
            Instruments.Proven(pull.Team, proven, time);
        }
    }

    /// <summary>A pull that failed before it began.</summary>
    public static void Failed(string team, TrackerException fault, TrackerTraffic spent) => Count(Team(team), Word(fault.Fault), spent.WaitedForLimit);

    /// <summary>Tells when each stored team was last proven whole: for a process that has pulled nothing yet, or beside others that pull.</summary>
    public static async Task Stored(BacklogStore store, TimeProvider time, CancellationToken cancellation)
    {
        foreach (var team in await store.Teams(cancellation))
        {
            if ((await store.LastPull(team.Name, cancellation))?.ProvenAt is { } proven)
            {
                Instruments.Proven(team.Name, proven, time);
            }
        }
    }

    private static void Count(KeyValuePair<string, object?> team, string outcome, TimeSpan waited)
    {
        Instruments.Pulls.Add(1, team, KeyValuePair.Create<string, object?>("outcome", outcome));
        Instruments.LimitWaits.Add(waited.TotalSeconds, team);
    }

    private static KeyValuePair<string, object?> Team(string name) => KeyValuePair.Create<string, object?>("team", name);

    private static string Word(TrackerFault fault) => fault switch
    {
        TrackerFault.Refused => "refused",
        TrackerFault.Throttled => "throttled",
        TrackerFault.Incomplete => "incomplete",
        _ => "failed",
    };
}
