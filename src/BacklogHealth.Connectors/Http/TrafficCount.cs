namespace BacklogHealth.Connectors.Http;

/// <summary>Adds up what reading a tracker costs, for several requests at once.</summary>
internal sealed class TrafficCount(TimeProvider time)
{
    private readonly Lock _lock = new();
    private TrackerTraffic _traffic = TrackerTraffic.None;
    private TimeSpan _waitingUntil;

    /// <summary>The sums so far.</summary>
    public TrackerTraffic Traffic
    {
        get
        {
            lock (_lock)
            {
                return _traffic;
            }
        }
    }

    /// <summary>A request is sent.</summary>
    public void Sent()
    {
        lock (_lock)
        {
            _traffic = _traffic with { Requests = _traffic.Requests + 1 };
        }
    }

    /// <summary>An answer was read.</summary>
    public void Received(long bytes)
    {
        lock (_lock)
        {
            _traffic = _traffic with { Bytes = _traffic.Bytes + bytes };
        }
    }

    /// <summary>A wait begins that the tracker asked for. Time for which several requests wait together counts once.</summary>
    public void Waiting(TimeSpan wait)
    {
        lock (_lock)
        {
            // A clock that only runs forward.
            var now = time.GetElapsedTime(0);
            var from = now > _waitingUntil ? now : _waitingUntil;
            if (now + wait > from)
            {
                _traffic = _traffic with { WaitedForLimit = _traffic.WaitedForLimit + (now + wait - from) };
                _waitingUntil = now + wait;
            }
        }
    }
}
