using System.Collections.Immutable;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors;

/// <summary>
/// A tracker, read only. A cycle is: describe, list the whole scope cheaply, fetch in full what moved. There is no watermark, so no clock, zone or
/// index lag can lose an item. Errors are <see cref="TrackerException"/> and nothing else.
/// </summary>
public interface IWorkTracker : IDisposable
{
    /// <summary>Finds the workflow, the sprints, the fields and the zone of the scope. Asks for nothing that changes anything.</summary>
    /// <exception cref="TrackerException">The tracker could not be read.</exception>
    Task<TrackerProfile> Describe(CancellationToken cancellation);

    /// <summary>Lists every item of the scope, page by page. The listing is whole only where a page said that it is the last.</summary>
    /// <exception cref="TrackerException">The tracker could not be read, or its pages go in circles.</exception>
    IAsyncEnumerable<CensusPage> List(CancellationToken cancellation);

    /// <summary>Fetches items with their whole history; at most <see cref="FetchSize"/> ids a call.</summary>
    /// <exception cref="TrackerException">The tracker could not be read.</exception>
    Task<FetchedItems> Fetch(ImmutableArray<string> ids, CancellationToken cancellation);

    /// <summary>How many ids one <see cref="Fetch"/> takes, 1 or more.</summary>
    int FetchSize { get; }

    /// <summary>What reading has cost so far.</summary>
    TrackerTraffic Traffic { get; }
}
