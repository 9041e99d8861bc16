using BacklogHealth.Core.Flow;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health;

/// <summary>An item on its way into the map.</summary>
/// <param name="Item">Its facts.</param>
/// <param name="ParentTitle">Title of its parent, where known.</param>
/// <param name="Shown">What of it is shown.</param>
/// <param name="IsReady">True where it is open, and ready or begun.</param>
internal sealed record PlacedItem(WorkItemSummary Item, string? ParentTitle, StoryMapItem Shown, bool IsReady);

/// <summary>A column with all its items.</summary>
/// <param name="Goal">What stands in the top row; null for none.</param>
/// <param name="Feature">What stands below it; null for none.</param>
/// <param name="Items">Its items, in the order in which a cell shows them.</param>
internal sealed record PlacedColumn(StoryMapHead? Goal, StoryMapHead? Feature, List<PlacedItem> Items);

/// <summary>Puts items under goals and features, in backlog order: what the tracker ranks itself by its own place, all else by its first item.</summary>
internal static class StoryMapColumns
{
    /// <summary>All columns in their order, the one of items under nothing last; it is left out where there are none.</summary>
    public static List<PlacedColumn> Of(TeamHealth health, List<PlacedItem> items)
    {
        var above = new ItemsAbove(health.Flow);
        var heads = new Heads(health, items, above);
        var columns = items.GroupBy(i => LineageOf(above, i.Item.ParentId)).ToDictionary(g => g.Key, g => g.ToList());
        foreach (var epic in Empty(health, above, columns.Keys))
        {
            columns.Add(epic, []);
        }

        var goals = columns.Where(c => c.Key.Goal is not null).GroupBy(c => c.Key.Goal!, StringComparer.Ordinal)
            .Select(g => new { Place = heads.PlaceOf(g.Key, g.SelectMany(c => c.Value)), Goal = g.Key, Columns = g });
        return [.. from goal in goals
                   orderby goal.Place, goal.Goal
                   from column in goal.Columns.Select(c => new { c.Key.Feature, c.Value, Place = c.Key.Feature is { } f ? heads.PlaceOf(f, c.Value) : int.MaxValue })
                       .OrderBy(c => c.Place).ThenBy(c => c.Feature is null).ThenBy(c => c.Feature, StringComparer.Ordinal)
                   select new PlacedColumn(heads.Of(goal.Goal), column.Feature is { } feature ? heads.Of(feature) : null, column.Value),
                .. columns.Where(c => c.Key.Goal is null).Select(c => new PlacedColumn(null, null, c.Value))];
    }

    // The topmost epic and the nearest; where there is none here, what the way leads away to.
    private static Lineage LineageOf(ItemsAbove above, string? parent)
    {
        var way = above.Way(parent).ToList();
        var epics = way.Where(a => a.Item?.Item.Kind == WorkItemKind.Epic).Select(a => a.Id).Distinct(StringComparer.Ordinal).ToList();
        return epics.Count > 0 ? new(epics[^1], epics.Count > 1 ? epics[0] : null) : new(way.Find(a => a.Item is null)?.Id, null);
    }

    // Open epics that nothing stands below: goals that nobody has cut into items yet.
    private static IEnumerable<Lineage> Empty(TeamHealth health, ItemsAbove above, IEnumerable<Lineage> known)
    {
        var used = known.SelectMany(l => new[] { l.Goal, l.Feature }).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var parents = health.Flow.Where(f => f.Item.Kind == WorkItemKind.Epic && f.State != WorkItemState.Finished).SelectMany(f => above.Way(f.Item.ParentId)).Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        return health.Open.Where(i => i.Item.Kind == WorkItemKind.Epic && !used.Contains(i.Item.Id) && !parents.Contains(i.Item.Id))
            .Select(i => LineageOf(above, i.Item.ParentId) is { Goal: { } goal } && above.Find(goal) is not null ? new Lineage(goal, i.Item.Id) : new Lineage(i.Item.Id, null));
    }

    /// <summary>Ids of what stands above an item.</summary>
    private sealed record Lineage(string? Goal, string? Feature);

    /// <summary>What is known of goals and features.</summary>
    private sealed class Heads(TeamHealth health, List<PlacedItem> items, ItemsAbove above)
    {
        private readonly Dictionary<string, (int Place, WorkItemSummary Item)> _open = health.Open.Select((i, place) => (i.Item, place)).ToDictionary(x => x.Item.Id, x => (x.place, x.Item), StringComparer.Ordinal);
        private readonly Dictionary<string, WorkItemSummary> _finished = health.FinishedLately.ToDictionary(i => i.Id, StringComparer.Ordinal);
        private readonly ILookup<string, string> _told = items.Where(i => i.Item.ParentId is not null && i.ParentTitle is not null).ToLookup(i => i.Item.ParentId!, i => i.ParentTitle!, StringComparer.Ordinal);

        public StoryMapHead Of(string id)
        {
            var item = _open.TryGetValue(id, out var known) ? known.Item : _finished.GetValueOrDefault(id);
            var flow = above.Find(id);
            var key = item?.Key ?? flow?.Item.Key;
            return new StoryMapHead(id, key, item?.Title ?? _told[id].FirstOrDefault() ?? key ?? id, flow?.State);
        }

        public int PlaceOf(string id, IEnumerable<PlacedItem> below) => _open.TryGetValue(id, out var known) ? known.Place
            : below.Select(i => _open.TryGetValue(i.Item.Id, out var item) ? item.Place : int.MaxValue - 1).DefaultIfEmpty(int.MaxValue - 1).Min();
    }
}
