using System.Globalization;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Sql;
using BacklogHealth.Storage.Teams;

namespace BacklogHealth.Storage.Items;

/// <summary>Finds the numbers of the items that a reading gives, ordered by creation and id, without touching their texts.</summary>
internal static class ItemChooser
{
    /// <summary>The parent of item i at an instant: what the first later change of it replaced, else what it is now.</summary>
    private const string ParentThen =
        """
        CASE WHEN EXISTS (SELECT 1 FROM item_change c WHERE c.item_no = i.item_no AND c.field = 'parent' AND c.at >= @at)
             THEN (SELECT c.from_id FROM item_change c WHERE c.item_no = i.item_no AND c.field = 'parent' AND c.at >= @at ORDER BY c.seq LIMIT 1)
             ELSE i.parent_id END
        """;

    private const string ThereThen = "i.created < @at AND (i.removed_at IS NULL OR i.removed_at >= @at) AND (i.not_visible_since IS NULL OR i.not_visible_since >= @at)";

    private const string ThereNow = "i.removed_at IS NULL AND i.not_visible_since IS NULL";

    private const string StateThen = "(SELECT s.state_no FROM item_state s WHERE s.item_no = i.item_no AND s.at < @at ORDER BY s.seq DESC LIMIT 1)";

    /// <summary>The numbers of the items chosen at some instants: of all of them, and of each.</summary>
    public static async Task<(IReadOnlyList<long> All, IReadOnlyList<IReadOnlySet<long>> Each)> Choose(
        Session session, long teamNo, IReadOnlyList<DateTimeOffset?> instants, ItemChoice choice, Workflow? workflow)
    {
        var each = new List<IReadOnlyList<long>>();
        foreach (var instant in instants)
        {
            each.Add(await Choose(session, teamNo, instant, choice, workflow));
        }

        var all = each.Count == 1 ? each[0] : await session.Query<long>(
            $"SELECT item_no FROM item WHERE item_no {session.InNumbers("items")} ORDER BY created, id", new { items = Session.List(each.SelectMany(n => n).Distinct()) });
        return (all, [.. each.Select(n => n.ToHashSet())]);
    }

    private static async Task<IReadOnlyList<long>> Choose(Session session, long teamNo, DateTimeOffset? asOf, ItemChoice choice, Workflow? workflow)
    {
        var there = asOf is null ? ThereNow : ThereThen;
        var sql = choice switch
        {
            ItemChoice.All => asOf is null
                ? "SELECT i.item_no FROM item i WHERE i.team_no = @team ORDER BY i.created, i.id"
                : $"SELECT i.item_no FROM item i WHERE i.team_no = @team AND {there} ORDER BY i.created, i.id",
            ItemChoice.Open =>
                $"SELECT i.item_no FROM item i WHERE i.team_no = @team AND {there} AND {await NotFinished(session, teamNo, asOf, workflow)} ORDER BY i.created, i.id",
            _ =>
                $"""
                WITH RECURSIVE chosen (item_no) AS (
                    SELECT i.item_no FROM item i WHERE i.team_no = @team AND {there} AND {await NotFinished(session, teamNo, asOf, workflow)}
                    UNION
                    SELECT p.item_no FROM chosen JOIN item i ON i.item_no = chosen.item_no
                    JOIN item p ON p.team_no = @team AND p.id = {(asOf is null ? "i.parent_id" : ParentThen)})
                SELECT i.item_no FROM chosen JOIN item i ON i.item_no = chosen.item_no WHERE {there} ORDER BY i.created, i.id
                """,
        };
        return await session.Query<long>(sql, new { team = teamNo, at = asOf?.UtcTicks ?? 0 });
    }

    private static async Task<string> NotFinished(Session session, long teamNo, DateTimeOffset? asOf, Workflow? workflow)
    {
        workflow ??= (await TeamTable.Profile(session, teamNo)).Workflow;
        var states = await StateTable.Of(session, teamNo);
        var finished = states.Words.Where(s => workflow.Find(s.Value.Id, s.Value.Name) == WorkItemState.Finished)
            .Select(s => s.Key).Order().Select(n => n.ToString(CultureInfo.InvariantCulture)).ToList();

        // An empty list is no condition on every engine.
        return finished.Count == 0 ? "1 = 1" : $"{(asOf is null ? "i.state_no" : StateThen)} NOT IN ({string.Join(", ", finished)})";
    }
}
