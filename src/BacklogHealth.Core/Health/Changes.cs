using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;

namespace BacklogHealth.Core.Health;

/// <summary>How a delivery moved within a week.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Then">The day named with 85 % a week before; null where none was.</param>
/// <param name="Now">The day named with 85 % now; null where none is.</param>
/// <param name="Days">Calendar days it moved, later is positive; null unless both days are known.</param>
/// <param name="FromScope">Of these, the days that go back to the items that joined within the week; null likewise.</param>
/// <param name="FromPace">The rest: faster or slower finishing, and a changed order; null likewise.</param>
/// <param name="RemainingThen">Open items in it a week before.</param>
/// <param name="RemainingNow">Open items in it now.</param>
public sealed record DeliveryMove(string Name, DateOnly? Then, DateOnly? Now, int? Days, int? FromScope, int? FromPace, int RemainingThen, int RemainingNow);

/// <summary>What changed since the week before.</summary>
/// <param name="Shift">A clear change of throughput; null where there is none. Needs no week before.</param>
/// <param name="Created">Counted items created within seven times 24 hours.</param>
/// <param name="Finished">Counted items finished within seven times 24 hours.</param>
/// <param name="BecameReady">Items that were open and not ready then and are ready now, in backlog order.</param>
/// <param name="NoLongerReady">Items that were ready then, are open and not ready now, in backlog order.</param>
/// <param name="Deliveries">Deliveries known then and now, in the order of now.</param>
public sealed record Changes(
    ThroughputShift? Shift, int Created, int Finished,
    ImmutableArray<BacklogItem> BecameReady, ImmutableArray<BacklogItem> NoLongerReady, ImmutableArray<DeliveryMove> Deliveries)
{
    /// <summary>What changed for a team; without a week before only what its history shows.</summary>
    public static Changes Of(TeamHealth health)
    {
        ArgumentNullException.ThrowIfNull(health);
        var known = FinishHistory.Of(health.Flow, health.Calendar, health.Today);
        var weekAgo = health.AsOf.AddDays(-7);
        var then = health.LastWeek?.Items ?? ImmutableSortedDictionary<string, ItemThen>.Empty;
        bool Was(BacklogItem item, bool ready) => then.TryGetValue(item.Item.Id, out var before) && before.Ready == ready;
        return new Changes(
            ThroughputShift.Of(known),
            health.Flow.Count(f => Counted.Is(f.Item) && f.Item.Created >= weekAgo),
            health.Flow.Count(f => Counted.Is(f.Item) && f.Finished >= weekAgo),
            [.. health.Open.Where(i => i.Ready.IsReady && Was(i, ready: false))],
            [.. health.Open.Where(i => !i.Ready.IsReady && Was(i, ready: true))],
            Moves(health));
    }

    private static ImmutableArray<DeliveryMove> Moves(TeamHealth health)
    {
        if (health.LastWeek is not { } before)
        {
            return [];
        }

        return [.. health.Deliveries.Where(d => before.Deliveries.ContainsKey(d.Name)).Select(d => Move(d, before.Deliveries[d.Name], health.Forecaster))];
    }

    private static DeliveryMove Move(DeliveryOutlook delivery, DeliveryThen then, Forecaster? forecaster)
    {
        var by = delivery.When.By.FirstOrDefault(b => b.Probability == 0.85);
        if (by is null || then.By85 is not { } dayThen || forecaster is null)
        {
            return new DeliveryMove(delivery.Name, then.By85, by?.Date, null, null, null, then.Remaining, delivery.Remaining);
        }

        // The day without the items that joined: what is left of the move is not theirs.
        var withoutNew = delivery.Work.Without(delivery.AddedSinceLastWeek).All;
        var fromScope = by.Days - (withoutNew.Known == 0 ? 0 : forecaster.When(withoutNew, [0.85])[0] ?? by.Days);
        var moved = by.Date.DayNumber - dayThen.DayNumber;
        return new DeliveryMove(delivery.Name, dayThen, by.Date, moved, fromScope, moved - fromScope, then.Remaining, delivery.Remaining);
    }
}
