using System.Collections.Immutable;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Reports.Pages;

/// <summary>
/// A map of cards: goals side by side, features below them, cards in rows that go through all of them. On a phone and as text it is headings with lists.
/// </summary>
/// <param name="Rows">Names of the rows.</param>
/// <param name="Bands">What stands side by side; one band below the other.</param>
/// <param name="Legend">What the marks on the cards mean; null where there are none.</param>
internal sealed record Map(ImmutableArray<Sentence> Rows, ImmutableArray<ImmutableArray<MapGoal>> Bands, Sentence? Legend) : Block
{
    /// <summary>Columns of the widest band: all bands are as wide, so that they read alike.</summary>
    public int Columns => Bands.Max(b => b.Sum(g => g.Columns.Length));

    /// <summary>"and 5 more", below the cards of a cell.</summary>
    public static Sentence MoreOf(MapCell cell) => $"and {cell.More} more";
}

/// <summary>What stands at the head of a column or several.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Count">How much of it is ready.</param>
internal sealed record MapHead(Sentence Name, Sentence Count);

/// <summary>A goal with its columns.</summary>
internal sealed record MapGoal(MapHead Head, ImmutableArray<MapColumn> Columns);

/// <summary>One column.</summary>
/// <param name="Head">The feature; null where the goal has none.</param>
/// <param name="Cells">One for each row.</param>
internal sealed record MapColumn(MapHead? Head, ImmutableArray<MapCell> Cells);

/// <summary>The cards of one column in one row.</summary>
/// <param name="Cards">Those that are shown.</param>
/// <param name="More">How many more there are.</param>
internal sealed record MapCell(ImmutableArray<Card> Cards, int More);

/// <summary>One item as a card.</summary>
/// <param name="State">Where it stands, as a mark and a word.</param>
/// <param name="Key">Its key, leading to its page.</param>
/// <param name="Title">Its title.</param>
/// <param name="Sign">What else is to be said of it, as a mark and a word; empty for nothing.</param>
internal sealed record Card(Sentence State, Sentence Key, Sentence Title, Sentence Sign);
