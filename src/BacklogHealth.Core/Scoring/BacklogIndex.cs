using System.Collections.Frozen;
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
    public static readonly BacklogIndex Empty = new(new Dictionary<string, IndexRow>(StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal), [], NearDuplicates.None);

    private readonly FrozenDictionary<string, IndexRow> _rows;
    private readonly Dictionary<string, List<IndexRow>> _children;
    private readonly NearDuplicates _duplicates;

    private BacklogIndex(FrozenDictionary<string, IndexRow> rows, Dictionary<string, List<IndexRow>> children, NearDuplicates duplicates) =>
        (_rows, _children, _duplicates) = (rows, children, duplicates);

    /// <summary>Reads a backlog once. An id that comes twice counts the first time.</summary>
    /// <param name="items">Open items and their parents, up to the goal; the order decides which duplicate is named first.</param>
    /// <param name="team">The team whose language they are written in; English where null.</param>
    public static BacklogIndex Build(IEnumerable<WorkItem> items, TeamContext? team = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        var language = LanguageWords.For(team?.Language ?? "en");
        var rows = new Dictionary<string, IndexRow>(StringComparer.Ordinal);
        var ordered = new List<IndexRow>();
        foreach (var item in items)
        {
            var gives = item.Kind != WorkItemKind.SubTask && new ItemReading(item, language).Reason.Given;
            var row = new IndexRow(item.Id, item.Key, item.Title, item.Kind, item.ParentId, gives);
            if (rows.TryAdd(item.Id, row))
            {
                ordered.Add(row);
            }
        }

        var children = new Dictionary<string, List<IndexRow>>(StringComparer.Ordinal);
        foreach (var row in ordered.Where(r => r.ParentId is not null))
        {
            if (!children.TryGetValue(row.ParentId!, out var siblings))
            {
                children[row.ParentId!] = siblings = [];
            }

            siblings.Add(row);
        }

        return new BacklogIndex(rows.ToFrozenDictionary(StringComparer.Ordinal), children, NearDuplicates.Among(ordered.Where(r => r.Kind != WorkItemKind.SubTask), language));
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

    /// <summary>The other items whose titles say nearly the same, in the order of the backlog; three at most.</summary>
    internal ImmutableArray<IndexRow> SameTitle(WorkItem item) => [.. _duplicates.Of(item.Id).Select(id => _rows[id])];
}

/// <summary>What the index keeps of one item.</summary>
internal sealed record IndexRow(string Id, string Key, string Title, WorkItemKind Kind, string? ParentId, bool GivesReason);
