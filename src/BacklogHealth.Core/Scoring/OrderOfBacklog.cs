using System.Collections.Immutable;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring;

/// <summary>What the tracker's order says of the open items. Immutable.</summary>
internal sealed class OrderOfBacklog
{
    /// <summary>How many items count as the top: about what the next two sprints take.</summary>
    public const int Top = 20;

    private const int FirstFewEpics = 3;

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly HashSet<string> _epics;

    public OrderOfBacklog(IReadOnlyList<IndexRow> rows)
    {
        Next = [.. rows.Where(r => IsNext(r) && r.Rank is not null).OrderBy(r => r.Rank, StringComparer.Ordinal).ThenBy(r => r.Created).ThenBy(r => r.Id, StringComparer.Ordinal)];
        Unranked = rows.Count(r => IsNext(r) && r.Rank is null);
        foreach (var row in Next.Take(Top))
        {
            _places[row.Id] = _places.Count + 1;
        }

        _epics = [.. rows.Where(r => r is { IsOpen: true, Kind: WorkItemKind.Epic, Rank: not null }).OrderBy(r => r.Rank, StringComparer.Ordinal).ThenBy(r => r.Id, StringComparer.Ordinal).Take(FirstFewEpics).Select(r => r.Id)];
    }

    /// <summary>The items that are not started and have a rank, epics and sub-tasks left out, the next one first.</summary>
    public ImmutableArray<IndexRow> Next { get; }

    /// <summary>How many more are not started and have no rank.</summary>
    public int Unranked { get; }

    /// <summary>An item's place from 1, where it is at the top; else null.</summary>
    public int? PlaceAtTop(string id) => _places.TryGetValue(id, out var place) ? place : null;

    /// <summary>True for the first few open epics.</summary>
    public bool IsFirstEpic(string id) => _epics.Contains(id);

    private static bool IsNext(IndexRow row) => row is { IsOpen: true, State: WorkItemState.NotStarted, Kind: not (WorkItemKind.Epic or WorkItemKind.SubTask) };
}
