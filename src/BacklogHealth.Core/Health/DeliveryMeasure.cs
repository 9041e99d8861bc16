using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health;

/// <summary>
/// What can be said of a delivery. Its items are the given ones and everything below them. It ends when its last open item does; before that the
/// team also finishes what is in progress and what stands before that item in the backlog. The scope is taken to stay as it is.
/// </summary>
internal sealed class DeliveryMeasure(
    IReadOnlyList<FlowItem> flow, ImmutableArray<BacklogItem> open, ForecastMaker forecasts, DateTimeOffset asOf)
{
    /// <summary>Open items taken together where settings name no delivery.</summary>
    public const int NextCount = 20;

    private readonly ILookup<string, FlowItem> _children = flow.Where(f => f.Item.ParentId is not null).ToLookup(f => f.Item.ParentId!, StringComparer.Ordinal);

    /// <summary>One outlook for each definition, in the order given; where there is none, the next items as one, or nothing where no item is open.</summary>
    public ImmutableArray<DeliveryOutlook> Of(ImmutableArray<DeliveryDefinition> definitions)
    {
        if (!definitions.IsEmpty)
        {
            return [.. definitions.Select(Of)];
        }

        var next = open.Where(i => Counted.Is(i.Item.Kind)).OrderBy(i => i.State == WorkItemState.NotStarted).Take(NextCount).ToList();
        if (next.Count == 0)
        {
            return [];
        }

        var name = next.Count == 1 ? "The next item" : FormattableString.Invariant($"The next {next.Count} items");
        return [new(name, null, false, next.Count, next.Count, 0, forecasts.When(next.Count), null, next.Count(i => IsNew(i.Item.Created)), [.. next.Select(i => i.Item.Id)]) { IsNextItems = true }];
    }

    private DeliveryOutlook Of(DeliveryDefinition definition)
    {
        var named = new HashSet<string>(definition.Items, StringComparer.OrdinalIgnoreCase);
        var roots = flow.Where(f => named.Contains(f.Item.Key) || named.Contains(f.Item.Id)).ToList();
        var all = WithDescendants(roots);
        var items = all.Where(f => Counted.Is(f.Item)).ToList();
        var ids = items.Select(f => f.Item.Id).ToHashSet(StringComparer.Ordinal);
        var remaining = items.Count(f => f.State != WorkItemState.Finished);
        var ahead = remaining == 0 ? 0 : Ahead(ids);
        var when = forecasts.When(remaining == 0 ? 0 : remaining + ahead);
        return new DeliveryOutlook(
            definition.Name, definition.Due, definition.Fixed, items.Count, remaining, ahead, when, ChanceBy(definition.Due, remaining, ahead),
            items.Count(f => IsNew(f.Item.Created)), [.. items.Select(f => f.Item.Id)])
        {
            UnslicedEpics = all.Count(f => f.Item is { Kind: WorkItemKind.Epic, Discarded: false } && f.State != WorkItemState.Finished && !_children[f.Item.Id].Any()),
            NotFound = [.. definition.Items.Where(name => !roots.Any(r => name.Equals(r.Item.Key, StringComparison.OrdinalIgnoreCase) || name.Equals(r.Item.Id, StringComparison.OrdinalIgnoreCase)))],
        };
    }

    private List<FlowItem> WithDescendants(List<FlowItem> roots)
    {
        var found = new List<FlowItem>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<FlowItem>(roots);
        while (waiting.TryDequeue(out var item))
        {
            // A tracker's parents may form a circle; each item counts once.
            if (seen.Add(item.Item.Id))
            {
                found.Add(item);
                foreach (var child in _children[item.Item.Id])
                {
                    waiting.Enqueue(child);
                }
            }
        }

        return [.. found.OrderBy(f => f.Item.Created).ThenBy(f => f.Item.Id, StringComparer.Ordinal)];
    }

    private int Ahead(HashSet<string> ids)
    {
        var last = open.Where(i => ids.Contains(i.Item.Id)).Max(i => i.Position) ?? 0;
        return open.Count(i => Counted.Is(i.Item.Kind) && !ids.Contains(i.Item.Id) && (i.State == WorkItemState.Started || i.Position < last));
    }

    private double? ChanceBy(DateOnly? due, int remaining, int ahead)
    {
        if (due is not { } day)
        {
            return null;
        }

        if (remaining == 0)
        {
            return 1;
        }

        var days = Math.Min(day.DayNumber - forecasts.AsOf.DayNumber + 1, Forecaster.LongestHorizon);
        return forecasts.Forecaster is null ? null : days < 1 ? 0 : forecasts.Chance(remaining + ahead, days).Probability;
    }

    private bool IsNew(DateTimeOffset created) => created >= asOf.AddDays(-7);
}
