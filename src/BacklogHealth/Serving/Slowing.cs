namespace BacklogHealth.Serving;

/// <summary>Makes whoever types wrong tokens wait: after five, twice as long each time, up to a minute; by address, so that nobody locks out the others.</summary>
internal sealed class Slowing(TimeProvider time)
{
    private const int Free = 5;
    private const int MostAddresses = 1000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(15);

    private readonly Dictionary<string, (int Count, DateTimeOffset Last)> _wrong = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>How long an address has to wait before it may try again; zero for not at all.</summary>
    public TimeSpan WaitOf(string address)
    {
        lock (_lock)
        {
            return _wrong.TryGetValue(address, out var wrong) && wrong.Count >= Free
                ? Max(wrong.Last + Pause(wrong.Count) - time.GetUtcNow(), TimeSpan.Zero)
                : TimeSpan.Zero;
        }
    }

    /// <summary>Notes a wrong token.</summary>
    public void Wrong(string address)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (_wrong.Count >= MostAddresses)
            {
                foreach (var old in _wrong.OrderBy(w => w.Value.Last).Take(MostAddresses / 2).Select(w => w.Key).ToList())
                {
                    _wrong.Remove(old);
                }
            }

            var count = _wrong.TryGetValue(address, out var before) && now - before.Last < Forgotten ? before.Count : 0;
            _wrong[address] = (count + 1, now);
        }
    }

    /// <summary>Forgets an address that knew the token.</summary>
    public void Right(string address)
    {
        lock (_lock)
        {
            _wrong.Remove(address);
        }
    }

    private static TimeSpan Pause(int count) => count - Free > 6 ? Longest : TimeSpan.FromSeconds(Math.Min(1 << (count - Free), Longest.TotalSeconds));

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
