using System.Collections.Immutable;
using System.Data.Common;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Items;

/// <summary>Reads the parts that an item has many of, column by column: most of what a reading of items takes goes into these rows.</summary>
internal static class ItemPartsReader
{
    /// <summary>The changes of some items by the item's number, oldest first.</summary>
    /// <param name="session">The session.</param>
    /// <param name="numbers">The items' numbers, as SQL lists them.</param>
    public static Task<Dictionary<long, ImmutableArray<FieldChange>>> Changes(Session session, string numbers) => Each(
        session,
        $"SELECT item_no, at, field, from_text, from_id, from_spans, to_text, to_id, to_spans, author_id FROM item_change WHERE item_no IN ({numbers}) ORDER BY item_no, seq",
        static row => new FieldChange(Instant.Of(row.GetInt64(1)), row.GetString(2), Value(row, 3), Value(row, 6), Text(row, 9)));

    /// <summary>Their comments, oldest first.</summary>
    public static Task<Dictionary<long, ImmutableArray<Comment>>> Comments(Session session, string numbers) => Each(
        session,
        $"SELECT item_no, id, author_id, at, words, words_spans FROM item_comment WHERE item_no IN ({numbers}) ORDER BY item_no, seq",
        static row => new Comment(row.GetString(1), Text(row, 2), Instant.Of(row.GetInt64(3)), StructuredText.Decode(row.GetString(4), row.GetString(5))));

    /// <summary>The parts that a query gives, by the item's number in its first column; the rows of an item stand together, in order.</summary>
    public static async Task<Dictionary<long, ImmutableArray<T>>> Each<T>(Session session, string sql, Func<DbDataReader, T> part, object? values = null)
    {
        var byItem = new Dictionary<long, ImmutableArray<T>>();
        var parts = ImmutableArray.CreateBuilder<T>();
        var item = 0L;
        await using var rows = await session.Stream(sql, values);
        while (await rows.ReadAsync(session.Cancellation))
        {
            if (rows.GetInt64(0) != item && parts.Count > 0)
            {
                byItem.Add(item, parts.DrainToImmutable());
            }

            item = rows.GetInt64(0);
            parts.Add(part(rows));
        }

        if (parts.Count > 0)
        {
            byItem.Add(item, parts.DrainToImmutable());
        }

        return byItem;
    }

    // Three columns: the text, the id, the spans. A value without a text is none.
    private static FieldValue? Value(DbDataReader row, int column) => Text(row, column) is { } text ? new FieldValue(text, Text(row, column + 1), Text(row, column + 2)) : null;

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
