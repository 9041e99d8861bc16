using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;

namespace BacklogHealth.Core.Health;

/// <summary>A statement that a report has made.</summary>
/// <param name="Delivery">Name of the delivery that was to be done by the day; null where the team was to finish so many items.</param>
/// <param name="AsOf">First day of the horizon.</param>
/// <param name="Day">Its last day.</param>
/// <param name="Items">The items that were said to be finished by then, or more.</param>
/// <param name="Probability">How sure it was said to be, 0 to 1.</param>
public sealed record GivenForecast(string? Delivery, DateOnly AsOf, DateOnly Day, int Items, double Probability);

/// <summary>A statement with what came of it.</summary>
/// <param name="Given">The statement.</param>
/// <param name="Held">True where it came true; null while its day has not passed.</param>
public sealed record Promise(GivenForecast Given, bool? Held);

/// <summary>The statements of all reports of a team, oldest first, with what came of them.</summary>
/// <param name="All">The statements: of those made of one subject within one calendar week (Monday to Sunday) only the first, since the others are nearly the same.</param>
public sealed record PromiseRecord(ImmutableArray<Promise> All)
{
    /// <summary>How often those at this probability held whose day has passed.</summary>
    public HeldBefore At(double probability)
    {
        var judged = All.Where(p => p.Given.Probability == probability && p.Held is not null).ToList();
        return new HeldBefore(probability, judged.Count(p => p.Held == true), judged.Count);
    }

    /// <summary>Judges what reports have said. A delivery that settings name no more is left out; one whose items are done by its day has held, whatever was added to it.</summary>
    /// <param name="given">The statements, in any order.</param>
    /// <param name="finished">Finished items a day, up to and without today.</param>
    /// <param name="deliveries">The deliveries of today.</param>
    /// <param name="flow">All items.</param>
    /// <param name="calendar">The team's calendar.</param>
    public static PromiseRecord Of(
        IEnumerable<GivenForecast> given, DailyCounts finished, ImmutableArray<DeliveryOutlook> deliveries, IReadOnlyCollection<FlowItem> flow, TeamCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(finished);
        var ends = deliveries.Where(d => !d.IsNextItems).GroupBy(d => d.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => EndOf(g.First(), flow, calendar), StringComparer.Ordinal);
        return new PromiseRecord([.. given
            .Where(g => g.AsOf < finished.End && (g.Delivery is null || ends.ContainsKey(g.Delivery)))
            .OrderBy(g => g.AsOf).ThenBy(g => g.Delivery, StringComparer.Ordinal).ThenBy(g => g.Probability)
            .DistinctBy(g => (g.Delivery, g.Probability, WeekOf(g.AsOf)))
            .Select(g => new Promise(g, g.Day >= finished.End ? null
                : g.Delivery is null ? finished.Within(new Period(g.AsOf, g.Day.AddDays(1))).Total >= g.Items
                : ends[g.Delivery] <= g.Day))]);
    }

    // The day of the last item; null while one is open.
    private static DateOnly? EndOf(DeliveryOutlook delivery, IReadOnlyCollection<FlowItem> flow, TeamCalendar calendar)
    {
        var ids = delivery.ItemIds.ToHashSet(StringComparer.Ordinal);
        var days = flow.Where(f => ids.Contains(f.Item.Id)).Select(f => f.Finished is { } at ? calendar.DayOf(at) : (DateOnly?)null).ToList();
        return !delivery.IsDone || days.Count == 0 ? null : days.Max();
    }

    // Number of the week since the first Monday there is.
    private static int WeekOf(DateOnly day) => day.DayNumber / 7;
}
