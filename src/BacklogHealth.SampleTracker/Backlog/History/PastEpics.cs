using System.Collections.Immutable;
using BacklogHealth.SampleTracker.Backlog.Seeds;

namespace BacklogHealth.SampleTracker.Backlog.History;

/// <summary>
/// Closes epics of the past: each takes finished items over from the themes that stay open, so that a forecast has whole epics to learn from. What
/// was known at first was created shortly before work began, the rest while it was under way; when items were started and finished stays as it was.
/// </summary>
internal sealed class PastEpics(WorkClock clock, int seed)
{
    /// <summary>All items, those taken over below their new epic, and the new epics.</summary>
    /// <param name="planned">The items of the team, with the epics that hold them so far.</param>
    /// <param name="past">The epics to close; each names its items by their titles.</param>
    public IEnumerable<PlannedItem> TakeOver(IReadOnlyList<PlannedItem> planned, ImmutableArray<EpicSeed> past)
    {
        var taken = new Dictionary<ItemSeed, PlannedItem>(ReferenceEqualityComparer.Instance);
        var closed = new List<PlannedItem>();
        foreach (var epic in past)
        {
            var items = epic.Items.Select(named => (Named: named, Item: Find(planned, epic, named.Title))).ToList();
            var began = items.Min(i => i.Item.Started!.Value);
            var moved = items.ConvertAll(i => i.Item with { Created = Created(i.Item, i.Named.IsAdded, began) });
            var parent = Closed(epic, moved);
            closed.Add(parent);
            moved.ForEach(item => taken.Add(item.Seed, item with { Parent = parent }));
        }

        return [.. planned.Select(item => taken.GetValueOrDefault(item.Seed) ?? After(item, taken)), .. closed];
    }

    private static PlannedItem Find(IReadOnlyList<PlannedItem> planned, EpicSeed epic, string title) =>
        planned.SingleOrDefault(p => p.Seed.State == SeedState.Done && p.Parent is { IsEpic: true } && string.Equals(p.Seed.Title, title, StringComparison.Ordinal))
            ?? throw new FormatException($"Sample text '{epic.Title}': found '{title}'; expected the title of one finished item of an epic of the same team.");

    private double Created(PlannedItem item, bool isAdded, double began)
    {
        var chance = Chance.For(seed, item.StreamName + " past");
        return isAdded && item.Started > began ? began + (chance.Between(0.4, 0.9) * (item.Started!.Value - began)) : Math.Max(clock.Begin + 0.1, began - chance.Between(0.2, 3));
    }

    /// <summary>An epic is a few days older than its items and is closed the day after the last of them.</summary>
    private PlannedItem Closed(EpicSeed epic, List<PlannedItem> items)
    {
        var item = new ItemSeed { Type = "Epic", Title = epic.Title, Description = epic.Description, Comments = epic.Comments, Hypothesis = epic.Hypothesis };
        var created = items.Min(i => i.Created) - Chance.For(seed, "Epic " + epic.Title).Between(0.5, 4);
        return new PlannedItem(
            item, epic, IsEpic: true, Parent: null, Before: null, Math.Max(clock.Begin + 0.02, created), items.Min(i => i.Started), Math.Min(items.Max(i => i.Finished!.Value) + 1, clock.End));
    }

    /// <summary>No sub-task is older than its item.</summary>
    private static PlannedItem After(PlannedItem item, Dictionary<ItemSeed, PlannedItem> taken) =>
        item.Parent is { } parent && taken.TryGetValue(parent.Seed, out var moved) ? item with { Created = Math.Max(item.Created, moved.Created + 0.01) } : item;
}
