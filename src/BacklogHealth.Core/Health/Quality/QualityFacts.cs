using System.Collections.Immutable;

namespace BacklogHealth.Core.Health.Quality;

/// <summary>What is stored of a team beside the histories and tells of the quality of its data. Empty where nothing is known.</summary>
public sealed record QualityFacts
{
    /// <summary>Nothing known.</summary>
    public static readonly QualityFacts None = new();

    /// <summary>Keys of the items that an item is blocked by, by its id; as stored now, since trackers keep no time of links.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<string>> BlockedBy { get; init; } = ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>Ids of the items that are stored for another team of the same connection, too.</summary>
    public IReadOnlySet<string> InOtherTeams { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>Items that the account cannot see any more.</summary>
    public ImmutableArray<InvisibleItem> Invisible { get; init; } = [];

    /// <summary>Who put items into a finished state, by opaque account id; changes by nobody known are left out.</summary>
    public IReadOnlyCollection<FinishingChange> FinishingChanges { get; init; } = [];
}

/// <summary>An item that the account cannot see any more.</summary>
/// <param name="Key">Its key as last seen.</param>
/// <param name="Created">When it was created (UTC).</param>
/// <param name="Since">Since when it has not been seen (UTC).</param>
public sealed record InvisibleItem(string Key, DateTimeOffset Created, DateTimeOffset Since);

/// <summary>An account put an item into a finished state.</summary>
/// <param name="ItemId">The item's id.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Account">The tracker's opaque id of the account; compared and never shown.</param>
public sealed record FinishingChange(string ItemId, DateTimeOffset At, string Account);
