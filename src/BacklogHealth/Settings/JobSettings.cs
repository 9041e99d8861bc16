using BacklogHealth.Scheduling;

namespace BacklogHealth.Settings;

/// <summary>What is done about a slot that went by while nobody was there to do it.</summary>
internal enum Misfire
{
    /// <summary>The latest one is done late, once, however many went by.</summary>
    Once,

    /// <summary>It is left out, and the next one is waited for.</summary>
    Skip,
}

/// <summary>When a job is done.</summary>
/// <param name="Name">The job.</param>
/// <param name="Schedule">Its schedule; null where it is switched off.</param>
/// <param name="TimeZone">The zone of the schedule; null for that of the first team.</param>
/// <param name="Misfire">What is done about a slot that was missed.</param>
internal sealed record JobSettings(string Name, Schedule? Schedule, TimeZoneInfo? TimeZone, Misfire Misfire);
