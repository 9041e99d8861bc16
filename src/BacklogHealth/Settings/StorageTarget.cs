using System.Data.Common;
using BacklogHealth.Storage;

namespace BacklogHealth.Settings;

/// <summary>Reads where a database is to be moved to: a connection string, an address, a file, or another settings file.</summary>
internal static class StorageTarget
{
    private const string Expected = "a PostgreSQL database as \"Host=db.acme.example;Database=backlog_health;Username=backlog_health\" or postgres://backlog_health@db.acme.example/backlog_health, a SQLite file as copy.db, or a settings file as other.json";

    private static readonly string[] PostgresWords = ["Host", "Server"];
    private static readonly string[] SqliteWords = ["Data Source", "DataSource", "Filename"];

    /// <summary>The place that a text names.</summary>
    /// <param name="to">The text.</param>
    /// <param name="passwordFile">A file with the password of the database; empty for none.</param>
    /// <exception cref="UserError">It names none.</exception>
    public static StorageSettings Read(string to, string passwordFile)
    {
        var target = Of(to);
        return passwordFile.Length == 0 ? target
            : target.Engine != StorageEngine.Postgres ? throw UserError.Usage("--password-file: found a password for Sqlite; expected none, since a file has no password. Leave it out.")
            : SecretText.Masked(target.ConnectionString) != target.ConnectionString || target.PasswordFile.Length > 0 ? throw UserError.Usage("--password-file: found a password here and one in --to; expected one of them. Leave one out.")
            : target with { PasswordFile = passwordFile, PasswordSetting = "--password-file" };
    }

    private static StorageSettings Of(string to)
    {
        if (to.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            return OfSettings(to);
        }

        var target = to.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) || to.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase) ? OfAddress(to)
            : to.Contains('=', StringComparison.Ordinal) ? OfConnectionString(to)
            : new StorageSettings(StorageEngine.Sqlite, Text(new DbConnectionStringBuilder { ["Data Source"] = to }));
        return target with { Setting = "--to" };
    }

    // The variables that change the source's settings must not change the target's, so they are left out.
    private static StorageSettings OfSettings(string file)
    {
        var storage = new SettingsReader(MergedSettings.Read(file, named: true, new Dictionary<string, string>(StringComparer.Ordinal))).Read().Storage;
        return storage with { Setting = $"{file}, {storage.Setting}", PasswordSetting = $"{file}, {storage.PasswordSetting}" };
    }

    private static StorageSettings OfAddress(string to)
    {
        if (!Uri.TryCreate(to, UriKind.Absolute, out var address) || address.Host.Length == 0 || address.AbsolutePath.Length < 2)
        {
            throw Fault(to);
        }

        var parts = new DbConnectionStringBuilder { ["Host"] = address.Host, ["Database"] = Uri.UnescapeDataString(address.AbsolutePath[1..]) };
        if (!address.IsDefaultPort && address.Port > 0)
        {
            parts["Port"] = address.Port;
        }

        var user = address.UserInfo.Split(':', 2);
        if (user[0].Length > 0)
        {
            parts["Username"] = Uri.UnescapeDataString(user[0]);
        }

        if (user.Length > 1)
        {
            parts["Password"] = Uri.UnescapeDataString(user[1]);
        }

        foreach (var option in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(o => o.Split('=', 2)))
        {
            parts[option[0] == "sslmode" ? "SSL Mode" : Uri.UnescapeDataString(option[0])] = option.Length > 1 ? Uri.UnescapeDataString(option[1]) : "true";
        }

        return new StorageSettings(StorageEngine.Postgres, Text(parts));
    }

    private static StorageSettings OfConnectionString(string to)
    {
        DbConnectionStringBuilder parts;
        try
        {
            parts = new DbConnectionStringBuilder { ConnectionString = to };
        }
        catch (ArgumentException)
        {
            throw Fault(to);
        }

        var provider = parts.TryGetValue("Provider", out var named) ? named.ToString()! : PostgresWords.Any(parts.ContainsKey) ? "Postgres" : SqliteWords.Any(parts.ContainsKey) ? "Sqlite" : "";
        parts.Remove("Provider");
        return provider.Equals("Postgres", StringComparison.OrdinalIgnoreCase) ? new StorageSettings(StorageEngine.Postgres, Text(parts))
            : provider.Equals("Sqlite", StringComparison.OrdinalIgnoreCase) ? new StorageSettings(StorageEngine.Sqlite, Text(parts))
            : throw Fault(to);
    }

    // Keywords as handbooks write them, whatever their case was: the framework's own text has them as they came, or all small.
    private static string Text(DbConnectionStringBuilder parts)
    {
        var written = new DbConnectionStringBuilder();
        foreach (string keyword in parts.Keys!)
        {
            written[Titled(keyword)] = parts[keyword];
        }

        return written.ConnectionString;
    }

    private static string Titled(string keyword) =>
        string.Join(' ', keyword.Split(' ').Select(word => word.Equals("ssl", StringComparison.OrdinalIgnoreCase) ? "SSL" : $"{char.ToUpperInvariant(word[0])}{word[1..].ToLowerInvariant()}"));

    private static UserError Fault(string to) => UserError.Usage($"--to: found '{SecretText.Masked(to)}'; expected {Expected}. Correct it.");
}
