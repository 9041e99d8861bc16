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
    /// <summary>The projects that our account can see, by key or name, with their boards or teams: needs no project in the options.</summary>
    /// <exception cref="TrackerException">The tracker could not be read.</exception>
    Task<ImmutableArray<TrackerPlace>> Places(CancellationToken cancellation);

    /// <summary>Finds the workflow, the sprints, the fields and the zone of the scope. Asks for nothing that changes anything.</summary>
    /// <exception cref="TrackerException">The tracker could not be read.</exception>
    Task<TrackerProfile> Describe(CancellationToken cancellation);

    /// <summary>
    /// Lists every item of the scope, page by page. The listing is whole only where a page said that it is the last. May be asked twice in a cycle:
    /// the second listing is the check of the first.
    /// </summary>
    /// <param name="cursor">The cursor that the last page of the last good listing gave; null for none.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="TrackerException">The tracker could not be read, or its pages go in circles.</exception>
    IAsyncEnumerable<CensusPage> List(string? cursor, CancellationToken cancellation);

    /// <summary>
    /// Finds every item that a query names, whether it is of the team's scope or not: JQL for a Jira, WIQL or the condition of one for Azure DevOps. Paged
    /// and checked as the listing is: the answer is whole, or there is none. A query that the tracker cannot run is an answer, too.
    /// </summary>
    /// <param name="query">The query; an order in it is left out.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="TrackerException">The tracker could not be read, or its pages go in circles.</exception>
    Task<QueryAnswer> Find(string query, CancellationToken cancellation);

    /// <summary>How many items the scope holds by the tracker's own estimate: a reason to list again, proof of nothing. Null where it has none.</summary>
    /// <exception cref="TrackerException">The tracker could not be read.</exception>
    Task<int?> ApproximateCount(CancellationToken cancellation);

    /// <summary>
    /// Fetches items with their whole history; at most <see cref="FetchSize"/> ids a call. Several calls may run at once. Each id comes back once:
    /// as an item, or as one that did not come, with what is known of why.
    /// </summary>
    /// <param name="ids">The ids.</param>
    /// <param name="known">What was sent for them before, so that a part which cannot change is not asked for again.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="TrackerException">The tracker could not be read.</exception>
    Task<FetchedItems> Fetch(ImmutableArray<string> ids, KnownPayloads known, CancellationToken cancellation);

    /// <summary>Reads an item again from what was sent for it before, after <see cref="Describe"/>; asks nothing. Null where it cannot be read.</summary>
    WorkItem? Read(ItemPayload payload);

    /// <summary>Tries each permission that reading needs. Asks for nothing that changes anything.</summary>
    /// <exception cref="TrackerException">The tracker could not be reached, or refused the credentials.</exception>
    Task<ImmutableArray<AccessCheck>> CheckAccess(CancellationToken cancellation);

    /// <summary>Number of the way in which payloads are read; a higher one than last time has every kept payload read again.</summary>
    int Reading { get; }

    /// <summary>How many ids one <see cref="Fetch"/> takes, 1 or more.</summary>
    int FetchSize { get; }

    /// <summary>What reading has cost so far.</summary>
    TrackerTraffic Traffic { get; }

    /// <summary>How far our clock was ahead of the tracker's at its last answer; negative where it was behind, null where no answer told the tracker's time.</summary>
    TimeSpan? ClockAhead { get; }
}
