using BacklogHealth.Core.WorkItems;
using BacklogHealth.Steps;

namespace BacklogHealth.Commands;

/// <summary>What <c>init</c> says of what it found, and of what it did not find.</summary>
internal static class InitFound
{
    /// <summary>The lines.</summary>
    public static IEnumerable<string> Lines(Team team, TrackerProfile profile)
    {
        yield return $"Found {Trackers.Source(team)}, time zone {team.Settings.TimeZone?.Id ?? profile.TimeZoneId ?? "unknown"}, {profile.Sprints.Length} sprints. Its states, and what they count as:";
        foreach (var (meaning, words) in new[] { (WorkItemState.NotStarted, "not started"), (WorkItemState.Started, "started"), (WorkItemState.Finished, "finished") })
        {
            // What only histories of items from elsewhere hold is none of the team's; and one name may stand for the states of several types.
            var names = profile.Workflow.States.Where(s => s.State == meaning && !s.Elsewhere).Select(s => s.Name).Distinct(StringComparer.OrdinalIgnoreCase);
            yield return $"  {words,-11}  {string.Join(", ", names)}".TrimEnd();
        }

        foreach (var field in profile.Fields)
        {
            yield return $"  field: {FieldWords.Of(field)}";
        }

        foreach (var missing in FieldWords.Missing(profile.Fields, team.Connection!.Kind))
        {
            yield return $"  no field: {missing}";
        }

        foreach (var note in profile.Notes)
        {
            yield return $"  note: {note}";
        }
    }
}
