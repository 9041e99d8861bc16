using System.Collections.Immutable;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Items;

/// <summary>Reads the history of a whole team as compact rows: states first, then the items that they belong to; no text, repeated words held once.</summary>
internal static class HistoryReader
{
    private const string Items =
        """
        SELECT item_no, id, key, kind, parent_id, story_points, created, removed_at, not_visible_since, resolution, history_complete, states_fit
        FROM item WHERE team_no = @team
        """;

    // In the order in which an index has the items: all states would have to be sorted else.
    private const string States =
        "SELECT s.item_no, s.at, s.state_no, s.reset FROM item i JOIN item_state s ON s.item_no = i.item_no WHERE i.team_no = @team ORDER BY i.id, s.seq";

    /// <summary>All items of a team, ordered by creation and id.</summary>
    public static async Task<IReadOnlyList<ItemHistory>> Read(Session session, long teamNo)
    {
        var states = await StatesByItem(session, teamNo);
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        var discarded = new Dictionary<string, bool>(StringComparer.Ordinal);
        var rows = new List<ItemHistory>();
        await using var row = await session.Rows(Items, new { team = teamNo });
        while (await row.Next())
        {
            var resolution = row.TextOrNull(9);
            rows.Add(new ItemHistory(
                row.Text(1),
                row.Text(2),
                (WorkItemKind)row.Number(3),
                row.TextOrNull(4) is { } parent ? Once(words, parent) : null,
                row.FractionOrNull(5),
                Instant.Of(row.Number(6)),
                ItemHistories.GoneSince(Instant.OrNull(row.NumberOrNull(7)), Instant.OrNull(row.NumberOrNull(8))),
                states[row.Number(0)],
                resolution is not null && IsDiscarded(discarded, resolution),
                row.Number(10) == 1 && row.Number(11) == 1));
        }

        rows.Sort(static (a, b) => a.Created != b.Created ? a.Created.CompareTo(b.Created) : string.CompareOrdinal(a.Id, b.Id));
        return rows;
    }

    private static async Task<Dictionary<long, ImmutableArray<StateEntry>>> StatesByItem(Session session, long teamNo)
    {
        var names = (await StateTable.Of(session, teamNo)).Words;
        return await ItemPartsReader.Each(
            session,
            States,
            row =>
            {
                var (id, name) = names[row.Number(2)];
                return new StateEntry(Instant.Of(row.Number(1)), id, name, row.Number(3) == 1);
            },
            new { team = teamNo });
    }

    private static string Once(Dictionary<string, string> words, string word) => words.TryGetValue(word, out var kept) ? kept : words[word] = word;

    private static bool IsDiscarded(Dictionary<string, bool> known, string resolution) =>
        known.TryGetValue(resolution, out var answer) ? answer : known[resolution] = Resolutions.MeanDiscarded(resolution);
}
