using System.Collections.Immutable;

namespace BacklogHealth.SampleTracker.Routes;

/// <summary>The log of all requests; safe to write from many connections.</summary>
internal sealed class RequestLog
{
    private ImmutableList<SampleRequest> _all = [];

    public IReadOnlyList<SampleRequest> All => Volatile.Read(ref _all);

    /// <summary>Adds a request, which is told its number in the log.</summary>
    public void Add(Func<int, SampleRequest> request) => ImmutableInterlocked.Update(ref _all, list => list.Add(request(list.Count + 1)));
}
