namespace BacklogHealth.Acceptance.Sync;

/// <summary>The clock of a tracker to which something happens while it is read: a tracker looks at its clock with every request.</summary>
internal sealed class MeanwhileTime(TimeProvider clock) : TimeProvider
{
    private Func<bool>? _when;
    private Action? _what;

    /// <summary>Does something once, as soon as it is due.</summary>
    public void Do(Func<bool> when, Action what) => (_when, _what) = (when, what);

    public override DateTimeOffset GetUtcNow()
    {
        if (_when?.Invoke() == true && Interlocked.Exchange(ref _what, null) is { } what)
        {
            _when = null;
            what();
        }

        return clock.GetUtcNow();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => clock.CreateTimer(callback, state, dueTime, period);
}
