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

    /// <summary>An index of nothing.</summary>
    public static readonly BacklogIndex Empty = Build([]);

    private readonly Dictionary<string, IndexRow> _rows;
    private readonly Dictionary<string, IndexRow> _byKey;
    private readonly Dictionary<string, List<IndexRow>> _children;
    private readonly NearDuplicates _duplicates;

    private BacklogIndex(List<IndexRow> ordered, Dictionary<string, IndexRow> rows, ImmutableArray<Sprint> sprints, LanguageWords language, BacklogHabits habits)
    {
        (Rows, _rows, Sprints, Habits) = (ordered, rows, sprints, habits);
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

        _duplicates = NearDuplicates.Among(ordered.Where(r => r.Kind != WorkItemKind.SubTask), language);
    }

    /// <summary>All sprints, oldest first.</summary>
    public ImmutableArray<Sprint> Sprints { get; }

    /// <summary>Every item, in the order in which they were read.</summary>
    internal IReadOnlyList<IndexRow> Rows { get; }

    /// <summary>How its items are usually written.</summary>
    internal BacklogHabits Habits { get; }

    /// <summary>Reads a backlog once. An id that comes twice counts the first time.</summary>
    /// <param name="items">Open items and their parents, up to the goal; the order decides which duplicate is named first.</param>
    /// <param name="team">The team whose language they are written in, and whose workflow they follow; English and no workflow where null.</param>
    /// <param name="sprints">All sprints, oldest first; none where the team works without.</param>
    public static BacklogIndex Build(IEnumerable<WorkItem> items, TeamContext? team = null, ImmutableArray<Sprint> sprints = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        team ??= new TeamContext();
        var language = LanguageWords.For(team.Language);
        var rows = new Dictionary<string, IndexRow>(StringComparer.Ordinal);
        var ordered = new List<IndexRow>();
        var habits = new BacklogHabits();
        foreach (var item in items)
        {
            var reading = new ItemReading(item, language);
            var row = IndexRow.Of(item, team.StateOf(item), item.Kind != WorkItemKind.SubTask && reading.Reason.Given);
            if (rows.TryAdd(item.Id, row))
            {
                ordered.Add(row);
                habits.Add(row, reading);
            }
        }

        return new BacklogIndex(ordered, rows, sprints.IsDefault ? [] : sprints, language, habits);
    }

    /// <summary>True where an item's parent, or any item above it, gives a reason.</summary>
    public bool ReasonAbove(WorkItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var parent = item.ParentId;
        for (var depth = 0; parent is not null && depth < DeepestChain && _rows.TryGetValue(parent, out var row); depth++)
        {
            if (row.GivesReason)
            {
                return true;
            }

            parent = row.ParentId;
        }

        return false;
    }

    /// <summary>The other items under the same parent, sub-tasks left out, in the order of the backlog.</summary>
    internal IEnumerable<IndexRow> Siblings(WorkItem item) =>
        item.ParentId is not null && _children.TryGetValue(item.ParentId, out var siblings)
            ? siblings.Where(s => !string.Equals(s.Id, item.Id, StringComparison.Ordinal) && s.Kind != WorkItemKind.SubTask)
            : [];

    /// <summary>The row of a key, whatever its case; null where the backlog does not hold it.</summary>
    internal IndexRow? ByKey(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>The row of an id; null where the backlog does not hold it.</summary>
    internal IndexRow? ById(string? id) => id is null ? null : _rows.GetValueOrDefault(id);

    /// <summary>The items right below one, in the order of the backlog.</summary>
    internal IReadOnlyList<IndexRow> Children(string id) => _children.TryGetValue(id, out var children) ? children : [];

    /// <summary>The other items whose titles say nearly the same, in the order of the backlog; three at most.</summary>
    internal ImmutableArray<IndexRow> SameTitle(WorkItem item) => [.. _duplicates.Of(item.Id).Select(id => _rows[id])];
}
