using System.Collections.Immutable;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>Breaks a story map into bands that a page can bear side by side: a goal stays in one band where it fits into one.</summary>
internal static class MapBands
{
    /// <summary>Most columns side by side, so that a title can be read on a page of 900 pixels and on paper.</summary>
    public const int Widest = 5;

    public static ImmutableArray<ImmutableArray<MapGoal>> Of(ReportContext report)
    {
        var counts = report.Numbers.WholeMap.Columns.ToLookup(c => c.Goal?.Id, StringComparer.Ordinal);
        var bands = new List<List<MapGoal>> { new() };
        var free = Widest;
        foreach (var goal in report.Numbers.Map.Columns.GroupBy(c => c.Goal?.Id, StringComparer.Ordinal).Select(g => g.ToList()))
        {
            var all = counts[goal[0].Goal?.Id].ToList();
            for (var from = 0; from < goal.Count;)
            {
                if (free == 0 || (from == 0 && goal.Count > free && goal.Count <= Widest))
                {
                    bands.Add([]);
                    free = Widest;
                }

                var columns = goal.Skip(from).Take(free).ToList();
                bands[^1].Add(new MapGoal(Head(report, goal[0].Goal, all, continued: from > 0), [.. columns.Select(c => Column(report, c, alone: all.Count == 1))]));
                from += columns.Count;
                free -= columns.Count;
            }
        }

        return [.. bands.Select(b => b.ToImmutableArray())];
    }

    // What a goal holds is counted over all its columns, shown or not.
    private static MapHead Head(ReportContext report, StoryMapHead? goal, List<StoryMapColumn> all, bool continued)
    {
        var name = goal is null ? $"Without a goal" : continued ? $"{MapInWords.Name(report, goal)} (continued)" : MapInWords.Name(report, goal);
        return new MapHead(name, MapInWords.Count(all.Sum(c => c.Open), all.Sum(c => c.Ready), all.Sum(c => c.Finished)));
    }

    private static MapColumn Column(ReportContext report, StoryMapColumn column, bool alone)
    {
        Sentence? name = column.Feature is { } feature ? MapInWords.Name(report, feature) : alone ? null : (Sentence)$"Without a feature";
        return new MapColumn(
            name is null ? null : new MapHead(name, MapInWords.Count(column.Open, column.Ready, column.Finished)),
            [.. column.Cells.Select(c => new MapCell([.. c.Items.Select(i => MapInWords.CardOf(report, i))], c.More))]);
    }
}
