namespace BacklogHealth.Testing;

/// <summary>A clock that stands until it is set.</summary>
public sealed class FixedTime(string now) : TimeProvider
{
    /// <summary>What it shows.</summary>
    public DateTimeOffset Now { get; set; } = A.Time(now);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Now;
}
