using BacklogHealth.Core.Flow;

namespace BacklogHealth.Core.Health.Outcomes;

/// <summary>An item that was begun, as it stood then, and what became of it. Days are the team's.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Started">The day on which work on it began.</param>
/// <param name="Finished">The day on which it was last finished; null where it is not.</param>
/// <param name="Facts">What was known of it when it began.</param>
/// <param name="Outcome">What happened to it until it was finished; null where it is not.</param>
public sealed record StartedItem(string Key, DateOnly Started, DateOnly? Finished, StartFacts Facts, Outcome? Outcome)
{
    /// <summary>Its cycle time in calendar days, 1 or more; null where it is not finished.</summary>
    public int? Days => Finished is { } end ? end.DayNumber - Started.DayNumber + 1 : null;

    /// <summary>
    /// Whether it stayed in progress for longer than so many days, as known at the start of a day; null where nobody could know yet. Only items count that were begun
    /// long enough before to tell either way: of those begun lately, the quick ones alone are done.
    /// </summary>
    public bool? StayedLonger(int days, DateOnly on) =>
        on.DayNumber - Started.DayNumber < days ? null : Finished is { } end && end < on ? Days > days : true;

    /// <summary>The days that 85 of 100 items did not exceed that were finished before a day; null where there were none.</summary>
    public static int? UsualDays(IEnumerable<StartedItem> items, DateOnly before)
    {
        ArgumentNullException.ThrowIfNull(items);
        List<int> days = [.. items.Where(i => i.Finished < before).Select(i => i.Days!.Value).Order()];
        return days.Count == 0 ? null : Percentile.NearestRank(days, UsualShare);
    }

    private const double UsualShare = 0.85;
}
