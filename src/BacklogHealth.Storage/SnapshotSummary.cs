using System.Collections.Immutable;

namespace BacklogHealth.Storage;

/// <summary>A snapshot without its items and forecasts.</summary>
/// <param name="AsOf">The instant it speaks of (UTC).</param>
/// <param name="MadeAt">When it was made (UTC).</param>
/// <param name="Version">Version of the product and its rules.</param>
/// <param name="Measures">Numbers of the whole backlog by name.</param>
public sealed record SnapshotSummary(DateTimeOffset AsOf, DateTimeOffset MadeAt, string Version, ImmutableSortedDictionary<string, double> Measures)
{
    /// <summary>The median scores of its waiting items; null unless <see cref="Measures"/> lacks what the caller named.</summary>
    public WaitingMedians? Waiting { get; init; }
}

/// <summary>The median scores of the items of a snapshot that have a place in the backlog.</summary>
/// <param name="Clarity">0 to 100; null where nothing was scored.</param>
/// <param name="Slicing">0 to 100; null where nothing was scored.</param>
public sealed record WaitingMedians(double? Clarity, double? Slicing);
