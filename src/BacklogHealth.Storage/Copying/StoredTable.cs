using System.Data.Common;
using BacklogHealth.Storage.Items;
using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Copying;

/// <summary>A table of the store as a whole, with the order in which its rows are read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Key">The columns of its key.</param>
/// <param name="Numbered">True where the engine numbers its rows.</param>
internal sealed record StoredTable(string Name, string Key, bool Numbered)
{
    /// <summary>All tables; one that names another stands behind it.</summary>
    public static readonly IReadOnlyList<StoredTable> All =
    [
        new("team", "team_no", true), new("state", "state_no", true), new("item", "item_no", true), new("item_state", "item_no, seq", false),
        new("item_change", "item_no, seq", false), new("item_comment", "item_no, seq", false), new("item_key", "item_no, seq", false),
        new("payload", "item_no", false), new("pull", "pull_no", true), new("listed", "listed_no", true), new("audit", "audit_no", true),
        new("snapshot", "snapshot_no", true), new("snapshot_item", "snapshot_no, seq", false), new("snapshot_forecast", "snapshot_no, seq", false),
        new("delivery_query", "delivery_query_no", true), new("delivery_member", "delivery_query_no, id, since", false), new("dispatch", "dispatch_no", true), new("job_run", "job_run_no", true),
        new("model", "model_no", true),
    ];

    /// <summary>The names of its columns.</summary>
    public async Task<IReadOnlyList<string>> Columns(Session session)
    {
        await using var reader = await session.Stream($"SELECT * FROM {Name} LIMIT 0");
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
    }

    /// <summary>Reads all rows, in the order of the key, and gives their count and hash.</summary>
    /// <param name="session">Where from.</param>
    /// <param name="columns">The columns, in the order in which they are handed on and hashed.</param>
    /// <param name="rows">Takes each row; null for nobody.</param>
    /// <param name="told">Told how many rows were read, after each; null for nobody.</param>
    public async Task<CopiedTable> Read(Session session, IReadOnlyList<string> columns, RowSink? rows, Action<long>? told)
    {
        using var hash = new ContentHash();
        var count = 0L;
        await using var reader = await session.Stream($"SELECT {string.Join(", ", columns)} FROM {Name} ORDER BY {Key}");
        while (await reader.ReadAsync(session.Cancellation))
        {
            for (var i = 0; i < columns.Count; i++)
            {
                Add(reader, i, hash, rows);
            }

            rows?.End();
            count++;
            told?.Invoke(count);
        }

        return new CopiedTable(Name, count, hash.Take(16));
    }

    private static void Add(DbDataReader reader, int column, RowSink hash, RowSink? rows)
    {
        switch (reader.GetValue(column))
        {
            case long number:
                hash.Add(number);
                rows?.Add(number);
                break;
            case int number:
                hash.Add((long)number);
                rows?.Add((long)number);
                break;
            case double real:
                hash.Add(real);
                rows?.Add(real);
                break;
            case byte[] bytes:
                hash.Add(bytes);
                rows?.Add(bytes);
                break;
            case string text:
                hash.Add(text);
                rows?.Add(text);
                break;
            default:
                hash.Add((string?)null);
                rows?.Add((string?)null);
                break;
        }
    }
}
