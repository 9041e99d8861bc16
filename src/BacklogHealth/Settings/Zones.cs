namespace BacklogHealth.Settings;

/// <summary>Finds time zones by IANA name.</summary>
internal static class Zones
{
    /// <summary>The zone; null where this system does not know the name.</summary>
    public static TimeZoneInfo? Find(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;

    /// <summary>The IANA name of a zone, which Windows calls by another; "" where it has none.</summary>
    public static string NameOf(TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return zone.HasIanaId ? zone.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var id) ? id : "";
    }
}
