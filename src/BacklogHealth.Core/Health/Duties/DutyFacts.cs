using System.Collections.Immutable;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health.Duties;

/// <summary>What is stored of a team's items beside their histories and tells of a Product Owner's duties, as known at an instant: no texts, no accounts.</summary>
/// <param name="Items">By the item's id; an item of which there is nothing to tell is left out.</param>
public sealed record DutyFacts(IReadOnlyDictionary<string, ItemFacts> Items)
{
    /// <summary>Nothing known.</summary>
    public static readonly DutyFacts None = new(ImmutableDictionary<string, ItemFacts>.Empty);

    /// <summary>Days looked back for edits and comments.</summary>
    public const int Days = 364;

    /// <summary>The facts of an item; none where nothing is known.</summary>
    public ItemFacts Of(string id) => Items.TryGetValue(id, out var facts) ? facts : ItemFacts.None;
}

/// <summary>What happened to one item beside its states. Instants are UTC and ascend.</summary>
public sealed record ItemFacts
{
    /// <summary>Nothing known.</summary>
    public static readonly ItemFacts None = new();

    /// <summary>Its labels at the instant.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>Its links as stored now, since trackers keep no time of links.</summary>
    public ImmutableArray<ItemLink> Links { get; init; } = [];

    /// <summary>The boxes of its checklists; null where it has none, or where its texts were changed since the instant.</summary>
    public Boxes? Boxes { get; init; }

    /// <summary>When the words of its title, description or criteria were changed; a tick, a mark or another form of the same words is no change.</summary>
    public ImmutableArray<DateTimeOffset> TextEdits { get; init; } = [];

    /// <summary>Every change of its estimate, those after the instant too, so that the estimate at any moment can be told.</summary>
    public ImmutableArray<EstimateChange> Estimates { get; init; } = [];

    /// <summary>When it was moved within the backlog.</summary>
    public ImmutableArray<DateTimeOffset> Moves { get; init; } = [];

    /// <summary>The comments that ask something or tell of use.</summary>
    public ImmutableArray<Remark> Remarks { get; init; } = [];
}

/// <summary>The boxes of an item's checklists.</summary>
/// <param name="Ticked">Those that are ticked.</param>
/// <param name="Open">Those that are not.</param>
public readonly record struct Boxes(int Ticked, int Open);

/// <summary>A change of an estimate.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="From">The estimate before; null where there was none.</param>
public sealed record EstimateChange(DateTimeOffset At, double? From);

/// <summary>What a comment tells, without its words.</summary>
/// <param name="At">When it was written (UTC).</param>
/// <param name="Asks">True where it asks a question.</param>
/// <param name="TellsOfUse">True where it tells what users, customers or a review said, or what came of the item.</param>
public readonly record struct Remark(DateTimeOffset At, bool Asks, bool TellsOfUse);
