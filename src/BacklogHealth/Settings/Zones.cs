namespace BacklogHealth.Settings;

/// <summary>Finds time zones by IANA name.</summary>
internal static class Zones
{
    /// <summary>The zone; null where this system does not know the name.</summary>
    public static TimeZoneInfo? Find(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;
}
