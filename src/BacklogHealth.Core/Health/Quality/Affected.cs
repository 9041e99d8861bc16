using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health.Quality;

/// <summary>What a check found.</summary>
/// <param name="Items">The items affected, in any order.</param>
/// <param name="Of">How many could be affected: those of which the data tell it either way; never fewer than are affected.</param>
/// <param name="One">What <paramref name="Of"/> counts, for one, as said behind "3 of 40".</param>
/// <param name="Many">The same for several.</param>
internal sealed record Affected(IEnumerable<FlowItem> Items, int Of, Sentence One, Sentence Many)
{
    /// <summary>Keys of affected items that are not among the team's items any more.</summary>
    public ImmutableArray<string> OtherKeys { get; init; } = [];

    /// <summary>The days spoken of, oldest first; none where the check speaks of items alone.</summary>
    public ImmutableArray<Period> Days { get; init; } = [];

    /// <summary>How many are affected where that is not the number of items.</summary>
    public int? Number { get; init; }

    /// <summary>Those among items of one kind for which something holds, of all of that kind.</summary>
    public static Affected Among(IEnumerable<FlowItem> all, Sentence one, Sentence many, Func<FlowItem, bool> holds)
    {
        var list = all.ToList();
        return new Affected(list.Where(holds), list.Count, one, many);
    }
}
