using System.Globalization;
using Microsoft.Data.Sqlite;

namespace BacklogHealth.Acceptance.Sync;

/// <summary>Every row of a database as text, but for what only tells when and how often it was pulled.</summary>
internal static class DatabaseDump
{
    // Pulls come and go; a cursor is the tracker's own position in time.
    private static readonly string[] LeftOutTables = ["pull", "listed", "VersionInfo", "sqlite_sequence"];
    private static readonly string[] LeftOutColumns = ["fetched_at", "cursor"];

    /// <summary>The rows, by table and place.</summary>
    public static IReadOnlyList<string> Of(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        var tables = Query(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name", r => r.GetString(0)).Except(LeftOutTables, StringComparer.Ordinal);
        return [.. tables.SelectMany(table => Query(connection, $"SELECT * FROM \"{table}\" ORDER BY rowid", row => $"{table}: {Row(row)}"))];
    }

    private static string Row(SqliteDataReader row) => string.Join(" | ", Enumerable.Range(0, row.FieldCount)
        .Where(i => !LeftOutColumns.Contains(row.GetName(i), StringComparer.Ordinal))
        .Select(i => $"{row.GetName(i)}={(row.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture))}"));

    private static List<T> Query<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
