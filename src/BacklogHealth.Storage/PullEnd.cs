using System.Collections.Immutable;

namespace BacklogHealth.Storage;

/// <summary>How a pull ended, as the one who led it judges.</summary>
public sealed record PullEnd
{
    /// <summary>True where the tracker said of a page that it was the last. Else nothing is removed.</summary>
    public required bool ListingComplete { get; init; }

    /// <summary>True where listing or fetching did not come to its end; false where the tracker gave all of it, believed or not.</summary>
    public bool BrokeOff { get; init; }

    /// <summary>What becomes of stored items that no listing has.</summary>
    public Removals Removals { get; init; } = Removals.AfterTwoListings;

    /// <summary>Ids of stored items that are there and that our account cannot see any more: "not visible since", neither removed nor finished.</summary>
    public ImmutableArray<string> NotVisible { get; init; } = [];

    /// <summary>Ids of stored items that the tracker does not list any more and still gives, in another place: they have moved out of the team's scope.</summary>
    public ImmutableArray<string> MovedAway { get; init; } = [];

    /// <summary>How many items were read again from what is kept of them.</summary>
    public int ReadAgain { get; init; }

    /// <summary>What went wrong, as sentences; they are told before the store's own.</summary>
    public ImmutableArray<string> Problems { get; init; } = [];

    /// <summary>What it cost.</summary>
    public PullTraffic Traffic { get; init; } = PullTraffic.None;

    /// <summary>Where the tracker's own record of changes stood at the listing; null for the cursor of the listing's last page.</summary>
    public string? Cursor { get; init; }

    /// <summary>Who accepted the removals, for the audit; null where nobody was named.</summary>
    public string? AcceptedBy { get; init; }

    /// <summary>Payloads fetched longer ago than this many days are dropped at the end of the pull: 0 keeps none, null keeps all.</summary>
    public int? PayloadDays { get; init; }
}

/// <summary>What becomes of stored items that no listing of a pull has.</summary>
public enum Removals
{
    /// <summary>Nothing: the listing is doubted.</summary>
    None,

    /// <summary>The usual rule: an item is removed where two complete pulls in a row lack it. Items known not to be visible stay.</summary>
    AfterTwoListings,

    /// <summary>A person says that they are gone: all of them are removed at once, and the audit names them.</summary>
    Accepted,
}
