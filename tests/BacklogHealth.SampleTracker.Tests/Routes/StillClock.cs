namespace BacklogHealth.SampleTracker.Tests.Routes;

/// <summary>A clock that stands still; whoever waits by it goes on at once, and how long they meant to wait is kept.</summary>
internal sealed class StillClock(DateTimeOffset now) : TimeProvider
{
    public List<TimeSpan> Waits { get; } = [];

    public override DateTimeOffset GetUtcNow() => now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waits.Add(dueTime);
        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
