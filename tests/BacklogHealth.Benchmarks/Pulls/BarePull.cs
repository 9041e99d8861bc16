using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace BacklogHealth.Benchmarks.Pulls;

/// <summary>
/// The baseline: bare code that downloads the same pages, reads every token, compresses, and inserts a row for each item, each change and each page.
/// It proves nothing, resumes nothing and understands nothing.
/// </summary>
internal static class BarePull
{
    private const int PageSize = 100;

    /// <summary>Downloads all of it into a new database.</summary>
    public static async Task Run(string address, int items, string file)
    {
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        await using var connection = new SqliteConnection($"Data Source={file}");
        await connection.OpenAsync();
        Do(connection, "PRAGMA journal_mode = WAL");
        Do(connection, "PRAGMA synchronous = NORMAL");
        Do(connection, "CREATE TABLE item (id TEXT PRIMARY KEY, title TEXT, description TEXT)");
        Do(connection, "CREATE TABLE change (item TEXT, seq INTEGER, at INTEGER, field TEXT, \"from\" TEXT, \"to\" TEXT, PRIMARY KEY (item, seq))");
        Do(connection, "CREATE TABLE page (first TEXT PRIMARY KEY, bytes BLOB)");
        for (var from = 0; from < items; from += 5000)
        {
            using var listing = await client.PostAsJsonAsync("/rest/api/3/search/jql", from == 0 ? (object)new { jql = "x" } : new { jql = "x", nextPageToken = from.ToString(CultureInfo.InvariantCulture) });
            Tokens(await listing.Content.ReadAsByteArrayAsync());
        }

        for (var from = 0; from < items; from += PageSize)
        {
            var ids = Enumerable.Range(PageTemplates.FirstId + from, Math.Min(PageSize, items - from)).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToArray();
            var page = await Download(client, "/rest/api/3/issue/bulkfetch", ids);
            var changes = await Download(client, "/rest/api/3/changelog/bulkfetch", ids);
            Insert(connection, ids, page, changes);
        }
    }

    private static async Task<byte[]> Download(HttpClient client, string path, string[] ids)
    {
        using var answer = await client.PostAsJsonAsync(path, new { issueIdsOrKeys = ids });
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static void Insert(SqliteConnection connection, string[] ids, byte[] page, byte[] changes)
    {
        using var transaction = connection.BeginTransaction();
        using var item = Statement(connection, transaction, "INSERT INTO item VALUES ($a, $b, $c)", "$a", "$b", "$c");
        using var change = Statement(connection, transaction, "INSERT INTO change VALUES ($a, $b, $c, $d, $e, $f)", "$a", "$b", "$c", "$d", "$e", "$f");
        using var blob = Statement(connection, transaction, "INSERT INTO page VALUES ($a, $b)", "$a", "$b");
        var texts = Tokens(page);
        for (var i = 0; i < ids.Length; i++)
        {
            Run(item, ids[i], texts.Count > i ? texts[i] : "", texts.Count > i + ids.Length ? texts[i + ids.Length] : "");
        }

        var rows = Tokens(changes);
        for (var i = 0; i < ids.Length * PageTemplates.Changes; i++)
        {
            Run(change, ids[i / PageTemplates.Changes], i % PageTemplates.Changes, (long)i, rows[i % rows.Count], rows[(i + 1) % rows.Count], rows[(i + 2) % rows.Count]);
        }

        Run(blob, ids[0], Compressed(page, changes));
        transaction.Commit();
    }

    // Reads every token and keeps the texts that are inserted.
    private static List<string> Tokens(byte[] json)
    {
        var texts = new List<string>();
        var reader = new Utf8JsonReader(json);
        var wanted = false;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                wanted = reader.ValueTextEquals("field"u8) || reader.ValueTextEquals("fromString"u8) || reader.ValueTextEquals("toString"u8) || reader.ValueTextEquals("summary"u8) || reader.ValueTextEquals("text"u8);
            }
            else if (wanted && reader.TokenType == JsonTokenType.String)
            {
                texts.Add(reader.GetString()!);
            }
        }

        return texts;
    }

    private static byte[] Compressed(byte[] page, byte[] changes)
    {
        using var packed = new MemoryStream();
        using (var packer = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            packer.Write(page);
            packer.Write(changes);
        }

        return packed.ToArray();
    }

    private static SqliteCommand Statement(SqliteConnection connection, SqliteTransaction transaction, string sql, params string[] names)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        Array.ForEach(names, n => command.Parameters.Add(new SqliteParameter(n, null)));
        return command;
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        command.ExecuteNonQuery();
    }

    private static void Do(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
