namespace BacklogHealth.Storage.Sql;

/// <summary>Instants as columns hold them: ticks of 100 ns in UTC.</summary>
internal static class Instant
{
    /// <summary>The instant of a column.</summary>
    public static DateTimeOffset Of(long utcTicks) => new(utcTicks, TimeSpan.Zero);

    /// <summary>The instant of a column that may be empty.</summary>
    public static DateTimeOffset? OrNull(long? utcTicks) => utcTicks is { } ticks ? Of(ticks) : null;
}
