namespace BacklogHealth.Testing;

/// <summary>A clock that does not wait: every timer is due at once, and time is then as late as if it had been waited for.</summary>
/// <param name="start">What it shows at first; null for <see cref="Start"/>.</param>
public sealed class SkippingTime(DateTimeOffset? start = null) : TimeProvider
{
    /// <summary>What it shows at first, unless a test says otherwise: a Monday at nine, in UTC.</summary>
    public static readonly DateTimeOffset Start = A.Time("2026-03-02 09:00");

    private readonly Lock _lock = new();
    private readonly List<TimeSpan> _waits = [];

    /// <summary>All that was waited for, in order.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_lock)
            {
                return [.. _waits];
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => (start ?? Start) + Waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait);

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override long GetTimestamp() => (GetUtcNow() - (start ?? Start)).Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SkippingTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class SkippingTimer(SkippingTime time, TimerCallback callback, object? state) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime >= TimeSpan.Zero)
            {
                lock (time._lock)
                {
                    time._waits.Add(dueTime);
                }

                ThreadPool.QueueUserWorkItem(_ => callback(state));
            }

            return true;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
