using System.Collections.Immutable;
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
        var changes = await ItemPartsReader.Each(
            session, Changes, row => new SprintChange(Instant.Of(row.Number(1)), row.TextOrNull(2), row.TextOrNull(3)), new { team = teamNo, field = FieldNames.Sprint });
        var rows = new List<SprintHistory>();
        var lists = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        await using var row = await session.Rows(Items, new { team = teamNo });
        while (await row.Next())
        {
            var now = row.TextOrNull(3) is { } list ? Once(lists, list) : [];
            var history = SprintHistory.Of(row.Text(1), Instant.Of(row.Number(2)), now, changes.GetValueOrDefault(row.Number(0), []));
            if (history.Entries.Any(e => e.SprintIds.Length > 0))
            {
                rows.Add(history);
            }
        }

        return rows;
    }

    // Sprints are few, and most items were in one: each list is read and held once.
    private static ImmutableArray<string> Once(Dictionary<string, ImmutableArray<string>> lists, string list) =>
        lists.TryGetValue(list, out var known) ? known : lists[list] = StoreJson.ReadList(list);
}
