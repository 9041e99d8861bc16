using System.Collections.Immutable;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Flow;

/// <summary>
/// When items that were finished stopped being so. A reset (<see cref="StateEntry.Reset"/>) reopens nothing: what is done with the item afterwards
/// does, unless that puts it back to finished.
/// </summary>
internal static class Reopenings
{
    /// <summary>The instants strictly before <paramref name="asOf"/> at which the item left finished for another meaning, oldest first; known is what happened before it.</summary>
    public static ImmutableArray<DateTimeOffset> Of(ItemHistory item, Workflow workflow, DateTimeOffset asOf)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(workflow);
        var found = ImmutableArray.CreateBuilder<DateTimeOffset>();
        var before = WorkItemState.NotStarted;
        foreach (var (entry, meaning, _) in Meanings.Of(item, workflow, asOf))
        {
            if (before == WorkItemState.Finished && meaning != WorkItemState.Finished)
            {
                if (entry.Reset)
                {
                    continue;
                }

                found.Add(entry.At);
            }

            before = meaning;
        }

        return found.ToImmutable();
    }
}
