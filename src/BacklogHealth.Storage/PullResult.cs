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

    /// <summary>True where the listing came to its end and was believed.</summary>
    public bool Listed { get; init; }

    /// <summary>When it was last proven that everything is stored (UTC): by this pull or an earlier one; null where never.</summary>
    public DateTimeOffset? ProvenAt { get; init; }

    /// <summary>True where listing or fetching did not come to its end.</summary>
    public bool BrokeOff { get; init; }

    /// <summary>Items the tracker listed, without those that it said were deleted when they were asked for; null where it broke off before it listed one.</summary>
    public required int? InTracker { get; init; }

    /// <summary>How many of these are stored as they were listed; where the listing was not believed, how many items are stored and visible.</summary>
    public required int Stored { get; init; }

    /// <summary>Items fetched in full by this pull.</summary>
    public required int Fetched { get; init; }

    /// <summary>Fetched items that were not there before.</summary>
    public required int Created { get; init; }

    /// <summary>Fetched items that say something else than before.</summary>
    public required int Updated { get; init; }

    /// <summary>Fetched items that had been missing, removed or invisible before.</summary>
    public int Returned { get; init; }

    /// <summary>Items read again from what is kept of them, since their mapping changed.</summary>
    public int ReadAgain { get; init; }

    /// <summary>Items that are stored and visible and that this pull's listing lacks: of a listing that is believed, those that it lacks for the first time.</summary>
    public int NotListed { get; init; }

    /// <summary>Items found to be gone: after the proof of a second complete listing without them, or on a person's word.</summary>
    public required int Removed { get; init; }

    /// <summary>Of these, items that the tracker still gives in another place, outside the team's scope.</summary>
    public int MovedAway { get; init; }

    /// <summary>Items that our account cannot see since this pull.</summary>
    public int Hidden { get; init; }

    /// <summary>Items of the team that our account cannot see now, since this pull or an earlier one: neither removed nor finished.</summary>
    public required int NotVisible { get; init; }

    /// <summary>Items that the tracker listed in this pull and would not give.</summary>
    public int Refused { get; init; }

    /// <summary>Items that the tracker gave and that could not be read: they stand as they were, and the next pull tries again.</summary>
    public int Unreadable { get; init; }

    /// <summary>Items that are there and in a state which the tracker's workflow does not name.</summary>
    public required int Unmapped { get; init; }

    /// <summary>Those states, most items first.</summary>
    public ImmutableArray<UnmappedState> UnmappedStates
    {
        get => field.IsDefault ? [] : field;
        init;
    }

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

/// <summary>A state that items are in and that the tracker's workflow does not name.</summary>
/// <param name="Id">The tracker's id of it.</param>
/// <param name="Name">The tracker's name of it.</param>
/// <param name="Items">Items that are in it now.</param>
public sealed record UnmappedState(string Id, string Name, int Items);
