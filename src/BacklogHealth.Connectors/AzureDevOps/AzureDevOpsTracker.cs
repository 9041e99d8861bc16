using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>
/// Azure DevOps Services or Server, read through its REST interface of version 7.1, 7.0 or 6.0. Reads only. After <see cref="Describe"/> several
/// threads may fetch at once.
/// </summary>
public sealed class AzureDevOpsTracker : IWorkTracker
{
    private readonly AzureSite _site;
    private AzureScope? _scope;

    /// <summary>Checks the options; nothing is sent yet.</summary>
    /// <exception cref="TrackerException">The address or the credentials cannot be used.</exception>
    public AzureDevOpsTracker(AzureDevOpsOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        _site = new AzureSite(options, time);
    }

    /// <inheritdoc/>
    public TrackerTraffic Traffic => _site.Http.Traffic;

    /// <inheritdoc/>
    public TimeSpan? ClockAhead => _site.Http.ClockAhead;

    /// <summary>How many items Azure DevOps gives in one request.</summary>
    public int FetchSize => AzureFetch.MostAtOnce;

    /// <summary>1: the first way in which items were read; 2: with their author. To be raised by one with every change after which a kept payload reads differently.</summary>
    public int Reading => 2;

    /// <inheritdoc/>
    public Task<ImmutableArray<TrackerPlace>> Places(CancellationToken cancellation) => AzurePlaces.Read(_site, cancellation);

    /// <inheritdoc/>
    public async Task<TrackerProfile> Describe(CancellationToken cancellation)
    {
        _scope = await AzureDiscovery.Describe(_site, cancellation);
        return _scope.Profile;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<CensusPage> List(string? cursor, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var page in AzureCensus.List(_site, await Scope(cancellation), cursor, cancellation))
        {
            yield return page;
        }
    }

    /// <summary>
    /// Finds every item that a query names, in any project of the organisation unless the query says otherwise; <c>@project</c> in it is the team's.
    /// </summary>
    /// <exception cref="TrackerException">The tracker could not be read.</exception>
    public async Task<QueryAnswer> Find(string query, CancellationToken cancellation)
    {
        var (condition, found, expected) = AzureQuery.Read(query);
        if (found.Length > 0 || condition.Length == 0)
        {
            return QueryAnswer.Refused(found.Length > 0 ? $"it {found}, expected {expected}" : "it has no condition, so it would find every item of the organisation");
        }

        var pages = AzureWindows.List(_site, (await Scope(cancellation)).Project, $"({condition})", cancellation);
        return await FoundItems.Of(pages.Select(page => page.Ids.Select(id => id.ToString(CultureInfo.InvariantCulture))), cancellation);
    }

    /// <summary>Null: the only count that Azure DevOps gives is the listing itself.</summary>
    public Task<int?> ApproximateCount(CancellationToken cancellation) => Task.FromResult<int?>(null);

    /// <inheritdoc/>
    public async Task<FetchedItems> Fetch(ImmutableArray<string> ids, KnownPayloads known, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ids.Length, FetchSize, nameof(ids));
        return await AzureFetch.Fetch(_site, await Scope(cancellation), ids, known, cancellation);
    }

    /// <inheritdoc/>
    public WorkItem? Read(ItemPayload payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        return _scope is { } scope ? AzureItems.Read(payload, scope).Item : null;
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<AccessCheck>> CheckAccess(CancellationToken cancellation) => AzureAccess.Check(_site, cancellation);

    /// <inheritdoc/>
    public void Dispose() => _site.Dispose();

    private async ValueTask<AzureScope> Scope(CancellationToken cancellation) => _scope ??= await AzureDiscovery.Describe(_site, cancellation);
}
