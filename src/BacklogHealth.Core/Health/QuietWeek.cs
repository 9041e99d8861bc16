namespace BacklogHealth.Core.Health;

/// <summary>Tells a week in which nothing happened from one of which nothing is known.</summary>
public static class QuietWeek
{
    /// <summary>Days that are looked at.</summary>
    public const int Days = 7;

    /// <summary>
    /// True where in the seven days before the report nothing was created, changed its state or was touched, and that is known: the data are whole and younger than
    /// a day, or come from a file that was read within the week.
    /// </summary>
    public static bool Of(TeamHealth health)
    {
        ArgumentNullException.ThrowIfNull(health);
        var since = health.AsOf.AddDays(-Days);
        var isKnown = health.Data.FromFile ? health.Data.PulledAt >= since : health.Data.Complete && health.Data.PulledAt >= health.AsOf.AddDays(-1);
        return isKnown
            && !health.Flow.Any(f => f.Item.Created >= since || f.StateSince >= since)
            && !health.Open.Any(o => o.LastTouched >= since);
    }
}
