using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Flow;

/// <summary>Reads the states of a history as what they mean to the team. Shared by everything that follows an item through its states.</summary>
internal static class Meanings
{
    /// <summary>
    /// The entries strictly before an instant, each with its meaning. A state that the workflow does not know keeps the meaning of the one before;
    /// at the beginning it means not started.
    /// </summary>
    public static IEnumerable<(StateEntry Entry, WorkItemState Meaning, bool Mapped)> Of(ItemHistory item, Workflow workflow, DateTimeOffset asOf)
    {
        var meaning = WorkItemState.NotStarted;
        foreach (var entry in item.States)
        {
            if (entry.At >= asOf)
            {
                yield break;
            }

            var found = workflow.Find(entry.StateId, entry.StateName);
            meaning = found ?? meaning;
            yield return (entry, meaning, found is not null);
        }
    }
}
