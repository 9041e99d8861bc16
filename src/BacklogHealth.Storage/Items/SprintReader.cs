using System.Collections.Immutable;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Items;

/// <summary>Reads which items of a team were in which sprints, as compact rows.</summary>
internal static class SprintReader
{
    private const string Items = "SELECT item_no, id, created, sprint_ids FROM item WHERE team_no = @team ORDER BY created, id";

    /// <summary>Asks for the moves between sprints: by the item's number, those of each as they happened, once the pass is over.</summary>
    public static Dictionary<long, List<SprintChange>> Moves(ChangePass pass)
    {
        var moves = new Dictionary<long, List<SprintChange>>();
        pass.Take([FieldNames.Sprint], "c.field = @sprint", new Dictionary<string, object> { ["sprint"] = FieldNames.Sprint }, row =>
        {
            var item = row.Number(ChangePass.ItemNo);
            if (!moves.TryGetValue(item, out var own))
            {
                moves.Add(item, own = []);
            }

            own.Add(new SprintChange(Instant.Of(row.Number(ChangePass.At)), row.TextOrNull(ChangePass.FromId), row.TextOrNull(ChangePass.ToId)));
        });
        return moves;
    }

    /// <summary>All items of a team that were ever in a sprint, ordered by creation and id.</summary>
    /// <param name="session">The session.</param>
    /// <param name="teamNo">The team.</param>
    /// <param name="moves">What <see cref="Moves"/> has found.</param>
    public static async Task<IReadOnlyList<SprintHistory>> Read(Session session, long teamNo, IReadOnlyDictionary<long, List<SprintChange>> moves)
    {
        var rows = new List<SprintHistory>();
        var lists = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        await using var row = await session.Rows(Items, new { team = teamNo });
        while (await row.Next())
        {
            var now = row.TextOrNull(3) is { } list ? Once(lists, list) : [];
            var history = SprintHistory.Of(row.Text(1), Instant.Of(row.Number(2)), now, moves.TryGetValue(row.Number(0), out var own) ? own : []);
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
