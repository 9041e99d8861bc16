using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Storage;

namespace BacklogHealth.Settings;

/// <summary>Turns merged settings into checked ones: storage, connections, teams, deliveries, in this order.</summary>
internal sealed class SettingsReader(MergedSettings merged)
{
    private readonly SettingsValues _values = new(merged);

    /// <summary>All settings, checked.</summary>
    /// <exception cref="UserError">A value cannot be used.</exception>
    public AppSettings Read()
    {
        var connection = new ConnectionReader(_values);
        var connections = _values.Below("Connections").Select(i => connection.Read($"Connections:{i}")).ToImmutableArray();
        RefuseTwins("Connections", connections.Select(c => c.Name));
        var team = new TeamReader(_values, connections);
        var teams = _values.Below("Teams").Select(i => team.Read($"Teams:{i}")).ToImmutableArray();
        RefuseTwins("Teams", teams.Select(t => t.Name));
        return new AppSettings(Storage(), connections, teams, [.. _values.Below("Deliveries").Select(i => Delivery($"Deliveries:{i}", teams))], _values.Text("Reports", "Folder"));
    }

    private StorageSettings Storage()
    {
        var provider = _values.Text("Storage", "Provider");
        var connection = _values.Text("Storage", "ConnectionString");
        var passwordFile = _values.Text("Storage", "PasswordFile");
        var days = _values.Whole("Storage", "KeepPayloadsDays");
        if (provider.Equals("Sqlite", StringComparison.OrdinalIgnoreCase))
        {
            return passwordFile.Length == 0
                ? new StorageSettings(StorageEngine.Sqlite, connection, "", days)
                : throw _values.Fault("Storage:PasswordFile", "a password for Sqlite", "nothing, since a file has no password", "Leave it out, or set Provider to Postgres");
        }

        if (!provider.Equals("Postgres", StringComparison.OrdinalIgnoreCase))
        {
            throw _values.Fault("Storage:Provider", $"'{provider}'", "Sqlite or Postgres", "Set it to Sqlite or leave it out");
        }

        if (string.IsNullOrWhiteSpace(_values.Given("Storage:ConnectionString")))
        {
            throw _values.Fault("Storage:ConnectionString", "nothing", "server, database and user, as Host=db.acme.example;Database=backlog_health;Username=backlog_health", "Add it");
        }

        return passwordFile.Length == 0 || SecretText.Masked(connection) == connection
            ? new StorageSettings(StorageEngine.Postgres, connection, passwordFile, days)
            : throw _values.Fault("Storage:PasswordFile", "a password here and one in ConnectionString", "one of them", "Leave the one in ConnectionString out");
    }

    private DeliverySettings Delivery(string at, ImmutableArray<TeamSettings> teams)
    {
        var names = _values.List(at, "Teams");
        var unknown = names.FirstOrDefault(n => teams.All(t => !t.Name.Equals(n, StringComparison.Ordinal)));
        if (unknown is not null)
        {
            throw _values.Fault($"{at}:Teams", $"'{unknown}'", teams.IsEmpty ? "the name of a team, and there is none" : $"one of: {string.Join(", ", teams.Select(t => t.Name))}", "Correct the name or add the team");
        }

        if (_values.Text(at, "Query").Length > 0)
        {
            throw _values.Fault($"{at}:Query", "a query, which is not yet available for deliveries", "keys in Items", "Name the epics or items of the delivery in Items");
        }

        var due = _values.Text(at, "Due");
        DateOnly? day = due.Length == 0 ? null
            : DateOnly.TryParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var d) ? d
            : throw _values.Fault($"{at}:Due", $"'{due}'", "a day as 2026-06-30", "Write it year first");
        return new DeliverySettings(_values.Needed(at, "Name"), names, _values.List(at, "Items"), day, _values.YesOrNo(at, "Fixed"));
    }

    private void RefuseTwins(string at, IEnumerable<string> names)
    {
        var twin = names.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1)?.Key;
        if (twin is not null)
        {
            throw _values.Fault(at, $"the name '{twin}' twice", "each name once", "Rename one");
        }
    }
}
