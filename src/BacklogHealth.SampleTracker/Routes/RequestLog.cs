using System.Collections.Immutable;

namespace BacklogHealth.SampleTracker.Routes;

/// <summary>The log of all requests; safe to write from many connections.</summary>
internal sealed class RequestLog
{
    private ImmutableList<SampleRequest> _all = [];

    public IReadOnlyList<SampleRequest> All => Volatile.Read(ref _all);

    public void Add(string method, string target, int bodyLength, int status, long bytes) =>
        ImmutableInterlocked.Update(ref _all, list => list.Add(new SampleRequest(list.Count + 1, method, target, bodyLength, status, bytes)));
}
