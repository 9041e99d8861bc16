using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health;

/// <summary>What a delivery held at the end of a day, and what of it was finished.</summary>
/// <param name="Day">The day.</param>
/// <param name="Scope">Items in it.</param>
/// <param name="Done">Finished items in it.</param>
public sealed record BurnUpDay(DateOnly Day, int Scope, int Done);

/// <summary>How many items of a delivery will be finished by the end of a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="AtLeast">So many or more with 95, 85, 50, 15 and 5 %; descending probability, ascending items.</param>
public sealed record BurnUpAhead(DateOnly Day, ImmutableArray<int> AtLeast);

/// <summary>
/// The way of a delivery: its scope and what of it is finished, week by week, and the fan of what is to come. In it the work of the delivery is taken
/// to go on evenly beside what comes first and in between, so that a share of it is done where the same share of all of that is; its end is the
/// forecast's.
/// </summary>
/// <param name="Past">Weeks up to today, oldest first.</param>
/// <param name="Ahead">Weeks from today on; empty where the history carries no forecast.</param>
/// <param name="ScopeInTheEnd">Items that it will hold in the end, in the middle of what is expected; null where more is added than finished in every second future.</param>
public sealed record BurnUp(ImmutableArray<BurnUpDay> Past, ImmutableArray<BurnUpAhead> Ahead, int? ScopeInTheEnd)
{
    /// <summary>The probabilities of <see cref="BurnUpAhead.AtLeast"/>.</summary>
    public static readonly ImmutableArray<double> Probabilities = [0.95, 0.85, 0.50, 0.15, 0.05];

    private const int MostWeeksBack = 26, MostWeeksAhead = 52;

    /// <summary>The way of a delivery of a team; null where it is done, or nothing can be forecast.</summary>
    public static BurnUp? Of(TeamHealth health, DeliveryOutlook delivery)
    {
        ArgumentNullException.ThrowIfNull(health);
        ArgumentNullException.ThrowIfNull(delivery);
        if (delivery.IsDone || delivery.IsNextItems || !delivery.When.Enough || health.Forecaster is not { } forecaster)
        {
            return null;
        }

        var ids = delivery.ItemIds.ToHashSet(StringComparer.Ordinal);
        var items = health.Flow.Where(f => ids.Contains(f.Item.Id)).ToList();
        var own = (delivery.Work with { Ahead = 0, Unplanned = null }).All;
        int? expected = own.Endless < 0.5 ? own.Items.Quantile(0.5 / (1 - own.Endless)) : null;
        return new BurnUp(Behind(health, items), [.. Forward(health.Today, forecaster, delivery, expected ?? delivery.Remaining)], expected + delivery.Total - delivery.Remaining);
    }

    // From the week in which work on it began, or the first item came where it has not.
    private static ImmutableArray<BurnUpDay> Behind(TeamHealth health, List<FlowItem> items)
    {
        var yesterday = health.Today.AddDays(-1);
        DateOnly Day(DateTimeOffset at) => health.Calendar.DayOf(at);
        var begun = items.Select(i => i.Started ?? i.Finished).Where(at => at is not null).DefaultIfEmpty(items.Count == 0 ? null : items.Min(i => i.Item.Created)).Min();
        var weeks = begun is { } at ? Math.Clamp((yesterday.DayNumber - Day(at).DayNumber + 6) / 7, 1, MostWeeksBack) : 1;
        return [.. Enumerable.Range(0, weeks + 1).Select(week => yesterday.AddDays(-7 * (weeks - week)))
            .Select(day => new BurnUpDay(
                day,
                items.Count(i => Day(i.Item.Created) <= day),
                items.Count(i => i.State == WorkItemState.Finished && Day(i.Finished ?? i.Item.Created) <= day)))];
    }

    private static IEnumerable<BurnUpAhead> Forward(DateOnly today, Forecaster forecaster, DeliveryOutlook delivery, int left)
    {
        var work = delivery.Work.All;
        var done = delivery.Total - delivery.Remaining;
        yield return new BurnUpAhead(today.AddDays(-1), [.. Probabilities.Select(_ => done)]);

        // Until nearly every future has ended, or the promised day where that is later.
        var last = delivery.When.By.LastOrDefault() is { Probability: 0.95 } sure ? sure.Days : 7 * MostWeeksAhead;
        last = Math.Max(last, delivery.Due is { } due ? due.DayNumber - today.DayNumber + 1 : 0);
        for (var week = 1; week <= Math.Min(MostWeeksAhead, (last + 6) / 7); week++)
        {
            var finished = forecaster.Items(7 * week);
            yield return new BurnUpAhead(today.AddDays((7 * week) - 1), [.. Probabilities.Select(p => done + Most(left, k => work.ChanceOf(finished, (double)k / left) >= p))]);
        }
    }

    // The largest number, 0 to the most, that holds; smaller ones do, too.
    private static int Most(int most, Func<int, bool> holds)
    {
        var (low, high) = (0, most);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = holds(middle) ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
