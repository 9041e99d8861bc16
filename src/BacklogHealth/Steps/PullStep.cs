using System.Globalization;
using BacklogHealth.Connectors;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Steps;

/// <summary>A tracker that answered, ready to be listed and read page by page: nothing is held in memory.</summary>
/// <param name="Team">The team.</param>
/// <param name="Tracker">Its tracker.</param>
/// <param name="Profile">What the tracker said of itself.</param>
internal sealed record Pulled(Team Team, IWorkTracker Tracker, TrackerProfile Profile) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Tracker.Dispose();
}

/// <summary>Pull: reaches the tracker and learns workflow, sprints and fields.</summary>
internal static class PullStep
{
    /// <summary>Opens the team's tracker.</summary>
    /// <exception cref="TrackerException">It could not be read.</exception>
    public static async Task<Pulled> From(Team team, TimeProvider time, Screen screen, CancellationToken cancellation)
    {
        var tracker = Trackers.Open(team, time);
        try
        {
            var profile = await tracker.Describe(cancellation);
            foreach (var note in profile.Notes)
            {
                screen.Say(string.Create(CultureInfo.InvariantCulture, $"{team.Name}: {note}"));
            }

            return new Pulled(team, tracker, profile);
        }
        catch
        {
            tracker.Dispose();
            throw;
        }
    }
}
