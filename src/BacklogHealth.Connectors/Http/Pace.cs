namespace BacklogHealth.Connectors.Http;

/// <summary>
/// How fast something may be asked: not before a pause is over, and with a gap between two requests. There is no gap until a limit was met; each refusal
/// doubles it and each answer without complaint takes a tenth of it away, so that it settles just under the limit. Instants are told by a
/// clock that only runs forward, since nobody must wait for an hour because the wall clock was set back. Not for several threads at once.
/// </summary>
internal sealed class Pace
{
    /// <summary>The gap after the first refusal.</summary>
    public static readonly TimeSpan FirstGap = TimeSpan.FromMilliseconds(250);

    /// <summary>The longest gap: the longest time for which Azure DevOps delays an answer.</summary>
    public static readonly TimeSpan LongestGap = TimeSpan.FromSeconds(30);

    // A gap that is shorter than an answer takes slows nothing down.
    private static readonly TimeSpan ShortestGap = TimeSpan.FromMilliseconds(10);
    private TimeSpan _pausedUntil;
    private TimeSpan _next;
    private TimeSpan _slowedAt;

    /// <summary>The least time between the beginnings of two requests.</summary>
    public TimeSpan Gap { get; private set; }

    /// <summary>How much of a pause is left; zero or less for none.</summary>
    public TimeSpan PauseAt(TimeSpan now) => _pausedUntil - now;

    /// <summary>How long the next request has to wait, for a pause or a gap, in whole milliseconds, since no clock waits for less; zero or less where it may go.</summary>
    public TimeSpan WaitAt(TimeSpan now) => TimeSpan.FromMilliseconds(Math.Ceiling(((_pausedUntil > _next ? _pausedUntil : _next) - now).TotalMilliseconds));

    /// <summary>A request is sent.</summary>
    public void Start(TimeSpan now) => _next = now + Gap;

    /// <summary>Nothing is sent until then; a longer pause stays.</summary>
    public void PauseUntil(TimeSpan until) => _pausedUntil = until > _pausedUntil ? until : _pausedUntil;

    /// <summary>A request was refused: twice the gap. Requests that were under way when it was last doubled tell nothing new.</summary>
    /// <param name="started">When the refused request was sent.</param>
    /// <param name="now">Now.</param>
    public void SlowDown(TimeSpan started, TimeSpan now)
    {
        if (started >= _slowedAt)
        {
            _slowedAt = now;
            AtLeast(Gap == TimeSpan.Zero ? FirstGap : Gap * 2, now);
        }
    }

    /// <summary>Not faster than with this gap.</summary>
    public void AtLeast(TimeSpan gap, TimeSpan now)
    {
        Gap = TimeSpan.FromTicks(Math.Clamp(gap.Ticks, Gap.Ticks, LongestGap.Ticks));
        _next = now + Gap > _next ? now + Gap : _next;
    }

    /// <summary>A request was answered without complaint: a little faster.</summary>
    public void Recover() => Gap = Gap * 0.9 < ShortestGap ? TimeSpan.Zero : Gap * 0.9;
}
