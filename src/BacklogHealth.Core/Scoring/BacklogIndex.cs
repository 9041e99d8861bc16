using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring;

/// <summary>
/// Light rows of a whole backlog, made in a first pass so that items can stream through the rules in a second: who states a reason, who stands
/// beside whom, which titles are nearly the same. Immutable.
/// </summary>
public sealed class BacklogIndex
{
    private const int DeepestChain = 10;
    private const double MostInCommon = 0.5;

    /// <summary>An index of nothing.</summary>
    public static readonly BacklogIndex Empty = Build([]);

    private readonly Dictionary<string, IndexRow> _rows;
    private readonly Dictionary<string, IndexRow> _byKey;
    private readonly Dictionary<string, List<IndexRow>> _children;
    private readonly LanguageWords _language;
    private readonly Dictionary<string, List<string>> _sameTitles;
    private readonly Dictionary<string, List<string>> _sameTexts;

    internal BacklogIndex(List<IndexRow> ordered, SameTitles titles, SameTexts texts, ImmutableArray<Sprint> sprints, LanguageWords language, BacklogHabits habits)
    {
        (Rows, Sprints, Habits, _language) = (ordered, sprints, habits, language);
        (_sameTitles, _sameTexts) = (titles.Compare(), texts.Compare());
        _rows = ordered.ToDictionary(r => r.Id, StringComparer.Ordinal);
        _byKey = new Dictionary<string, IndexRow>(StringComparer.OrdinalIgnoreCase);
        _children = new Dictionary<string, List<IndexRow>>(StringComparer.Ordinal);
        foreach (var row in ordered)
        {
            _byKey.TryAdd(row.Key, row);
            if (row.ParentId is { } parent)
            {
                if (!_children.TryGetValue(parent, out var siblings))
                {
                    _children[parent] = siblings = [];
                }

                siblings.Add(row);
            }
        }

        Order = new OrderOfBacklog(ordered);
        Estimates = [.. ordered.Where(r => IsSized(r.Kind) && r.StoryPoints > 0).Select(r => r.StoryPoints!.Value).Order()];
        var work = ordered.FindAll(r => r is { IsOpen: true, Kind: WorkItemKind.Story or WorkItemKind.Task });
        TiedToAnEpic = (work.Count(IsTied), work.Count);
    }

    /// <summary>All sprints, oldest first.</summary>
    public ImmutableArray<Sprint> Sprints { get; }

    /// <summary>Every item, in the order in which they were read.</summary>
    internal IReadOnlyList<IndexRow> Rows { get; }

    /// <summary>Of the open stories and tasks, those that hang below an epic or below something that the backlog does not hold, and all of them.</summary>
    internal (int Tied, int All) TiedToAnEpic { get; }

    /// <summary>What the order says.</summary>
    internal OrderOfBacklog Order { get; }

    /// <summary>The estimates of all items but epics and sub-tasks, smallest first.</summary>
    internal ImmutableArray<double> Estimates { get; }

    /// <summary>How its items are usually written.</summary>
    internal BacklogHabits Habits { get; }

    /// <summary>Reads a backlog once. An id that comes twice counts the first time.</summary>
    /// <param name="items">Open items and their parents, up to the goal; the order decides which duplicate is named first.</param>
    /// <param name="team">The team whose language they are written in, and whose workflow they follow; English and no workflow where null.</param>
    /// <param name="sprints">All sprints, oldest first; none where the team works without.</param>
    public static BacklogIndex Build(IEnumerable<WorkItem> items, TeamContext? team = null, ImmutableArray<Sprint> sprints = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        var index = new BacklogIndexBuilder(team);
        foreach (var item in items)
        {
            index.Add(item);
        }

        return index.Build(sprints);
    }

    /// <summary>True where an item's parent, or any item above it, gives a reason.</summary>
    public bool ReasonAbove(WorkItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Above(item.ParentId).Any(row => row.GivesReason);
    }

    /// <summary>The other items under the same parent, sub-tasks left out, in the order of the backlog.</summary>
    internal IEnumerable<IndexRow> Siblings(WorkItem item) =>
        item.ParentId is not null && _children.TryGetValue(item.ParentId, out var siblings)
            ? siblings.Where(s => !string.Equals(s.Id, item.Id, StringComparison.Ordinal) && s.Kind != WorkItemKind.SubTask)
            : [];

    /// <summary>True where somebody has muted findings of single items: only then can a rule turn out to be wrong too often.</summary>
    public bool IsJudged(TeamContext team)
    {
        ArgumentNullException.ThrowIfNull(team);
        return team.Mutes.Any(m => m.JudgesFindings)
            || (team.MuteLabelPrefix.Length > 0 && Rows.Any(r => r.Labels.Any(l => l.StartsWith(team.MuteLabelPrefix, StringComparison.OrdinalIgnoreCase))));
    }

    /// <summary>The share of the estimated items that are smaller than one, those of its size counted half; null where it has no estimate, or too few have one.</summary>
    public double? SizeRank(WorkItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item.StoryPoints is not { } size || Estimates.Length < SizeStart.FewestEstimates || !IsSized(item.Kind))
        {
            return null;
        }

        return (Ascending.CountBelow(Estimates.AsSpan(), size) + Ascending.CountUpTo(Estimates.AsSpan(), size)) / (2.0 * Estimates.Length);
    }

    /// <summary>The row of a key, whatever its case; null where the backlog does not hold it.</summary>
    internal IndexRow? ByKey(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>The row of an id; null where the backlog does not hold it.</summary>
    internal IndexRow? ById(string? id) => id is null ? null : _rows.GetValueOrDefault(id);

    /// <summary>The items right below one, in the order of the backlog.</summary>
    internal IReadOnlyList<IndexRow> Children(string id) => _children.TryGetValue(id, out var children) ? children : [];

    // A parent that is not there may be of another team: it counts as a goal.
    private bool IsTied(IndexRow row) => row.ParentId is not null && (ById(row.ParentId) is null || Above(row.ParentId).Any(a => a.Kind == WorkItemKind.Epic));

    /// <summary>The items above one, nearest first; those that the backlog does not hold are left out.</summary>
    internal IEnumerable<IndexRow> Above(string? parentId)
    {
        for (var (parent, depth) = (ById(parentId), 0); parent is not null && depth < DeepestChain; (parent, depth) = (ById(parent.ParentId), depth + 1))
        {
            yield return parent;
        }
    }

    /// <summary>The open items that are in a sprint now, sub-tasks left out, in the order in which they were read.</summary>
    internal List<IndexRow> InSprint(string sprintId) =>
        [.. Rows.Where(r => r.IsOpen && r.Kind != WorkItemKind.SubTask && r.SprintIds is [.., var last] && string.Equals(last, sprintId, StringComparison.Ordinal))];

    /// <summary>
    /// The other items whose descriptions say nearly the same, and whose titles have little in common, in the order of the backlog. Where the titles are
    /// alike but for a word or two, the items are a series that somebody has written on purpose.
    /// </summary>
    internal IEnumerable<IndexRow> SameText(WorkItem item)
    {
        if (!_sameTexts.TryGetValue(item.Id, out var others))
        {
            return [];
        }

        var title = TitleWords.Of(item.Title, _language);
        return others.Select(o => _rows[o]).Where(o => InCommon(title, TitleWords.Of(o.Title, _language)) < MostInCommon);
    }

    private static double InCommon(string[] a, string[] b)
    {
        var common = a.Count(w => b.Contains(w, StringComparer.Ordinal));
        return (double)common / Math.Max(1, a.Length + b.Length - common);
    }

    /// <summary>The other items whose titles say nearly the same, in the order of the backlog; three at most.</summary>
    internal ImmutableArray<IndexRow> SameTitle(WorkItem item) => _sameTitles.TryGetValue(item.Id, out var others) ? [.. others.Select(id => _rows[id])] : [];

    // An epic's points are of another kind than those of the items below it.
    private static bool IsSized(WorkItemKind kind) => kind is not (WorkItemKind.Epic or WorkItemKind.SubTask);
}
