using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Forecasting.Scope;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health;

/// <summary>
/// What can be said of a delivery. Its items are the given ones and everything below them. It ends when its last open item does, and what has to be
/// finished until then is.
/// </summary>
internal sealed class DeliveryMeasure(WorkMeasure measure, ForecastMaker forecasts, DateTimeOffset asOf)
{
    /// <summary>Open items taken together where settings name no delivery.</summary>
    public const int NextCount = 20;

    /// <summary>One outlook for each definition, in the order given; where there is none, the next items as one, or nothing where no item is open.</summary>
    public ImmutableArray<DeliveryOutlook> Of(ImmutableArray<DeliveryDefinition> definitions)
    {
        if (!definitions.IsEmpty)
        {
            return [.. definitions.Select(Of)];
        }

        var next = NextItems(measure.Open);
        if (next.Count == 0)
        {
            return [];
        }

        var work = new DeliveryWork(next.Count, 0, null, null, []);
        return [new(TitleOf(next).ToString(), null, false, next.Count, next.Count, 0, forecasts.When(work.All, next.Count), null, next.Count(i => IsNew(i.Item.Created)), [.. next.Select(i => i.Item.Id)])
        {
            Title = TitleOf(next),
            Work = work,
            IsNextItems = true,
        }];
    }

    /// <summary>The items that are taken together: those in progress, then the first that wait.</summary>
    public static IReadOnlyList<BacklogItem> NextItems(ImmutableArray<BacklogItem> open) =>
        [.. open.Where(i => Counted.Is(i.Item.Kind)).OrderBy(i => i.State == WorkItemState.NotStarted).Take(NextCount)];

    /// <summary>What they are called.</summary>
    public static Sentence TitleOf(IReadOnlyList<BacklogItem> next) => $"{next.Count:The next item|The next # items}";

    private DeliveryOutlook Of(DeliveryDefinition definition)
    {
        var named = new HashSet<string>(definition.Items, StringComparer.OrdinalIgnoreCase);
        var ids = new HashSet<string>([.. definition.Found, .. definition.StoredElsewhere.Values], StringComparer.Ordinal);
        var roots = measure.Flow.Where(f => named.Contains(f.Item.Key) || named.Contains(f.Item.Id) || ids.Contains(f.Item.Id) || (f.Item.ParentId is { } parent && ids.Contains(parent))).ToList();
        var (work, items, unsliced) = measure.Of(roots);
        var when = When(work, items.Length, unsliced);
        return new DeliveryOutlook(
            definition.Name, definition.Due, definition.Fixed, items.Length, work.Remaining, work.Ahead, when, when.Enough ? ChanceBy(definition.Due, work) : null,
            items.Count(f => IsNew(f.Item.Created)), [.. items.Select(f => f.Item.Id)])
        {
            Work = work,
            IfNothingAdded = work.Growth is null || forecasts.Forecaster is not { } forecaster ? []
                : ForecastMaker.ByOf(forecaster.When(work.NothingAdded, ForecastMaker.Probabilities), forecasts.AsOf, ForecastMaker.Probabilities),
            UnslicedEpics = unsliced,
            NotFound = [.. definition.Items.Where(name => !roots.Any(r => IsCalled(r.Item, name) || (definition.StoredElsewhere.TryGetValue(name, out var id) && r.Item.ParentId == id)))],
        };
    }

    private Forecast When(DeliveryWork work, int total, int unsliced)
    {
        var when = forecasts.When(work.All, work.Remaining + work.Ahead);
        return !when.Done ? when
            : total == 0 && unsliced == 0 ? when with { Done = false, WhyNot = $"None of its items is known at this time. Expected items or epics of this team; correct Items or Query under Deliveries." }
            : unsliced > 0 ? when with { Done = false, WhyNot = $"Its open epics hold no items, and fewer than {EpicSizes.FewestEpics} finished ones tell how many they will come to hold. Cut them into items to get a forecast." }
            : when;
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

    private static bool IsCalled(ItemHistory item, string name) => name.Equals(item.Key, StringComparison.OrdinalIgnoreCase) || name.Equals(item.Id, StringComparison.OrdinalIgnoreCase);

    private bool IsNew(DateTimeOffset created) => created >= asOf.AddDays(-7);
}
