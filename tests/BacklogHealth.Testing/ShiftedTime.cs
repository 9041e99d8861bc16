namespace BacklogHealth.Testing;

/// <summary>A clock that stands at an instant until it is let go, and runs from then on: however slow the machine is, nothing has passed before.</summary>
public sealed class ShiftedTime(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset? _since;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _since is { } since ? start + (System.GetUtcNow() - since) : start;

    /// <summary>One that runs at once.</summary>
    public static ShiftedTime Running(DateTimeOffset start)
    {
        var time = new ShiftedTime(start);
        time.Go();
        return time;
    }

    /// <summary>Lets it run.</summary>
    public void Go() => _since ??= System.GetUtcNow();
}
