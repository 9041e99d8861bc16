namespace BacklogHealth.SampleTracker.Routes;

/// <summary>Counts the requests of the last second and how many are under way.</summary>
internal sealed class Pace(int? mostPerSecond)
{
    private readonly Lock _gate = new();
    private readonly Queue<DateTimeOffset> _last = new();
    private int _underWay;

    /// <summary>A request begins: how many are under way, itself included.</summary>
    public int Begin() => Interlocked.Increment(ref _underWay);

    public void End() => Interlocked.Decrement(ref _underWay);

    /// <summary>Whether a request at this instant is one too many. One that is refused counts for nothing.</summary>
    public bool IsTooMany(DateTimeOffset now)
    {
        if (mostPerSecond is not { } most)
        {
            return false;
        }

        lock (_gate)
        {
            while (_last.TryPeek(out var first) && now - first >= TimeSpan.FromSeconds(1))
            {
                _last.Dequeue();
            }

            if (_last.Count >= most)
            {
                return true;
            }

            _last.Enqueue(now);
            return false;
        }
    }
}
