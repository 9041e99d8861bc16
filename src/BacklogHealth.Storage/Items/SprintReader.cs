using System.Collections.Immutable;
using System.Data.Common;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Items;

/// <summary>Reads which items of a team were in which sprints, as compact rows.</summary>
internal static class SprintReader
{
    private const string Items = "SELECT item_no, id, created, sprint_ids FROM item WHERE team_no = @team ORDER BY created, id";

    private const string Changes =
        """
        SELECT c.item_no, c.at, c.from_id, c.to_id FROM item i JOIN item_change c ON c.item_no = i.item_no
        WHERE i.team_no = @team AND c.field = @field ORDER BY i.id, c.seq
        """;

    /// <summary>All items of a team that were ever in a sprint, ordered by creation and id.</summary>
    public static async Task<IReadOnlyList<SprintHistory>> Read(Session session, long teamNo)
    {
        var changes = (await Moves(session, teamNo)).ToLookup(m => m.ItemNo, m => (m.At, m.From, m.To));
        var rows = new List<SprintHistory>();
        var lists = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        await using var reader = await session.Stream(Items, new { team = teamNo });
        while (await reader.ReadAsync(session.Cancellation))
        {
            var now = Text(reader, 3) is { } list ? Once(lists, list) : [];
            var history = SprintHistory.Of(reader.GetString(1), Instant.Of(reader.GetInt64(2)), now, [.. changes[reader.GetInt64(0)]]);
            if (history.Entries.Any(e => e.SprintIds.Length > 0))
            {
                rows.Add(history);
            }
        }

        return rows;
    }

    private static async Task<List<(long ItemNo, DateTimeOffset At, string? From, string? To)>> Moves(Session session, long teamNo)
    {
        var moves = new List<(long, DateTimeOffset, string?, string?)>();
        await using var reader = await session.Stream(Changes, new { team = teamNo, field = FieldNames.Sprint });
        while (await reader.ReadAsync(session.Cancellation))
        {
            moves.Add((reader.GetInt64(0), Instant.Of(reader.GetInt64(1)), Text(reader, 2), Text(reader, 3)));
        }

        return moves;
    }

    // Sprints are few, and most items were in one: each list is read and held once.
    private static ImmutableArray<string> Once(Dictionary<string, ImmutableArray<string>> lists, string list) =>
        lists.TryGetValue(list, out var known) ? known : lists[list] = StoreJson.ReadList(list);

    private static string? Text(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
