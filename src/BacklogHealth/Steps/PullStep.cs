using BacklogHealth.Connectors;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Pulling;
using BacklogHealth.Settings;
using BacklogHealth.Storage;
using BacklogHealth.Telemetry;

namespace BacklogHealth.Steps;

/// <summary>A tracker that answered, ready to be listed and read page by page: nothing is held in memory.</summary>
/// <param name="Team">The team.</param>
/// <param name="Tracker">Its tracker.</param>
/// <param name="Profile">What the tracker said of itself.</param>
/// <param name="Time">The clock by which it is said how long reading will still take.</param>
internal sealed record Pulled(Team Team, IWorkTracker Tracker, TrackerProfile Profile, TimeProvider Time) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Tracker.Dispose();
}

/// <summary>Pull: reaches the tracker and learns workflow, sprints and fields.</summary>
internal static class PullStep
{
    /// <summary>What is to be said of a zone that nobody has told; nothing where it is known.</summary>
    public static IEnumerable<string> ZoneNotes(Team team, TrackerProfile profile) =>
        team.Settings.TimeZone is null && profile.TimeZoneId is null ? [$"{Zones.Unknown} Set the team's TimeZone."] : [];

    /// <summary>Opens the team's tracker.</summary>
    /// <param name="team">The team.</param>
    /// <param name="store">Where a failure is kept.</param>
    /// <param name="time">The clock.</param>
    /// <param name="screen">Where notes of the tracker are told.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="failed">Told what it cost where it failed.</param>
    /// <exception cref="TrackerException">It could not be read; where the team is stored already, the store keeps that this pull failed, and why.</exception>
    public static async Task<Pulled> From(Team team, BacklogStore store, TimeProvider time, Screen screen, CancellationToken cancellation, Action<TrackerTraffic>? failed = null)
    {
        using var step = TimedStep.OfTeam("describe", team.Name);
        var tracker = Trackers.Open(team, time);
        try
        {
            var profile = await tracker.Describe(cancellation);
            foreach (var note in profile.Notes.Concat(ZoneNotes(team, profile)))
            {
                screen.Say($"{team.Name}: {note}");
            }

            return step.Done(new Pulled(team, tracker, profile, time));
        }
        catch (TrackerException fault)
        {
            failed?.Invoke(tracker.Traffic);
            PullMeasures.Failed(team.Name, fault, tracker.Traffic);
            await FailedPull.Keep(team, tracker, store, fault, cancellation);
            tracker.Dispose();
            throw;
        }
        catch
        {
            tracker.Dispose();
            throw;
        }
    }
}
