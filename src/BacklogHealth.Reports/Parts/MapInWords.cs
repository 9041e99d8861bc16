using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>The words of a story map: its rows, its heads, its marks, and what is not in it.</summary>
internal static class MapInWords
{
    private const int LongestTitle = 90;

    /// <summary>What is shown, how many of it, and how.</summary>
    public static Sentence What(ReportContext report)
    {
        var whole = report.Numbers.WholeMap;
        var (open, finished) = (whole.Columns.Sum(c => c.Open), whole.Columns.Sum(c => c.Finished));
        var since = report.Health.Calendar.DayOf(report.Health.AsOf.AddDays(-FinishedLately.Days));
        Sentence rows = whole.Rows.FirstOrDefault(r => r.Kind is not (StoryMapRowKind.None or StoryMapRowKind.Done))?.Kind switch
        {
            StoryMapRowKind.Release => $"by release",
            StoryMapRowKind.Sprint => $"by sprint",
            _ => $"by how near they are",
        };
        Sentence items = finished == FinishedLately.Most ? $"{open:no open items|# open item|# open items}, {rows}, and the {finished} finished last"
            : finished > 0 ? $"{open:no open items|# open item|# open items}, {rows}, and {finished} finished since {since}"
            : (Sentence)$"{open:no open items|# open item|# open items}, {rows}";
        var order = whole.Columns.Count(c => c.Goal is not null) < 2 ? Sentence.None
            : report.Health.Ordered ? $"Goals stand in the order of the backlog." : (Sentence)$"Goals stand in the order in which they came.";
        return Sentence.Join($"{items:^}.", order, $"A goal is the topmost epic above an item, a feature the nearest one.");
    }

    /// <summary>What each mark means, of those that are on the map.</summary>
    public static Sentence Legend(StoryMap map)
    {
        var shown = map.Columns.SelectMany(c => c.Cells).SelectMany(c => c.Items).ToList();
        bool Has(WorkItemState state, bool? ready) => shown.Exists(i => i.State == state && (ready is null || i.Ready == ready));
        return Sentence.JoinBy(
            " · ",
            [
                Has(WorkItemState.NotStarted, true) ? $"{Ready}: nothing of the Definition of Ready is missing" : Sentence.None,
                Has(WorkItemState.NotStarted, false) ? $"{NotReady}: something of it is missing" : Sentence.None,
                Has(WorkItemState.Started, null) ? $"{Begun}: begun, not finished" : Sentence.None,
                Has(WorkItemState.Finished, null) ? $"{Done}: finished in the last four weeks" : Sentence.None,
                shown.Exists(i => i.TooLarge) ? $"{Large}: a rule finds that it could be cut" : Sentence.None,
            ]);
    }

    /// <summary>The name of a row, with its day.</summary>
    public static Sentence Row(ReportContext report, StoryMapRow row) => row switch
    {
        { Kind: StoryMapRowKind.Done } => $"Done lately",
        { Kind: StoryMapRowKind.Now } => $"Now",
        { Kind: StoryMapRowKind.Next } => $"Next",
        { Kind: StoryMapRowKind.Later } => $"Later",
        { Kind: StoryMapRowKind.Release, Day: { } day } => $"{NameOf(row)}, {day:short}",
        { Kind: StoryMapRowKind.Sprint, Day: { } day } => $"{NameOf(row)}, until {day:short}",
        { Kind: StoryMapRowKind.Release or StoryMapRowKind.Sprint } => NameOf(row),
        _ => report.Numbers.WholeMap.Rows.Any(r => r.Kind == StoryMapRowKind.Release) ? $"In no release" : (Sentence)$"In no open sprint",
    };

    /// <summary>The name that the tracker has for a release or a sprint.</summary>
    public static Sentence NameOf(StoryMapRow row) => Sentence.Data(Say.Short(row.Name ?? "", 40));

    /// <summary>A goal or feature with its key; where it has none of its own, by its title alone.</summary>
    public static Sentence Name(ReportContext report, StoryMapHead head) => head.Key is { } key && key != head.Title
        ? $"{report.Key(key)} {Say.Short(head.Title, LongestTitle)}"
        : head.Key is { } only ? report.Key(only) : Sentence.Data(Say.Short(head.Title, LongestTitle));

    /// <summary>"3 of 7 ready or begun, 2 finished".</summary>
    public static Sentence Count(int open, int ready, int finished) => (open, finished) switch
    {
        (0, 0) => $"not cut into items yet",
        (0, _) => $"{finished} finished, nothing open",
        (_, 0) => $"{ready} of {open} ready or begun",
        _ => $"{ready} of {open} ready or begun, {finished} finished",
    };

    /// <summary>One item.</summary>
    public static Card CardOf(ReportContext report, StoryMapItem item) => new(
        StateOf(item), report.Key(item.Key), Sentence.Data(Say.Short(item.Title, LongestTitle)), item.TooLarge ? (Sentence)Large : Sentence.None);

    /// <summary>What is not on the map, in numbers.</summary>
    public static IEnumerable<Sentence> LeftOut(ReportContext report)
    {
        var map = report.Numbers.Map;
        if (map.MoreColumns > 0)
        {
            yield return map.ItemsInMoreColumns == 0
                ? (Sentence)$"{map.MoreColumns:# more goal or feature, with no item, comes|# more goals and features, with no item, come} after these and {map.MoreColumns:is|are} left out."
                : $"{map.MoreColumns:# more goal or feature|# more goals and features} with {map.ItemsInMoreColumns:# item|# items} {map.MoreColumns:comes|come} after these and {map.MoreColumns:is|are} left out.";
        }

        if (map.ItemsInMoreRows > 0)
        {
            yield return $"{map.ItemsInMoreRows:# item|# items} of what is shown {map.ItemsInMoreRows:stands|stand} in rows after the last one and {map.ItemsInMoreRows:is|are} left out.";
        }

        var parts = report.Health.Open.Count(i => i.Item.Kind == WorkItemKind.SubTask);
        if (parts > 0)
        {
            yield return $"{parts:# open sub-task is|# open sub-tasks are} left out, as parts of the items that are shown or counted.";
        }
    }

    private static Marked StateOf(StoryMapItem item) => item switch
    {
        { State: WorkItemState.Finished } => Done,
        { State: WorkItemState.Started } => Begun,
        { Ready: true } => Ready,
        _ => NotReady,
    };

    private static Marked Ready => new($"● ready", Emphasis.Keep);

    private static Marked NotReady => new($"▼ not ready", Emphasis.Act);

    private static Marked Begun => new($"◆ in progress", Emphasis.Watch);

    private static Marked Done => new($"✓ done", Emphasis.Keep);

    private static Marked Large => new($"▣ too large", Emphasis.Watch);
}
