using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Flow;

/// <summary>
/// Finds history that was imported: ten or more items, each created within a minute of the one before, that were finished at once or within an hour.
/// Their finish is that of the import. An item whose history is not whole is left out: there the finish is doubted anyway.
/// </summary>
internal static class ImportedItems
{
    private const int Fewest = 10;
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Finished = TimeSpan.FromHours(1);

    /// <summary>The same items in the same order, imported ones marked. Known is what happened strictly before <paramref name="asOf"/>.</summary>
    public static IReadOnlyCollection<ItemHistory> Mark(IEnumerable<ItemHistory> items, Workflow workflow, DateTimeOffset asOf)
    {
        var all = items as IReadOnlyCollection<ItemHistory> ?? [.. items];
        var finished = all.Where(i => i.Complete && i.Created < asOf && IsFinishedSoon(i, workflow, asOf)).OrderBy(i => i.Created).ToList();
        var imported = new HashSet<ItemHistory>(ReferenceEqualityComparer.Instance);
        for (int from = 0, to; from < finished.Count; from = to)
        {
            to = from + 1;
            while (to < finished.Count && finished[to].Created - finished[to - 1].Created <= Apart)
            {
                to++;
            }

            if (to - from >= Fewest)
            {
                imported.UnionWith(finished[from..to]);
            }
        }

        return imported.Count == 0 ? all : [.. all.Select(i => imported.Contains(i) ? i with { Imported = true } : i)];
    }

    private static bool IsFinishedSoon(ItemHistory item, Workflow workflow, DateTimeOffset asOf)
    {
        foreach (var (entry, meaning, _) in Meanings.Of(item, workflow, asOf))
        {
            if (entry.At - item.Created > Finished)
            {
                return false;
            }

            if (meaning == WorkItemState.Finished)
            {
                return true;
            }
        }

        return false;
    }
}
