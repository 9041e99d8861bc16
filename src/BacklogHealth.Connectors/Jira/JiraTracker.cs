using System.Collections.Immutable;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>
/// Jira Cloud, read through its REST interface version 3 and its Agile interface 1.0. Reads only. Not for use by several threads at once.
/// </summary>
public sealed class JiraTracker : IWorkTracker
{
    private readonly JiraSite _site;
    private JiraScope? _scope;

    /// <summary>Checks the options; nothing is sent yet.</summary>
    /// <exception cref="TrackerException">The address or the scope cannot be used.</exception>
    public JiraTracker(JiraOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        _site = new JiraSite(options, time);
    }

    /// <inheritdoc/>
    public TrackerTraffic Traffic => _site.Http.Traffic;

    /// <summary>How many issues Jira gives in one request.</summary>
    public int FetchSize => JiraFetch.MostAtOnce;

    /// <inheritdoc/>
    public Task<ImmutableArray<TrackerPlace>> Places(CancellationToken cancellation) => Task.FromResult(ImmutableArray<TrackerPlace>.Empty);

    /// <inheritdoc/>
    public async Task<TrackerProfile> Describe(CancellationToken cancellation)
    {
        _scope = await JiraDiscovery.Describe(_site, cancellation);
        return _scope.Profile;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<CensusPage> List(string? cursor, CancellationToken cancellation) => JiraCensus.List(_site, cancellation);

    /// <inheritdoc/>
    public Task<int?> ApproximateCount(CancellationToken cancellation) => Task.FromResult<int?>(null);

    /// <inheritdoc/>
    public async Task<FetchedItems> Fetch(ImmutableArray<string> ids, KnownPayloads known, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ids.Length, FetchSize, nameof(ids));
        _scope ??= await JiraDiscovery.Describe(_site, cancellation);
        return await JiraFetch.Fetch(_site, _scope.Fields, ids, cancellation);
    }

    /// <inheritdoc/>
    public WorkItem? Read(ItemPayload payload) => null;

    /// <inheritdoc/>
    public Task<ImmutableArray<AccessCheck>> CheckAccess(CancellationToken cancellation) => Task.FromResult(ImmutableArray<AccessCheck>.Empty);

    /// <inheritdoc/>
    public int Reading => 1;

    /// <inheritdoc/>
    public void Dispose() => _site.Dispose();
}
