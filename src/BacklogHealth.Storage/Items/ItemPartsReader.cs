using System.Collections.Immutable;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Items;

/// <summary>Reads the parts that an item has many of, column by column: most of what a reading of items takes goes into these rows.</summary>
internal static class ItemPartsReader
{
    /// <summary>The changes of some items by the item's number, oldest first.</summary>
    /// <param name="session">The session.</param>
    /// <param name="numbers">The items' numbers, as SQL lists them.</param>
    /// <param name="valuesFrom">Changes before this instant come without their values.</param>
    public static Task<Dictionary<long, ImmutableArray<FieldChange>>> Changes(Session session, string numbers, DateTimeOffset valuesFrom) => Each(
        session,
        $"SELECT item_no, at, field, from_text, from_id, from_spans, to_text, to_id, to_spans, author_id FROM item_change WHERE item_no IN ({numbers}) ORDER BY item_no, seq",
        row => Instant.Of(row.Number(1)) is var at && at < valuesFrom
            ? new FieldChange(at, row.Text(2), null, null, row.TextOrNull(9))
            : new FieldChange(at, row.Text(2), Value(row, 3), Value(row, 6), row.TextOrNull(9)));

    /// <summary>Their comments, oldest first.</summary>
    public static Task<Dictionary<long, ImmutableArray<Comment>>> Comments(Session session, string numbers) => Each(
        session,
        $"SELECT item_no, id, author_id, at, words, words_spans FROM item_comment WHERE item_no IN ({numbers}) ORDER BY item_no, seq",
        static row => new Comment(row.Text(1), row.TextOrNull(2), Instant.Of(row.Number(3)), StructuredText.Decode(row.Text(4), row.Text(5))));

    /// <summary>The parts that a query gives, by the item's number in its first column; the rows of an item stand together, in order.</summary>
    public static async Task<Dictionary<long, ImmutableArray<T>>> Each<T>(Session session, string sql, Func<RowSource, T> part, object? values = null)
    {
        var byItem = new Dictionary<long, ImmutableArray<T>>();
        var parts = ImmutableArray.CreateBuilder<T>();
        var item = 0L;
        await using var row = await session.Rows(sql, values);
        while (await row.Next())
        {
            if (row.Number(0) is var next && next != item && parts.Count > 0)
            {
                byItem.Add(item, parts.DrainToImmutable());
            }

            item = next;
            parts.Add(part(row));
        }

        if (parts.Count > 0)
        {
            byItem.Add(item, parts.DrainToImmutable());
        }

        return byItem;
    }

    // Three columns: the text, the id, the spans. A value without a text is none.
    private static FieldValue? Value(RowSource row, int column) =>
        row.TextOrNull(column) is { } text ? new FieldValue(text, row.TextOrNull(column + 1), row.TextOrNull(column + 2)) : null;
}
