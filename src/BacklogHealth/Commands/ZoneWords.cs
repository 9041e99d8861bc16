namespace BacklogHealth.Commands;

/// <summary>Says what it means that a team's time zone is not known.</summary>
internal static class ZoneWords
{
    /// <summary>The sentence.</summary>
    public const string Unknown = "The tracker tells no time zone, so days are counted in UTC.";
}
