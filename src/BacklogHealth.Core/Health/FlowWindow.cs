using BacklogHealth.Core.Flow;

namespace BacklogHealth.Core.Health;

/// <summary>The days that a chart of weeks looks back at, so that charts that stand together share one axis.</summary>
public static class FlowWindow
{
    /// <summary>Whole weeks up to, and without, today: at most so many, and none from before the first counted item; empty where there is no item, or none for a week.</summary>
    /// <param name="health">The team.</param>
    /// <param name="weeks">Most weeks, 0 or more.</param>
    public static Period Of(TeamHealth health, int weeks)
    {
        ArgumentNullException.ThrowIfNull(health);
        ArgumentOutOfRangeException.ThrowIfNegative(weeks);
        var first = health.Flow.Where(f => Counted.Is(f.Item)).Select(f => (DateTimeOffset?)f.Item.Created).Min();
        var whole = first is { } created ? (health.Today.DayNumber - health.Calendar.DayOf(created).DayNumber) / 7 : 0;
        return Period.Before(health.Today, 7 * Math.Clamp(whole, 0, weeks));
    }
}
