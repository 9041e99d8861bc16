using System.Text.Json;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Sql;
using BacklogHealth.Storage.Teams;

namespace BacklogHealth.Storage.Items;

/// <summary>Stores the items of files, all of them or none.</summary>
internal static class FileImport
{
    private const int PageSize = 200;

    /// <summary>Stores the items of a team.</summary>
    public static async Task<ImportResult> Run(Session session, string team, TrackerProfile profile, IEnumerable<WorkItem> items, bool replace, DateTimeOffset now, Func<int>? badRows)
    {
        var teamNo = await TeamTable.NumberOf(session, team);
        await TeamTable.SaveProfile(session, teamNo, profile);
        var outcomes = new Dictionary<string, Written>(StringComparer.Ordinal);
        var incomplete = new HashSet<string>(StringComparer.Ordinal);
        var writer = await ItemWriter.For(session, teamNo);
        foreach (var page in items.Chunk(PageSize))
        {
            session.Cancellation.ThrowIfCancellationRequested();
            foreach (var (id, written) in await writer.Write([.. page.Select(i => new ItemToWrite(i, i.Stamp))]))
            {
                outcomes[id] = outcomes.TryGetValue(id, out var before) && before == Written.Created ? before : written.Outcome;
            }

            foreach (var item in page)
            {
                _ = item.HistoryComplete ? incomplete.Remove(CleanText.Of(item.Id)) : incomplete.Add(CleanText.Of(item.Id));
            }
        }

        var removed = replace ? await RemoveOthers(session, teamNo, outcomes.Keys) : 0;
        var result = new ImportResult(
            outcomes.Count, outcomes.Values.Count(o => o == Written.Created), outcomes.Values.Count(o => o == Written.Updated), removed, incomplete.Count, now, badRows?.Invoke() ?? 0);
        await session.Run(
            "UPDATE team SET last_import = @json WHERE team_no = @teamNo", new { json = JsonSerializer.Serialize(result, StoreJson.Default.ImportResult), teamNo });
        return result;
    }

    /// <summary>The last import; null where there was none.</summary>
    public static async Task<ImportResult?> Last(Session session, string team)
    {
        var teamNo = await TeamTable.NumberOf(session, team);
        var json = await session.First<string?>("SELECT last_import FROM team WHERE team_no = @teamNo", new { teamNo });
        return json is null ? null : JsonSerializer.Deserialize(json, StoreJson.Default.ImportResult);
    }

    private static async Task<int> RemoveOthers(Session session, long teamNo, IReadOnlyCollection<string> kept)
    {
        var stored = await session.Query<Row>("SELECT item_no, id FROM item WHERE team_no = @teamNo ORDER BY item_no", new { teamNo });
        var keep = kept.ToHashSet(StringComparer.Ordinal);
        var others = stored.Where(r => !keep.Contains(r.Id)).Select(r => r.ItemNo).ToList();
        await ItemParts.Clear(session, others);
        foreach (var table in (string[])["payload", "item"])
        {
            await session.Run($"DELETE FROM {table} WHERE item_no {session.InNumbers("items")}", new { items = Session.List(others) });
        }

        return others.Count;
    }

    private sealed class Row
    {
        public long ItemNo { get; init; }

        public string Id { get; init; } = "";
    }
}
