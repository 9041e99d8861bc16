using System.Globalization;
using System.Runtime.CompilerServices;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Sql;
using BacklogHealth.Storage.Teams;

namespace BacklogHealth.Storage.Items;

/// <summary>Reads whole items, a few hundred at a time, all from one state of the database.</summary>
internal static class ItemReader
{
    private const int BatchSize = 250;

    /// <summary>Streams the chosen items as they stood at an instant, or as they are stored.</summary>
    public static async IAsyncEnumerable<PastItem> Stream(
        Database database, string team, DateTimeOffset? asOf, ItemChoice choice, Workflow? workflow, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var reading = await database.BeginReading(cancellation);
        var numbers = await reading.Read(async session =>
            await ItemChooser.Choose(session, await TeamTable.NumberOf(session, team), asOf, choice, workflow));
        for (var first = 0; first < numbers.Count; first += BatchSize)
        {
            cancellation.ThrowIfCancellationRequested();
            var batch = numbers.Skip(first).Take(BatchSize).ToList();
            foreach (var item in await reading.Read(session => Read(session, batch)))
            {
                if (asOf is not { } at)
                {
                    yield return new PastItem(item, []);
                }
                else if (PastState.Rebuild(item, at) is { } past)
                {
                    yield return past;
                }
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
    public static async Task<IReadOnlyList<WorkItem>> Read(Session session, IReadOnlyList<long> numbers)
    {
        var list = string.Join(", ", numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)));
        var rows = await session.Query<ItemRow>($"{ItemRow.Select} WHERE i.item_no IN ({list}) ORDER BY i.created, i.id");
        var changes = (await session.Query<ChangeRow>($"SELECT * FROM item_change WHERE item_no IN ({list}) ORDER BY item_no, seq")).ToLookup(c => c.ItemNo, c => c.ToChange());
        var comments = (await session.Query<CommentRow>($"SELECT * FROM item_comment WHERE item_no IN ({list}) ORDER BY item_no, seq")).ToLookup(c => c.ItemNo, c => c.ToComment());
        return [.. rows.Select(row => row.ToItem([.. changes[row.ItemNo]], [.. comments[row.ItemNo]]))];
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
