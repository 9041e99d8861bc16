using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Reports.Parts;

/// <summary>What the map shows, in one sentence: how many goals have something ready for what comes next. It counts all goals, shown or not.</summary>
internal static class MapFinding
{
    public static Sentence Of(ReportContext report)
    {
        var whole = report.Numbers.WholeMap;
        var goals = whole.Columns.Where(c => c.Goal is not null).GroupBy(c => c.Goal!.Id, StringComparer.Ordinal).ToList();
        var open = whole.Columns.Sum(c => c.Open);
        if (goals.Count == 0)
        {
            return open == 0 ? (Sentence)$"Nothing is open, and what was finished stood under no goal" : $"{open:The one open item stands|None of the # open items stands} under a goal";
        }

        if (open == 0)
        {
            return $"Nothing is open below {goals.Count:the one goal|any of # goals}";
        }

        var place = Next(report, whole);
        var with = goals.Count(g => g.Any(c => place is { } row ? HasReady(c.Cells[row]) : c.Ready > 0));
        return place is { } next ? For(whole.Rows[next], with, goals.Count)
            : (with, goals.Count) switch
            {
                (0, 1) => $"The one goal has nothing that is ready or begun",
                (1, 1) => $"The one goal has something ready or begun",
                (0, var all) => $"None of {all} goals has anything that is ready or begun",
                var (some, all) => $"{some} of {all} goals {some:has|have} something ready or begun",
            };
    }

    private static Sentence For(StoryMapRow row, int with, int goals) => (row.Kind, with, goals) switch
    {
        (StoryMapRowKind.Next, 0, 1) => $"The one goal has nothing ready among the next items",
        (StoryMapRowKind.Next, 1, 1) => $"The one goal has something ready among the next items",
        (StoryMapRowKind.Next, 0, var all) => $"None of {all} goals has anything ready among the next items",
        (StoryMapRowKind.Next, var some, var all) => $"{some} of {all} goals {some:has|have} something ready among the next items",
        (_, 0, 1) => $"The one goal has nothing ready or begun for {MapInWords.NameOf(row)}",
        (_, 1, 1) => $"The one goal has something ready or begun for {MapInWords.NameOf(row)}",
        (_, 0, var all) => $"None of {all} goals has anything ready or begun for {MapInWords.NameOf(row)}",
        var (_, some, all) => $"{some} of {all} goals {some:has|have} something ready or begun for {MapInWords.NameOf(row)}",
    };

    /// <summary>The row that comes next: the items to be pulled, the sprint that is first to begin, else the one that runs, or the first release still to come; null where there is none.</summary>
    private static int? Next(ReportContext report, StoryMap map)
    {
        var rows = map.Rows.Index().ToList();
        var begin = report.Health.Sprints.Where(s => s.Start > report.Health.AsOf).Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        var gone = report.Health.Releases.Where(r => r.Released).Select(r => r.Name).ToHashSet(StringComparer.Ordinal);
        return rows.Where(r => r.Item.Kind == StoryMapRowKind.Next || (r.Item.Kind == StoryMapRowKind.Sprint && begin.Contains(r.Item.Name!)))
            .Concat(rows.Where(r => r.Item.Kind == StoryMapRowKind.Sprint && HasOpen(map, r.Index)))
            .Concat(rows.Where(r => r.Item.Kind == StoryMapRowKind.Release && !gone.Contains(r.Item.Name!) && HasOpen(map, r.Index)))
            .Select(r => (int?)r.Index).FirstOrDefault();
    }

    private static bool HasOpen(StoryMap map, int row) => map.Columns.Any(c => c.Cells[row].Items.Any(i => i.State != WorkItemState.Finished));

    private static bool HasReady(StoryMapCell cell) => cell.Items.Any(i => i.State != WorkItemState.Finished && (i.Ready == true || i.State == WorkItemState.Started));
}
