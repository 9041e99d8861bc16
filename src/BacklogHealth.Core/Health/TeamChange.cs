namespace BacklogHealth.Core.Health;

/// <summary>What a largest change is a change of, in the order in which they are looked for.</summary>
public enum TeamChangeKind
{
    /// <summary>The pace: clearly more or fewer items a week.</summary>
    Pace,

    /// <summary>The day of a delivery.</summary>
    Delivery,

    /// <summary>How long ready work lasts.</summary>
    Runway,
}

/// <summary>
/// The change of a team that matters most: a clear change of pace, else the delivery whose 85 % day moved most, a week or more, else a runway that is
/// half a week or more longer or shorter than a week before.
/// </summary>
/// <param name="Kind">What changed.</param>
/// <param name="Shift">The change of pace; null for other kinds.</param>
/// <param name="Move">The delivery and how it moved; null likewise.</param>
/// <param name="RunwayWeeks">Weeks by which the runway of 85 % grew, negative where it shrank; null likewise.</param>
public sealed record TeamChange(TeamChangeKind Kind, ThroughputShift? Shift = null, DeliveryMove? Move = null, double? RunwayWeeks = null)
{
    /// <summary>Calendar days from which on a move of a delivery is told.</summary>
    public const int FewestDays = 7;

    /// <summary>Weeks from which on a move of the runway is told.</summary>
    public const double FewestWeeks = 0.5;

    /// <summary>The largest change of a team; null where nothing moved that far, or nothing is known of the week before.</summary>
    public static TeamChange? Of(TeamHealth health)
    {
        ArgumentNullException.ThrowIfNull(health);
        var changes = Changes.Of(health);
        if (changes.Shift is { } shift)
        {
            return new TeamChange(TeamChangeKind.Pace, shift);
        }

        // Of two that moved as far, the one that came later first: it is the one to know.
        var move = changes.Deliveries.Where(d => Math.Abs(d.Days ?? 0) >= FewestDays).OrderByDescending(d => Math.Abs(d.Days!.Value)).ThenByDescending(d => d.Days).FirstOrDefault();
        return move is not null ? new TeamChange(TeamChangeKind.Delivery, Move: move)
            : health.Runway.Weeks85 - health.LastWeek?.Weeks85 is { } weeks && Math.Abs(weeks) >= FewestWeeks ? new TeamChange(TeamChangeKind.Runway, RunwayWeeks: weeks)
            : null;
    }
}
