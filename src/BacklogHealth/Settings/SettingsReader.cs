using System.Collections.Immutable;
using BacklogHealth.Reports;
using BacklogHealth.Storage;
using Microsoft.Extensions.Logging;

namespace BacklogHealth.Settings;

/// <summary>Turns merged settings into checked ones: storage, connections, teams, deliveries, mail, jobs, pages, subscriptions, in this order.</summary>
internal sealed class SettingsReader(MergedSettings merged)
{
    private readonly SettingsValues _values = new(merged);

    /// <summary>All settings, checked.</summary>
    /// <exception cref="UserError">Values cannot be used: all of them are told, one a line.</exception>
    public AppSettings Read()
    {
        var connection = new ConnectionReader(_values);
        var connections = _values.Below("Connections").Select(i => connection.Read($"Connections:{i}")).ToImmutableArray();
        RefuseTwins("Connections", connections.Select(c => c.Name));
        var team = new TeamReader(_values, connections);
        var teams = _values.Below("Teams").Select(i => team.Read($"Teams:{i}")).ToImmutableArray();
        RefuseTwins("Teams", teams.Select(t => t.Name));
        var delivery = new DeliveryReader(_values, teams);
        var settings = new AppSettings(Storage(), connections, teams, [.. _values.Below("Deliveries").Select(i => delivery.Read($"Deliveries:{i}"))], _values.Text("Reports", "Folder"))
        {
            ReportBrowser = _values.Text("Reports", "Browser"),
            StakeholdersSee = StakeholdersSee(),
            Mail = new MailReader(_values).Read(),
            AllowedHosts = AllowedHosts(),
            Jobs = new JobReader(_values).Read(),
            LogLevel = LogLevelOf(),
            Serve = new ServeReader(_values).Read(),
        };
        var subscription = new SubscriptionReader(_values, teams, settings.StakeholdersSee, settings.Mail, settings.AllowedHosts);
        settings = settings with { Subscriptions = [.. _values.Below("Subscriptions").Select(i => subscription.Read($"Subscriptions:{i}")).OfType<SubscriptionSettings>()] };
        RefuseTwins("Subscriptions", settings.Subscriptions.Select(s => s.Name));
        _values.RefuseFaults();
        return settings;
    }

    private StakeholderScope StakeholdersSee() => _values.Text("Reports", "StakeholdersSee").ToUpperInvariant() switch
    {
        "AGGREGATES" => StakeholderScope.Aggregates,
        "GOALS" => StakeholderScope.Goals,
        "ITEMS" => StakeholderScope.Items,
        // Read on with the least, so that no mistake shows more than was meant.
        _ => _values.Wrong(StakeholderScope.Aggregates, "Reports:StakeholdersSee", $"'{_values.Text("Reports", "StakeholdersSee")}'", "aggregates, goals or items", "Correct it or leave it out"),
    };

    private LogLevel LogLevelOf() => _values.Text("Logs", "Level").ToUpperInvariant() switch
    {
        "DEBUG" => LogLevel.Debug,
        "INFORMATION" => LogLevel.Information,
        "WARNING" => LogLevel.Warning,
        "ERROR" => LogLevel.Error,
        _ => _values.Wrong(LogLevel.Information, "Logs:Level", $"'{_values.Text("Logs", "Level")}'", "debug, information, warning or error", "Correct it or leave it out"),
    };

    private ImmutableArray<string> AllowedHosts()
    {
        var hosts = _values.List("Deliver", "AllowedHosts");
        return hosts.FirstOrDefault(h => Uri.CheckHostName(h) == UriHostNameType.Unknown) is { } wrong
            ? _values.Wrong<ImmutableArray<string>>([], "Deliver:AllowedHosts", $"'{wrong}'", "the name of a host, as hooks.acme.example, without https:// and without a port", "Correct it")
            : hosts;
    }

    private StorageSettings Storage()
    {
        var provider = _values.Text("Storage", "Provider");
        var isPostgres = provider.Equals("Postgres", StringComparison.OrdinalIgnoreCase);
        var storage = new StorageSettings(
            isPostgres ? StorageEngine.Postgres : StorageEngine.Sqlite, _values.Text("Storage", "ConnectionString"), _values.SecretFile("Storage", "PasswordFile"), _values.Whole("Storage", "KeepPayloadsDays"));
        if (!isPostgres && !provider.Equals("Sqlite", StringComparison.OrdinalIgnoreCase))
        {
            _values.Wrong("Storage:Provider", $"'{provider}'", "Sqlite or Postgres", "Set it to Sqlite or leave it out");
        }
        else if (!isPostgres && storage.PasswordFile.Length > 0)
        {
            _values.Wrong("Storage:PasswordFile", "a password for Sqlite", "nothing, since a file has no password", "Leave it out, or set Provider to Postgres");
        }
        else if (isPostgres && string.IsNullOrWhiteSpace(_values.Given("Storage:ConnectionString")))
        {
            _values.Wrong("Storage:ConnectionString", "nothing", "server, database and user, as Host=db.acme.example;Database=backlog_health;Username=backlog_health", "Add it");
        }
        else if (storage.PasswordFile.Length > 0 && SecretText.Masked(storage.ConnectionString) != storage.ConnectionString)
        {
            _values.Wrong("Storage:PasswordFile", "a password here and one in ConnectionString", "one of them", "Leave the one in ConnectionString out");
        }

        return storage;
    }

    private void RefuseTwins(string at, IEnumerable<string> names)
    {
        var twin = names.Where(n => n.Length > 0).GroupBy(n => n, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1)?.Key;
        if (twin is not null)
        {
            _values.Wrong(at, $"the name '{twin}' twice", "each name once", "Rename one");
        }
    }
}
