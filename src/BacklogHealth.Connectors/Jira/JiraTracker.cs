using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>
/// Jira Cloud, read through its REST interface version 3, and Jira Data Center, through version 2; boards and sprints of both through the Agile
/// interface 1.0. Reads only. Several fetches may run at once.
/// </summary>
public sealed class JiraTracker : IWorkTracker
{
    private readonly JiraSite _site;
    private readonly SemaphoreSlim _describing = new(1, 1);
    private volatile JiraScope? _scope;

    /// <summary>Checks the address; nothing is sent yet. Whether the team's place is named is checked where it is needed.</summary>
    /// <exception cref="TrackerException">The address cannot be used.</exception>
    public JiraTracker(JiraOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        _site = new JiraSite(options, time);
    }

    /// <inheritdoc/>
    public TrackerTraffic Traffic => _site.Http.Traffic;

    /// <inheritdoc/>
    public TimeSpan? ClockAhead => _site.Http.ClockAhead;

    /// <summary>How many issues Jira gives in one request.</summary>
    public int FetchSize => _site.Dialect.FetchSize;

    /// <summary>To be raised whenever <see cref="Read"/> makes another item of the same payload than before.</summary>
    public int Reading => 2;

    /// <inheritdoc/>
    public Task<ImmutableArray<TrackerPlace>> Places(CancellationToken cancellation) => JiraPlaces.Read(_site, cancellation);

    /// <inheritdoc/>
    public async Task<TrackerProfile> Describe(CancellationToken cancellation)
    {
        var scope = await JiraDiscovery.Describe(_site, cancellation);
        _scope = scope;
        return scope.Profile;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<CensusPage> List(string? cursor, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var scope = await Scope(cancellation);
        await foreach (var page in _site.Dialect.List(_site, scope, cancellation))
        {
            yield return page;
        }
    }

    /// <inheritdoc/>
    public async Task<QueryAnswer> Find(string query, CancellationToken cancellation)
    {
        if (JiraQuery.Of(query) is not { } bounded)
        {
            return QueryAnswer.Refused("it has no condition, so it would find every item of the site");
        }

        // Stamps come along, since Jira gives them for nothing; the fields of this site would make pages smaller.
        var scope = (await Scope(cancellation)) with { Query = bounded, Fields = JiraFields.None };
        return await FoundItems.Of(_site.Dialect.List(_site, scope, cancellation).Select(page => page.Entries.Select(e => e.Id)), cancellation);
    }

    /// <inheritdoc/>
    public async Task<int?> ApproximateCount(CancellationToken cancellation) => await _site.Dialect.Count(_site, (await Scope(cancellation)).Query, cancellation);

    /// <inheritdoc/>
    public async Task<FetchedItems> Fetch(ImmutableArray<string> ids, KnownPayloads known, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ids.Length, FetchSize, nameof(ids));
        ArgumentNullException.ThrowIfNull(known);
        var scope = await Scope(cancellation);
        return await JiraFetch.Fetch(_site, scope.Fields, [.. ids.Distinct(StringComparer.Ordinal)], known, cancellation);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Nothing was described yet, so that it is not known which field holds what.</exception>
    public WorkItem? Read(ItemPayload payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        var fields = (_scope ?? throw new InvalidOperationException("a payload was to be read before the scope was described")).Fields;
        using var opened = JiraPayload.Open(payload);
        return opened is not null && opened.Kind == _site.Dialect.Kind && fields.Needed.All(opened.Asked.Contains) ? JiraItems.Read(opened.Parts, _site.Dialect, fields).Item : null;
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<AccessCheck>> CheckAccess(CancellationToken cancellation) => JiraAccess.Try(_site, cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
        _site.Dispose();
        _describing.Dispose();
    }

    private async Task<JiraScope> Scope(CancellationToken cancellation)
    {
        if (_scope is { } known)
        {
            return known;
        }

        await _describing.WaitAsync(cancellation);
        try
        {
            return _scope ??= await JiraDiscovery.Describe(_site, cancellation);
        }
        finally
        {
            _describing.Release();
        }
    }
}
