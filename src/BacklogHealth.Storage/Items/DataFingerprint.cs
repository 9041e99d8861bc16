using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Items;

/// <summary>The state of a team's data as one short name: the same items, workflow and sprints give the same name, on any machine.</summary>
internal static class DataFingerprint
{
    /// <summary>The name, 16 hexadecimal digits.</summary>
    public static async Task<string> Of(Session session, long teamNo)
    {
        using var hash = new ContentHash();
        hash.Add(await session.First<string?>("SELECT profile FROM team WHERE team_no = @teamNo", new { teamNo }));
        await using var reader = await session.Stream(
            """
            SELECT id, content, CASE WHEN removed_at IS NULL THEN 0 ELSE 1 END, CASE WHEN not_visible_since IS NULL THEN 0 ELSE 1 END
            FROM item WHERE team_no = @teamNo ORDER BY id
            """,
            new { teamNo });
        while (await reader.ReadAsync(session.Cancellation))
        {
            hash.Add(reader.GetString(0)).Add(reader.GetString(1)).Add(reader.GetInt64(2)).Add(reader.GetInt64(3));
        }

        return hash.Take(8);
    }
}
