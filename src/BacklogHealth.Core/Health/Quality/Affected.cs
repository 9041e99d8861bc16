using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health.Quality;

/// <summary>What a check found.</summary>
/// <param name="Items">The items affected, in any order.</param>
/// <param name="Of">How many could be affected: those of which the data tell it either way; never fewer than are affected.</param>
/// <param name="Among">What <paramref name="Of"/> counts, in the number that fits it, as said behind "3 of 40".</param>
internal sealed record Affected(IEnumerable<FlowItem> Items, int Of, Func<int, Sentence> Among)
{
    /// <summary>Keys of affected items that are not among the team's items any more.</summary>
    public ImmutableArray<string> OtherKeys { get; init; } = [];

    /// <summary>The days spoken of, oldest first; none where the check speaks of items alone.</summary>
    public ImmutableArray<Period> Days { get; init; } = [];

    /// <summary>How many are affected where that is not the number of items.</summary>
    public int? Number { get; init; }

    /// <summary>Those among items of one kind for which something holds, of all of that kind.</summary>
    public static Affected Where(IEnumerable<FlowItem> all, Func<int, Sentence> among, Func<FlowItem, bool> holds)
    {
        var list = all.ToList();
        return new Affected(list.Where(holds), list.Count, among);
    }
}
