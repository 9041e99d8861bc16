using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health;

/// <summary>A goal or feature at the head of a column.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Key">Its key; null for one that is not the team's.</param>
/// <param name="Title">Its title; its key or id where the title is not known.</param>
/// <param name="State">Where it stands; null where that is not known.</param>
public sealed record StoryMapHead(string Id, string? Key, string Title, WorkItemState? State);

/// <summary>One item in a cell.</summary>
/// <param name="Id">The item's id.</param>
/// <param name="Key">The item's key.</param>
/// <param name="Title">Its title.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Ready">What the Definition of Ready says of it; null where it is finished.</param>
/// <param name="Slicing">Its slicing score, 0 to 100; null where it has none.</param>
/// <param name="TooLarge">True where a rule found that it should be cut.</param>
/// <param name="StoryPoints">Its estimate; null where it has none.</param>
public sealed record StoryMapItem(string Id, string Key, string Title, WorkItemState State, bool? Ready, int? Slicing, bool TooLarge, double? StoryPoints);

/// <summary>The items of one column in one row.</summary>
/// <param name="Items">The first of them: open ones in backlog order, then finished ones, newest first.</param>
/// <param name="More">How many more there are.</param>
public sealed record StoryMapCell(ImmutableArray<StoryMapItem> Items, int More)
{
    /// <summary>All items of the cell, shown or not.</summary>
    public int Count => Items.Length + More;
}

/// <summary>One column of the map.</summary>
/// <param name="Goal">What stands in the top row; null for the items that stand under nothing.</param>
/// <param name="Feature">What stands below the goal; null for items directly under it.</param>
/// <param name="Cells">One for each row.</param>
/// <param name="Open">All its open items.</param>
/// <param name="Ready">Those of them that are ready or begun.</param>
/// <param name="Finished">Its items finished lately.</param>
public sealed record StoryMapColumn(StoryMapHead? Goal, StoryMapHead? Feature, ImmutableArray<StoryMapCell> Cells, int Open, int Ready, int Finished);

/// <summary>
/// The story map of a team: goals in backlog order, features under them, items below by release, sprint, or nearness. A goal is the topmost epic above an
/// item, a feature the nearest; where both are one there is no feature. Items that stand under nothing have the last column. Epics and sub-tasks are no items.
/// </summary>
/// <param name="Rows">What the rows are; those without an item are left out.</param>
/// <param name="Columns">Columns of one goal stand together.</param>
/// <param name="MoreColumns">Columns left out behind the last one shown.</param>
/// <param name="ItemsInMoreColumns">Items in them.</param>
/// <param name="ItemsInMoreRows">Items of the shown columns in rows that are left out.</param>
public sealed record StoryMap(ImmutableArray<StoryMapRow> Rows, ImmutableArray<StoryMapColumn> Columns, int MoreColumns, int ItemsInMoreColumns, int ItemsInMoreRows)
{
    /// <summary>The map of a team.</summary>
    /// <param name="health">The team.</param>
    /// <param name="mostColumns">Most columns under goals, 1 or more; that of items without one comes on top.</param>
    /// <param name="mostRows">Most rows, 1 or more.</param>
    /// <param name="mostInCell">Most items shown in a cell, 1 or more.</param>
    public static StoryMap Of(TeamHealth health, int mostColumns = 12, int mostRows = 8, int mostInCell = 6)
    {
        ArgumentNullException.ThrowIfNull(health);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostColumns, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostRows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostInCell, 1);
        var items = Placed(health);
        var rowOf = StoryMapRows.Of(health, [.. items.Select(i => i.Item)]);
        var columns = StoryMapColumns.Of(health, items);
        var shown = columns.Where(c => c.Goal is not null).Take(mostColumns).Concat(columns.Where(c => c.Goal is null)).ToList();
        var used = shown.SelectMany(c => c.Items).Select(i => rowOf[i.Item.Id]).Distinct().Order(StoryMapRows.Order).ToList();
        var rows = used.Take(mostRows).ToList();
        var left = columns.Except(shown).ToList();
        return new StoryMap(
            [.. rows], [.. shown.Select(c => Filled(c, rows, rowOf, mostInCell))], left.Count, left.Sum(c => c.Items.Count),
            shown.SelectMany(c => c.Items).Count(i => !rows.Contains(rowOf[i.Item.Id])));
    }

    private static List<PlacedItem> Placed(TeamHealth health)
    {
        var open = health.Open.Where(i => Counted.Is(i.Item.Kind)).Select(i => new PlacedItem(i.Item, i.ParentTitle, Shown(i), i.Ready.IsReady || i.State == WorkItemState.Started));
        var words = health.FinishedLately.ToDictionary(i => i.Id, StringComparer.Ordinal);
        var finished = health.Flow.Where(f => f.Finished is not null && Counted.Is(f.Item) && words.ContainsKey(f.Item.Id))
            .OrderByDescending(f => f.Finished).ThenBy(f => f.Item.Id, StringComparer.Ordinal)
            .Select(f => words[f.Item.Id])
            .Select(i => new PlacedItem(i, null, new StoryMapItem(i.Id, i.Key, i.Title, WorkItemState.Finished, null, null, false, i.StoryPoints), false));
        return [.. open, .. finished];
    }

    private static StoryMapItem Shown(BacklogItem item) => new(
        item.Item.Id, item.Item.Key, item.Item.Title, item.State, item.Ready.IsReady, item.Score.Slicing,
        item.Score.Findings.Any(f => f.Feeds == Score.Slicing && f.Points > 0), item.Item.StoryPoints);

    private static StoryMapColumn Filled(PlacedColumn column, List<StoryMapRow> rows, Dictionary<string, StoryMapRow> rowOf, int most)
    {
        var byRow = column.Items.ToLookup(i => rowOf[i.Item.Id], i => i.Shown);
        var open = column.Items.Where(i => i.Shown.State != WorkItemState.Finished).ToList();
        return new StoryMapColumn(
            column.Goal, column.Feature, [.. rows.Select(r => new StoryMapCell([.. byRow[r].Take(most)], Math.Max(0, byRow[r].Count() - most)))],
            open.Count, open.Count(i => i.IsReady), column.Items.Count - open.Count);
    }
}
