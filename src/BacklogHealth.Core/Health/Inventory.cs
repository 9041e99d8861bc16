using BacklogHealth.Core.Flow;

namespace BacklogHealth.Core.Health;

/// <summary>The backlog as stock: how long the open items last at the pace of the last twelve weeks, were nothing added. No forecast, and no promise.</summary>
/// <param name="Items">Open items, epics and sub-tasks left out.</param>
/// <param name="Finished">Items finished within the weeks looked at.</param>
/// <param name="WeeksLookedAt">Whole weeks up to today that the pace was taken from, at most twelve and none from before the first item.</param>
/// <param name="PerWeek">The median of the items finished a week; null where fewer than <see cref="Fewest"/> were finished.</param>
public sealed record Inventory(int Items, int Finished, int WeeksLookedAt, double? PerWeek)
{
    /// <summary>Most weeks that are looked at.</summary>
    public const int LookBack = 12;

    /// <summary>Fewest finished items from which a pace is spoken of.</summary>
    public const int Fewest = 5;

    /// <summary>Weeks that the items last; null where there is no pace, or it is nothing: in half of the weeks nothing was finished.</summary>
    public double? Weeks => PerWeek > 0 ? Items / PerWeek : null;

    /// <summary>The stock of a team.</summary>
    public static Inventory Of(TeamHealth health)
    {
        ArgumentNullException.ThrowIfNull(health);
        var weeks = Throughput.PerWeek(Throughput.PerDay(health.Flow, health.Calendar, FlowWindow.Of(health, LookBack)));
        var finished = weeks.Sum(w => w.Items);
        return new Inventory(
            health.Open.Count(i => Counted.Is(i.Item.Kind)), finished, weeks.Length, finished < Fewest ? null : Median.Of(weeks.Select(w => (double)w.Items)));
    }
}
