namespace BacklogHealth.Settings;

/// <summary>Finds time zones by IANA name.</summary>
internal static class Zones
{
    /// <summary>What it means that neither the tracker nor the settings tell a team's zone.</summary>
    public const string Unknown = "The tracker tells no time zone, so days are counted in UTC.";

    /// <summary>The zone; null where this system does not know the name.</summary>
    public static TimeZoneInfo? Find(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;

    /// <summary>The IANA name of a zone, which Windows calls by another; "" where it has none.</summary>
    public static string NameOf(TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return zone.HasIanaId ? zone.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var id) ? id : "";
    }
}
