using System.Collections.Immutable;

namespace BacklogHealth.Storage;

/// <summary>What a pull cost the tracker and us.</summary>
/// <param name="Requests">Requests sent.</param>
/// <param name="Bytes">Bytes received.</param>
/// <param name="Waited">Time waited because the tracker asked for it.</param>
public sealed record PullTraffic(int Requests, long Bytes, TimeSpan Waited)
{
    /// <summary>Nothing.</summary>
    public static readonly PullTraffic None = new(0, 0, TimeSpan.Zero);
}

/// <summary>What came of a pull.</summary>
public sealed record PullResult
{
    /// <summary>The team.</summary>
    public required string Team { get; init; }

    /// <summary>True where it is proven that everything the tracker listed is stored as it was listed.</summary>
    public required bool Complete { get; init; }

    /// <summary>Items the tracker listed.</summary>
    public required int InTracker { get; init; }

    /// <summary>How many of these are stored as they were listed.</summary>
    public required int Stored { get; init; }

    /// <summary>Items fetched in full by this pull.</summary>
    public required int Fetched { get; init; }

    /// <summary>Fetched items that were not there before.</summary>
    public required int Created { get; init; }

    /// <summary>Fetched items that say something else than before.</summary>
    public required int Updated { get; init; }

    /// <summary>Items found to be deleted, after the proof of a second complete listing without them.</summary>
    public required int Removed { get; init; }

    /// <summary>Items that the tracker listed and would not give.</summary>
    public required int NotVisible { get; init; }

    /// <summary>Items that are there and in a state which the tracker's workflow does not name.</summary>
    public required int Unmapped { get; init; }

    /// <summary>Items that are there and whose history came only in part.</summary>
    public required int HistoryIncomplete { get; init; }

    /// <summary>What it cost.</summary>
    public required PullTraffic Traffic { get; init; }

    /// <summary>What is missing or in doubt, as sentences.</summary>
    public required ImmutableArray<string> Problems { get; init; }

    /// <summary>When it began (UTC).</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended (UTC).</summary>
    public required DateTimeOffset FinishedAt { get; init; }
}
