using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage;

namespace BacklogHealth.Steps;

/// <summary>Names in a team's setting <c>Workflow</c> that are no state's: most likely written wrongly, and without any effect.</summary>
internal static class WorkflowNames
{
    /// <summary>A sentence for each name that neither the tracker's workflow knows nor any stored item ever had.</summary>
    /// <param name="team">The team.</param>
    /// <param name="workflow">The tracker's own workflow.</param>
    /// <param name="met">Names of all states that stored items are or were in: one that was removed in the tracker may still be given a meaning.</param>
    public static IEnumerable<string> Unknown(Team team, Workflow workflow, IEnumerable<string> met)
    {
        var names = workflow.States.Select(s => s.Name).ToList();
        var known = names.Concat(met).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var name in team.Settings.Workflow.Keys.Where(n => !known.Contains(n)))
        {
            var meant = NearestWord.To(name, known.Order(StringComparer.Ordinal)) is { } nearest ? $" Did you mean '{nearest}'?" : "";
            yield return $"the setting Workflow names the state '{name}', which the tracker does not have and no item was ever in. Expected one of: {string.Join(", ", names)}.{meant}";
        }
    }

    /// <summary>Names of all states that stored items of a team are or were in; none where nothing is stored of it.</summary>
    public static async Task<IReadOnlyList<string>> Met(BacklogStore store, string team, CancellationToken cancellation) =>
        (await store.Teams(cancellation)).Any(t => t.Name == team) ? await store.StateNames(team, cancellation) : [];
}
