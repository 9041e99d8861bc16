using System.Globalization;

namespace BacklogHealth.Scheduling;

/// <summary>One time at which something is due.</summary>
/// <param name="Local">The time on the clock of its zone.</param>
/// <param name="At">The instant (UTC).</param>
internal sealed record Slot(DateTime Local, DateTimeOffset At)
{
    private const string Form = "yyyy-MM-dd'T'HH:mm";

    /// <summary>From so late on it is late.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromHours(1);

    /// <summary>What tells it from every other of its schedule: the time on the clock, as <c>2026-11-23T07:00</c>.</summary>
    public string Period => Local.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>The time on the clock that a period's name tells.</summary>
    public static DateTime Read(string period) => DateTime.ParseExact(period, Form, CultureInfo.InvariantCulture);

    /// <summary>True where it is more than an hour over.</summary>
    public bool IsLate(DateTimeOffset now) => now - At > Late;
}
