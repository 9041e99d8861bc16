using BacklogHealth.Storage.Models;
using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Items;

/// <summary>The state of a team's data as one short name: the same items, workflow, sprints and models give the same name, on any machine.</summary>
internal static class DataFingerprint
{
    /// <summary>The name, 16 hexadecimal digits.</summary>
    public static async Task<string> Of(Session session, long teamNo)
    {
        using var hash = new ContentHash();
        hash.Add(await session.First<string?>("SELECT profile FROM team WHERE team_no = @teamNo", new { teamNo }));
        await AddItems(session, teamNo, hash);

        // A verdict alone changes no number. Without a model the name is the one it was before there were models.
        foreach (var model in (await ModelTable.Of(session, teamNo)).Where(m => m.Coefficients is not null))
        {
            // No item begins with nothing, so no model can be taken for one.
            hash.Add((string?)null).Add(model.Target).Add(model.Coefficients);
        }

        return hash.Take(8);
    }

    private static async Task AddItems(Session session, long teamNo, ContentHash hash)
    {
        await using var row = await session.Rows(
            """
            SELECT id, content, CASE WHEN removed_at IS NULL THEN 0 ELSE 1 END, CASE WHEN not_visible_since IS NULL THEN 0 ELSE 1 END
            FROM item WHERE team_no = @teamNo ORDER BY id
            """,
            new { teamNo });
        while (await row.Next())
        {
            hash.Add(row.Text(0)).Add(row.Text(1)).Add(row.Number(2)).Add(row.Number(3));
        }
    }
}
