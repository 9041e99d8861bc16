using System.Threading.Channels;

namespace BacklogHealth.Connectors.Http;

/// <summary>
/// The gate to one host. Each request passes it alone: while the host pauses nobody does, and only so many are under way at a time. A limit that holds
/// for one kind of request (<see cref="TrackerRequest.Family"/>) pauses that kind alone.
/// </summary>
internal sealed class HostPace(int inFlight)
{
    // A place is taken by writing and left by reading: who comes first is served first, and there is nothing to dispose.
    private readonly Channel<bool> _places = Channel.CreateBounded<bool>(inFlight);
    private readonly Lock _lock = new();
    private readonly Pace _host = new();
    private readonly Dictionary<string, Pace> _families = new(StringComparer.Ordinal);

    /// <summary>Waits until a request may be sent.</summary>
    /// <param name="site">Of whom errors speak.</param>
    /// <param name="request">The request.</param>
    /// <param name="maxWait">The longest pause that is waited for.</param>
    /// <param name="waiting">Told of each wait before it begins.</param>
    /// <param name="time">The clock that waits.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The turn; to be disposed when the answer has been read.</returns>
    /// <exception cref="TrackerException">The host pauses for longer than that.</exception>
    public async Task<Turn> Enter(TrackerSite site, TrackerRequest request, TimeSpan maxWait, Action<TimeSpan> waiting, TimeProvider time, CancellationToken cancellation)
    {
        var family = request.Family;
        while (true)
        {
            await _places.Writer.WriteAsync(true, cancellation);
            TimeSpan pause, wait;
            lock (_lock)
            {
                var now = Now(time);
                Pace[] paces = _families.TryGetValue(family, out var own) ? [_host, own] : [_host];
                pause = paces.Max(p => p.PauseAt(now));
                wait = paces.Max(p => p.WaitAt(now));
                if (wait <= TimeSpan.Zero)
                {
                    foreach (var pace in paces)
                    {
                        pace.Start(now);
                    }

                    return new Turn(this, family, now);
                }
            }

            // Timers count whole milliseconds: what is left of one would be waited for in vain.
            wait = TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));

            // Who waits takes no place away from who may go.
            Leave();
            if (pause > maxWait)
            {
                throw TrackerFaults.Throttled(site, pause, maxWait);
            }

            waiting(wait);
            await Task.Delay(wait, time, cancellation);
        }
    }

    private void Leave() => _places.Reader.TryRead(out _);

    // A clock that only runs forward; the wall clock may be set at any time.
    private static TimeSpan Now(TimeProvider time) => time.GetElapsedTime(0);

    private void Heard(Turn turn, LimitNotice notice, TimeSpan now)
    {
        lock (_lock)
        {
            if (notice.IsSilent)
            {
                return;
            }

            var pace = notice.FamilyOnly ? Family(turn.Family) : _host;
            pace.PauseUntil(now + (notice.Wait ?? TimeSpan.Zero));
            if (notice.IsRefusal)
            {
                pace.SlowDown(turn.Started, now);
            }
            else
            {
                pace.AtLeast(notice.NearLimit && notice.Delay < Pace.FirstGap ? Pace.FirstGap : notice.Delay, now);
            }
        }
    }

    private void Recover(Turn turn)
    {
        lock (_lock)
        {
            _host.Recover();
            if (_families.TryGetValue(turn.Family, out var own))
            {
                own.Recover();
            }
        }
    }

    private Pace Family(string name) => _families.TryGetValue(name, out var pace) ? pace : _families[name] = new Pace();

    /// <summary>One request's turn, from its sending until its answer has been read.</summary>
    internal sealed class Turn(HostPace host, string family, TimeSpan started) : IDisposable
    {
        private int _left;

        /// <summary>Which kind of request it is.</summary>
        public string Family => family;

        /// <summary>When it began.</summary>
        public TimeSpan Started => started;

        /// <summary>Hands on what the host said of its limits, as soon as it is known.</summary>
        public void Heard(LimitNotice notice, TimeProvider time) => host.Heard(this, notice, Now(time));

        /// <summary>The host gave what was asked for and did not complain.</summary>
        public void WentWell() => host.Recover(this);

        /// <summary>Lets the next one in.</summary>
        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                host.Leave();
            }
        }
    }
}
