using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Items;
using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Pulls;

/// <summary>Reads stored items again from what was sent for them, after the mapping changed: no request is needed.</summary>
internal static class Rereading
{
    private const int BatchSize = 200;

    /// <summary>Reads every item again that was read under another mapping, a batch at a time, so that it can be stopped and goes on where it stood.</summary>
    public static async Task<RereadResult> Run(Database database, PullRun run, Func<ItemPayload, WorkItem?> read, CancellationToken cancellation)
    {
        if (!await database.Read(s => IsNeeded(s, run), cancellation))
        {
            return new RereadResult(0, 0);
        }

        var (count, toFetch) = (0, 0);
        for (var last = 0L; await database.Read(s => Next(s, run, last), cancellation) is { Count: > 0 } batch; last = batch[^1].ItemNo)
        {
            // Reading takes long and holds nothing: the database is free meanwhile.
            var items = batch.Select(row => (Row: row, Item: Read(row, read))).ToList();
            await database.Write(run.Team, s => Save(s, run, items), cancellation);
            count += items.Count(i => i.Item is not null);
            toFetch += items.Count(i => i.Item is null && i.Row.RemovedAt is null);
        }

        await database.Write(
            run.Team,
            async s =>
            {
                var pull = await PullTable.Open(s, run);
                await s.Run("UPDATE team SET read_as = @ReadAs WHERE team_no = @TeamNo", new { pull.ReadAs, pull.TeamNo });
            },
            cancellation);
        return new RereadResult(count, toFetch);
    }

    private static async Task<bool> IsNeeded(Session session, PullRun run)
    {
        var pull = await PullTable.Open(session, run);
        return await session.First<long?>("SELECT read_as FROM team WHERE team_no = @TeamNo", new { pull.TeamNo }) != pull.ReadAs;
    }

    private static async Task<IReadOnlyList<Row>> Next(Session session, PullRun run, long last)
    {
        var pull = await PullTable.Open(session, run);
        return await session.Query<Row>(
            """
            SELECT i.item_no, i.id, i.stamp, i.missing_since, i.removed_at, i.not_visible_since, p.json
            FROM item i LEFT JOIN payload p ON p.item_no = i.item_no
            WHERE i.item_no > @last AND i.team_no = @TeamNo AND (i.read_as IS NULL OR i.read_as <> @ReadAs) ORDER BY i.item_no LIMIT @BatchSize
            """,
            new { last, pull.TeamNo, pull.ReadAs, BatchSize });
    }

    private static WorkItem? Read(Row row, Func<ItemPayload, WorkItem?> read) =>
        row.Json is not null && read(new ItemPayload(row.Id, PayloadTable.Unpack(row.Json))) is { } item && CleanText.Of(item.Id) == row.Id
            ? item with { RemovedAt = Instant.OrNull(row.RemovedAt), NotVisibleSince = Instant.OrNull(row.NotVisibleSince) }
            : null;

    private static async Task Save(Session session, PullRun run, IReadOnlyList<(Row Row, WorkItem? Item)> items)
    {
        var pull = await PullTable.Open(session, run);
        var writer = await ItemWriter.For(session, pull.TeamNo, pull.ReadAs);
        await writer.Write([.. items.Where(i => i.Item is not null).Select(i => new ItemToWrite(i.Item!, i.Row.Stamp, i.Row.MissingSince))]);
        await session.Run(
            $"UPDATE item SET stamp = NULL WHERE item_no {session.InNumbers("items")}",
            new { items = Session.List(items.Where(i => i.Item is null).Select(i => i.Row.ItemNo)) });
    }

    private sealed class Row
    {
        public long ItemNo { get; init; }

        public string Id { get; init; } = "";

        public string? Stamp { get; init; }

        public long? MissingSince { get; init; }

        public long? RemovedAt { get; init; }

        public long? NotVisibleSince { get; init; }

        public byte[]? Json { get; init; }
    }
}
