using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Forecasting.Scope;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health;

/// <summary>
/// What can be said of a delivery. Its items are the given ones and everything below them. It ends when its last open item does; before that the
/// team also finishes what is in progress and what stands before that item in the backlog. What is added on the way and what epics without items will
/// come to hold is taken from past epics, where there are enough; the items of such an epic come last.
/// </summary>
internal sealed class DeliveryMeasure(
    IReadOnlyList<FlowItem> flow, ImmutableArray<BacklogItem> open, ForecastMaker forecasts, TeamCalendar calendar, DateTimeOffset asOf)
{
    /// <summary>Open items taken together where settings name no delivery.</summary>
    public const int NextCount = 20;

    private readonly ItemTree _tree = new(flow);
    private readonly PastEpics _past = new(flow, calendar, asOf);

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
        var ids = next.Select(i => i.Item.Id).ToHashSet(StringComparer.Ordinal);
        var work = new DeliveryWork(next.Count, 0, null, _past.Unplanned([.. flow.Where(f => ids.Contains(f.Item.Id))]), []);
        return [new(name, null, false, next.Count, next.Count, 0, forecasts.When(work.All, next.Count), null, next.Count(i => IsNew(i.Item.Created)), [.. next.Select(i => i.Item.Id)])
        {
            Work = work,
            IsNextItems = true,
        }];
    }

    private DeliveryOutlook Of(DeliveryDefinition definition)
    {
        var named = new HashSet<string>(definition.Items, StringComparer.OrdinalIgnoreCase);
        var roots = flow.Where(f => named.Contains(f.Item.Key) || named.Contains(f.Item.Id)).ToList();
        var all = _tree.WithAllBelow(roots);
        var items = all.Where(f => Counted.Is(f.Item)).ToList();
        var unsliced = all.Where(f => f.Item is { Kind: WorkItemKind.Epic, Discarded: false } && f.State != WorkItemState.Finished && !_tree.HasChildren(f.Item)).ToList();
        var work = WorkOf(items, unsliced);
        var when = When(work, items.Count, unsliced.Count);
        return new DeliveryOutlook(
            definition.Name, definition.Due, definition.Fixed, items.Count, work.Remaining, work.Ahead, when, when.Enough ? ChanceBy(definition.Due, work) : null,
            items.Count(f => IsNew(f.Item.Created)), [.. items.Select(f => f.Item.Id)])
        {
            Work = work,
            IfNothingAdded = work.Growth is null || forecasts.Forecaster is not { } forecaster ? []
                : ForecastMaker.ByOf(forecaster.When(work.NothingAdded, ForecastMaker.Probabilities), forecasts.AsOf, ForecastMaker.Probabilities),
            UnslicedEpics = unsliced.Count,
            NotFound = [.. definition.Items.Where(name => !roots.Any(r => name.Equals(r.Item.Key, StringComparison.OrdinalIgnoreCase) || name.Equals(r.Item.Id, StringComparison.OrdinalIgnoreCase)))],
        };
    }

    private DeliveryWork WorkOf(List<FlowItem> items, List<FlowItem> unsliced)
    {
        var remaining = items.Count(f => f.State != WorkItemState.Finished);
        return new DeliveryWork(
            remaining,
            remaining == 0 ? 0 : Ahead(items.Select(f => f.Item.Id).ToHashSet(StringComparer.Ordinal)),
            remaining == 0 ? null : _past.Growth(items),
            _past.Unplanned(items),
            [.. unsliced.Select(e => _past.Sizes(e.Item.ParentId is not null)?.Of(e.Item.StoryPoints)).OfType<Distribution>()]);
    }

    private Forecast When(DeliveryWork work, int total, int unsliced)
    {
        var when = forecasts.When(work.All, work.Remaining + work.Ahead);
        return !when.Done ? when
            : total == 0 && unsliced == 0 ? when with { Done = false, WhyNot = "None of its items is known. Name items or epics of this team under Deliveries." }
            : unsliced > 0 ? when with { Done = false, WhyNot = FormattableString.Invariant($"Its open epics hold no items, and fewer than {EpicSizes.FewestEpics} finished ones tell how many they will come to hold. Cut them into items to get a forecast.") }
            : when;
    }

    private int Ahead(HashSet<string> ids)
    {
        var last = open.Where(i => ids.Contains(i.Item.Id)).Max(i => i.Position) ?? 0;
        return open.Count(i => Counted.Is(i.Item.Kind) && !ids.Contains(i.Item.Id) && (i.State == WorkItemState.Started || i.Position < last));
    }

    private double? ChanceBy(DateOnly? due, DeliveryWork work)
    {
        if (due is not { } day)
        {
            return null;
        }

        var all = work.All;
        if (all.Known == 0)
        {
            return 1;
        }

        var days = Math.Min(day.DayNumber - forecasts.AsOf.DayNumber + 1, Forecaster.LongestHorizon);
        return forecasts.Forecaster is not { } forecaster ? null : days < 1 ? 0 : all.ChanceOf(forecaster.Items(days));
    }

    private bool IsNew(DateTimeOffset created) => created >= asOf.AddDays(-7);
}
