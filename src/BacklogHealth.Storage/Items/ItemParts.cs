using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Items;

/// <summary>The tables that hold an item's parts: its states, its changes, its comments, the keys it had before.</summary>
internal static class ItemParts
{
    private static readonly string[] Tables = ["item_state", "item_change", "item_comment", "item_key"];

    /// <summary>Takes all parts of some items out.</summary>
    public static async Task Clear(Session session, IEnumerable<long> numbers)
    {
        var items = Session.List(numbers);
        foreach (var table in Tables)
        {
            await session.Run($"DELETE FROM {table} WHERE item_no {session.InNumbers("items")}", new { items });
        }
    }

    /// <summary>Writes the parts of items that have none yet.</summary>
    public static void Write(Session session, IEnumerable<ItemWriter.Row> rows)
    {
        var items = rows.ToList();
        if (items.Count == 0)
        {
            return;
        }

        Write(session, "item_state", ["at", "state_no", "reset"], items, static r => r.States, static (write, state) => write.Add(state.At).Add(state.StateNo).Add(state.Reset ? 1L : 0L));
        Write(session, "item_change", ItemColumns.Change, items, static r => r.Item.Changes.IsDefault ? [] : r.Item.Changes, static (write, change) => write.Add(change));
        Write(session, "item_comment", ItemColumns.Comment, items, static r => r.Item.Comments.IsDefault ? [] : r.Item.Comments, static (write, comment) => write.Add(comment));
        Write(session, "item_key", ["key"], items, static r => KeysBefore(r.Item), static (write, key) => write.Add(CleanText.Of(key)));
    }

    private static void Write<T>(
        Session session, string table, IReadOnlyList<string> columns, List<ItemWriter.Row> items, Func<ItemWriter.Row, IReadOnlyList<T>> parts, Action<RowSink, T> add)
    {
        RowSink? write = null;
        foreach (var item in items)
        {
            var all = parts(item);
            for (var i = 0; i < all.Count; i++)
            {
                write ??= session.Insert(table, ["item_no", "seq", .. columns]);
                add(write.Add(item.Number).Add((long)i), all[i]);
                write.End();
            }
        }

        write?.Dispose();
    }

    private static IReadOnlyList<string> KeysBefore(WorkItem item) =>
        item.Changes.IsDefaultOrEmpty || !item.Changes.Any(c => c.Field == FieldNames.Key)
            ? []
            : [.. item.Changes.Where(c => c.Field == FieldNames.Key && c.From is not null).Select(c => c.From!.Text).Distinct(StringComparer.Ordinal)];
}
