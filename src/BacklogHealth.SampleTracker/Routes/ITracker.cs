using System.Collections.Immutable;
using BacklogHealth.SampleTracker.Backlog;
using Microsoft.AspNetCore.Http;

namespace BacklogHealth.SampleTracker.Routes;

/// <summary>A tracker as it is served.</summary>
internal interface ITracker
{
    ImmutableArray<Route> Routes { get; }

    /// <summary>What any other path answers.</summary>
    Route Unknown { get; }

    /// <summary>What a request without good credentials is answered; null where they are good.</summary>
    Answer? Deny(IHeaderDictionary headers);

    /// <summary>An error in the tracker's form.</summary>
    Answer Error(int status, string message);

    /// <summary>From now on serves another state of the site.</summary>
    void Replace(SampleBacklog next, Uri baseUrl);
}
