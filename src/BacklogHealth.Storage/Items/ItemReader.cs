using System.Globalization;
using System.Runtime.CompilerServices;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Sql;
using BacklogHealth.Storage.Teams;

namespace BacklogHealth.Storage.Items;

/// <summary>Reads whole items, a few hundred at a time, all from one state of the database.</summary>
internal static class ItemReader
{
    /// <summary>Items that are read at once.</summary>
    public const int BatchSize = 250;

    /// <summary>Streams the chosen items as they stood at an instant, or as they are stored.</summary>
    public static async IAsyncEnumerable<PastItem> Stream(
        Database database, string team, DateTimeOffset? asOf, ItemChoice choice, Workflow? workflow, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var items = await ChosenItems.Of(database, team, [asOf], choice, workflow, cancellation);
        await foreach (var batch in items.Batches(HistoryDetail.Whole, cancellation))
        {
            foreach (var item in batch[0])
            {
                yield return item;
            }
        }
    }

    /// <summary>Streams the items of some ids as they are stored, ordered by creation and id.</summary>
    public static async IAsyncEnumerable<WorkItem> StreamOf(Database database, string team, IEnumerable<string> ids, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var reading = await database.BeginReading(cancellation);
        var numbers = await reading.Read(async session => await session.Query<long>(
            $"SELECT item_no FROM item WHERE team_no = @team AND id {session.In("ids")} ORDER BY created, id",
            new { team = await TeamTable.NumberOf(session, team), ids = Session.List(ids.Select(CleanText.Of)) }));
        foreach (var batch in numbers.Chunk(BatchSize))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var item in await reading.Read(session => Read(session, batch)))
            {
                yield return item;
            }
        }
    }

    /// <summary>The items of some numbers, ordered by creation and id.</summary>
    public static async Task<IReadOnlyList<WorkItem>> Read(Session session, IReadOnlyList<long> numbers) => [.. (await ReadNumbered(session, numbers, DateTimeOffset.MinValue)).Select(r => r.Item)];

    /// <summary>The same with their numbers; changes before an instant come without their values.</summary>
    public static async Task<IReadOnlyList<NumberedItem>> ReadNumbered(Session session, IReadOnlyList<long> numbers, DateTimeOffset valuesFrom)
    {
        var list = string.Join(", ", numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)));
        var changes = await ItemPartsReader.Changes(session, list, valuesFrom);
        var comments = await ItemPartsReader.Comments(session, list);
        var rows = await session.Query<ItemRow>($"{ItemRow.Select} WHERE i.item_no IN ({list}) ORDER BY i.created, i.id");
        return [.. rows.Select(row => new NumberedItem(row.ItemNo, row.ToItem(changes.GetValueOrDefault(row.ItemNo, []), comments.GetValueOrDefault(row.ItemNo, []))))];
    }

    /// <summary>The item of a key, current or, where no item has it now, one it had before; null where there is none.</summary>
    public static async Task<FoundItem?> Find(Session session, string key, string? team)
    {
        foreach (var candidate in (string[])[key, key.ToUpperInvariant()])
        {
            var values = new { key = candidate, team };
            var found = await session.First<Found>(
                    "SELECT i.item_no, t.name AS team FROM item i JOIN team t ON t.team_no = i.team_no WHERE i.key = @key AND (@team IS NULL OR t.name = @team) ORDER BY t.name LIMIT 1",
                    values)
                ?? await session.First<Found>(
                    """
                    SELECT i.item_no, t.name AS team FROM item_key k JOIN item i ON i.item_no = k.item_no JOIN team t ON t.team_no = i.team_no
                    WHERE k.key = @key AND (@team IS NULL OR t.name = @team) ORDER BY t.name, i.item_no LIMIT 1
                    """,
                    values);
            if (found is not null)
            {
                return new FoundItem(found.Team, (await Read(session, [found.ItemNo]))[0]);
            }
        }

        return null;
    }

    /// <summary>Ids of the items below which other teams of the same connection have items that are there.</summary>
    public static async Task<IReadOnlySet<string>> ParentsElsewhere(Session session, long team) =>
        (await session.Query<string>(
            """
            SELECT DISTINCT other.parent_id FROM team own
            JOIN team t ON t.connection = own.connection AND t.team_no <> own.team_no
            JOIN item other ON other.team_no = t.team_no AND other.parent_id IS NOT NULL AND other.removed_at IS NULL
            WHERE own.team_no = @team AND own.connection <> ''
            """,
            new { team })).ToHashSet(StringComparer.Ordinal);

    /// <summary>Keys of stored items by their ids.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> Keys(Session session, string team, IEnumerable<string> ids) =>
        (await session.Query<KeyRow>(
            $"SELECT id, key FROM item WHERE team_no = @team AND id {session.In("ids")}",
            new { team = await TeamTable.NumberOf(session, team), ids = Session.List(ids.Select(CleanText.Of)) }))
        .ToDictionary(r => r.Id, r => r.Key, StringComparer.Ordinal);

    private sealed class KeyRow
    {
        public string Id { get; init; } = "";

        public string Key { get; init; } = "";
    }

    private sealed class Found
    {
        public long ItemNo { get; init; }

        public string Team { get; init; } = "";
    }
}

/// <summary>An item with the number that its row has.</summary>
internal sealed record NumberedItem(long Number, WorkItem Item);
