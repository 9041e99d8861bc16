using System.Collections.Immutable;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Items;

/// <summary>What became of an item that was written.</summary>
internal enum Written
{
    /// <summary>It was not there before.</summary>
    Created = 1,

    /// <summary>It was there and says something else now.</summary>
    Updated = 2,

    /// <summary>It was there and says the same.</summary>
    Unchanged = 3,
}

/// <summary>An item on its way into the store, with what the store itself knows of it.</summary>
/// <param name="Item">The item.</param>
/// <param name="Stamp">The stamp a listing is compared with; null to have it fetched at the next pull.</param>
/// <param name="MissingSince">Since when complete listings lack it, in ticks; null where they do not.</param>
internal sealed record ItemToWrite(WorkItem Item, string? Stamp, long? MissingSince = null);

/// <summary>Where an item was written and what became of it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Outcome">What became of it.</param>
internal readonly record struct WrittenItem(long Number, Written Outcome);

/// <summary>
/// Writes items with all their parts into a team, a page at a time. Writing the same item twice changes nothing. A page costs a handful of
/// statements and one pass over each table, however many changes its items have.
/// </summary>
internal sealed class ItemWriter
{
    private static readonly string[] Standing = ["stamp", "read_as", "missing_since", "removed_at", "not_visible_since"];

    private readonly Session _session;
    private readonly long _teamNo;
    private readonly long? _readAs;
    private readonly StateTable _states;

    private ItemWriter(Session session, long teamNo, long? readAs, StateTable states) => (_session, _teamNo, _readAs, _states) = (session, teamNo, readAs, states);

    /// <summary>A writer for one team.</summary>
    /// <param name="session">Where to write.</param>
    /// <param name="teamNo">The team.</param>
    /// <param name="readAs">The mapping that the items were read under; null where they come from files.</param>
    public static async Task<ItemWriter> For(Session session, long teamNo, long? readAs = null) =>
        new(session, teamNo, readAs, await StateTable.Of(session, teamNo));

    /// <summary>Writes a page of items and tells by id what became of each. Of two with the same id the later holds.</summary>
    public async Task<IReadOnlyDictionary<string, WrittenItem>> Write(IReadOnlyList<ItemToWrite> page)
    {
        var items = page.Count < 2 ? page : [.. page.Reverse().DistinctBy(i => CleanText.Of(i.Item.Id), StringComparer.Ordinal).Reverse()];
        var known = (await _session.Query<Known>(
                $"SELECT item_no, id, content FROM item WHERE team_no = @team AND id {_session.In("ids")}",
                new { team = _teamNo, ids = Session.List(items.Select(i => CleanText.Of(i.Item.Id))) }))
            .ToDictionary(k => k.Id, StringComparer.Ordinal);
        var results = new Dictionary<string, WrittenItem>(items.Count, StringComparer.Ordinal);
        var (created, updated, unchanged) = (new List<Row>(), new List<Row>(), new List<Row>());
        using var hash = new ContentHash();
        var numbers = new Queue<long>();
        foreach (var item in items)
        {
            var id = CleanText.Of(item.Item.Id);
            var content = hash.Of(item.Item);
            if (!known.TryGetValue(id, out var before))
            {
                if (numbers.Count == 0)
                {
                    numbers = new Queue<long>(await _session.NewNumbers("item", items.Count - known.Count));
                }

                created.Add(await WithStates(new Row(numbers.Dequeue(), item, content)));
                results.Add(id, new WrittenItem(created[^1].Number, Written.Created));
            }
            else if (before.Content.Equals(content, StringComparison.Ordinal))
            {
                unchanged.Add(new Row(before.ItemNo, item, content));
                results.Add(id, new WrittenItem(before.ItemNo, Written.Unchanged));
            }
            else
            {
                updated.Add(await WithStates(new Row(before.ItemNo, item, content)));
                results.Add(id, new WrittenItem(before.ItemNo, Written.Updated));
            }
        }

        await Change(updated);
        Touch(unchanged);
        Create(created);
        ItemParts.Write(_session, updated.Concat(created));
        return results;
    }

    private void Create(List<Row> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        using var write = _session.Insert("item", ["item_no", "team_no", "state_no", "states_fit", "content", .. Standing, .. ItemColumns.First, .. ItemColumns.Later]);
        foreach (var row in rows)
        {
            AddStanding(write.Add(row.Number).Add(_teamNo).Add(row.StateNo).Add(row.StatesFit ? 1L : 0L).Add(row.Content), row).Add(row.Item).AddLater(row.Item).End();
        }
    }

    private async Task Change(List<Row> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        await ItemParts.Clear(_session, rows.Select(r => r.Number));
        string[] columns = ["state_no", "states_fit", "content", .. Standing, .. ItemColumns.First, .. ItemColumns.Later];
        using var write = _session.Statement(
            $"UPDATE item SET {string.Join(", ", columns.Select(c => $"{c} = @{c}"))} WHERE item_no = @item_no", [.. columns, "item_no"]);
        foreach (var row in rows)
        {
            AddStanding(write.Add(row.StateNo).Add(row.StatesFit ? 1L : 0L).Add(row.Content), row).Add(row.Item).AddLater(row.Item).Add(row.Number).End();
        }
    }

    private void Touch(List<Row> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        using var write = _session.Statement(
            $"UPDATE item SET {string.Join(", ", Standing.Select(c => $"{c} = @{c}"))} WHERE item_no = @item_no", [.. Standing, "item_no"]);
        foreach (var row in rows)
        {
            AddStanding(write, row).Add(row.Number).End();
        }
    }

    private RowSink AddStanding(RowSink write, Row row) => write
        .Add(CleanText.OrNull(row.Source.Stamp)).Add(_readAs).Add(row.Source.MissingSince).Add(row.Item.RemovedAt?.UtcTicks).Add(row.Item.NotVisibleSince?.UtcTicks);

    private async Task<Row> WithStates(Row row)
    {
        var states = ItemHistories.StatesOf(row.Item, out var fits);
        var entries = ImmutableArray.CreateBuilder<(long At, long StateNo, bool Reset)>(states.Length);
        foreach (var state in states)
        {
            entries.Add((state.At.UtcTicks, await _states.NumberOf(state.StateId, state.StateName), state.Reset));
        }

        return row with { StateNo = await _states.NumberOf(row.Item.StateId, row.Item.OriginalState), StatesFit = fits, States = entries.MoveToImmutable() };
    }

    private sealed class Known
    {
        public long ItemNo { get; init; }

        public string Id { get; init; } = "";

        public string Content { get; init; } = "";
    }

    /// <summary>An item that is about to be written.</summary>
    internal sealed record Row(long Number, ItemToWrite Source, string Content)
    {
        /// <summary>The item.</summary>
        public WorkItem Item => Source.Item;

        /// <summary>Number of the state it has.</summary>
        public long StateNo { get; init; }

        /// <summary>False where its changes do not lead to the state it has.</summary>
        public bool StatesFit { get; init; }

        /// <summary>The states it has been in, by number, and whether it was put there by a reset.</summary>
        public ImmutableArray<(long At, long StateNo, bool Reset)> States { get; init; } = [];
    }
}
