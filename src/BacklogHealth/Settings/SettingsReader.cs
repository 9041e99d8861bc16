using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Settings;

/// <summary>Turns merged settings into checked ones. Every fault is a sentence that names the source, the path, what was found and what was expected.</summary>
internal sealed class SettingsReader(MergedSettings merged)
{
    /// <summary>All settings, checked.</summary>
    /// <exception cref="UserError">A value cannot be used.</exception>
    public AppSettings Read()
    {
        var connections = merged.Below("Connections").Select(i => Connection($"Connections:{i}")).ToImmutableArray();
        RefuseTwins("Connections", connections.Select(c => c.Name));
        var teams = merged.Below("Teams").Select(i => Team($"Teams:{i}", connections)).ToImmutableArray();
        RefuseTwins("Teams", teams.Select(t => t.Name));
        return new AppSettings(Storage(), connections, teams, [.. merged.Below("Deliveries").Select(i => Delivery($"Deliveries:{i}", teams))], Text("Reports", "Folder"));
    }

    private StorageSettings Storage()
    {
        var provider = Text("Storage", "Provider");
        if (provider.Equals("Postgres", StringComparison.OrdinalIgnoreCase))
        {
            throw Fault("Storage:Provider", "'Postgres', which is not yet available", "Sqlite", "Set it to Sqlite or leave it out");
        }

        return provider.Equals("Sqlite", StringComparison.OrdinalIgnoreCase)
            ? new StorageSettings("Sqlite", Text("Storage", "ConnectionString"))
            : throw Fault("Storage:Provider", $"'{provider}'", "Sqlite or Postgres", "Set it to Sqlite or leave it out");
    }

    private ConnectionSettings Connection(string at)
    {
        var kind = Text(at, "Kind");
        if (kind is not "JiraCloud")
        {
            throw kind is "JiraDataCenter" or "AzureDevOps"
                ? Fault($"{at}:Kind", $"'{kind}', which is not yet available", "JiraCloud", "Use a Jira Cloud connection, or `import` a file")
                : Fault($"{at}:Kind", $"'{kind}'", "JiraCloud, JiraDataCenter or AzureDevOps", "Correct the spelling");
        }

        var wait = Number(at, "MaxWaitSeconds");
        return new ConnectionSettings(
            Needed(at, "Name"), kind, Address(at, "BaseUrl", needed: true)!, Address(at, "BrowseUrl", needed: false), Text(at, "User"), Text(at, "Token"),
            Text(at, "TokenFile"), Text(at, "StoryPointsField"), Text(at, "AcceptanceCriteriaField"), TimeSpan.FromSeconds(wait));
    }

    private TeamSettings Team(string at, ImmutableArray<ConnectionSettings> connections)
    {
        var name = Needed(at, "Name");
        var connection = Text(at, "Connection");
        if (connection.Length == 0 && connections.Length == 1)
        {
            connection = connections[0].Name;
        }
        else if (connection.Length > 0 && connections.All(c => !c.Name.Equals(connection, StringComparison.Ordinal)))
        {
            throw Fault($"{at}:Connection", $"'{connection}'", connections.Length == 0 ? "the name of a connection, and there is none" : $"one of: {string.Join(", ", connections.Select(c => c.Name))}", "Correct the name or add the connection");
        }

        var language = Text(at, "Language");
        if (language is not "en")
        {
            throw Fault($"{at}:Language", $"'{language}'", "en (others are not yet available)", "Set it to en or leave it out");
        }

        return new TeamSettings(
            name, connection, Text(at, "Project"), Text(at, "Board"), Text(at, "Query"), Zone(at), language, Workflow($"{at}:Workflow"),
            Rules(at, "DefinitionOfReady"), Mutes(at), Number(at, "WantedReadyWeeks"));
    }

    private ImmutableArray<string> Rules(string at, string name)
    {
        var ids = List(at, name);
        return ids.All(IsRule) ? ids : throw Fault($"{at}:{name}", $"'{ids.First(i => !IsRule(i))}'", "ids of rules", "`backlog-health rules` lists them");
    }

    private ImmutableArray<string> Mutes(string at)
    {
        var mutes = List(at, "Mutes");
        var wrong = mutes.FirstOrDefault(m => !IsRule(m.Split(':')[0]));
        return wrong is null ? mutes : throw Fault($"{at}:Mutes", $"'{wrong}'", "the id of a rule, or rule and item as CL005:CHK-12", "`backlog-health rules` lists the rules");
    }

    private static bool IsRule(string id) => RuleBook.All.Find(id) is not null;

    private DeliverySettings Delivery(string at, ImmutableArray<TeamSettings> teams)
    {
        var names = List(at, "Teams");
        var unknown = names.FirstOrDefault(n => teams.All(t => !t.Name.Equals(n, StringComparison.Ordinal)));
        if (unknown is not null)
        {
            throw Fault($"{at}:Teams", $"'{unknown}'", teams.IsEmpty ? "the name of a team, and there is none" : $"one of: {string.Join(", ", teams.Select(t => t.Name))}", "Correct the name or add the team");
        }

        if (Text(at, "Query").Length > 0)
        {
            throw Fault($"{at}:Query", "a query, which is not yet available for deliveries", "keys in Items", "Name the epics or items of the delivery in Items");
        }

        var due = Text(at, "Due");
        DateOnly? day = due.Length == 0 ? null
            : DateOnly.TryParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var d) ? d
            : throw Fault($"{at}:Due", $"'{due}'", "a day as 2026-06-30", "Write it year first");
        return new DeliverySettings(Needed(at, "Name"), names, List(at, "Items"), day, YesOrNo(at, "Fixed"));
    }

    private ImmutableSortedDictionary<string, WorkItemState> Workflow(string at) => merged.At(at) is { Value.Length: > 0 } text
        ? throw Fault(at, $"the text '{text.Value}'", "names of states, each with its meaning, as { \"Waiting for release\": \"Finished\" }", "Write it so, or leave it out")
        : merged.Below(at).ToImmutableSortedDictionary(name => name, name =>
        {
            var value = merged.At($"{at}:{name}")!.Value;
            return Enum.TryParse<WorkItemState>(value, ignoreCase: true, out var state) && !int.TryParse(value, CultureInfo.InvariantCulture, out _)
                ? state
                : throw Fault($"{at}:{name}", $"'{value}'", "NotStarted, Started or Finished", "Say what the state means");
        }, StringComparer.OrdinalIgnoreCase);

    private TimeZoneInfo? Zone(string at)
    {
        var id = Text(at, "TimeZone");
        return id.Length == 0 ? null : Zones.Find(id)
            ?? throw Fault($"{at}:TimeZone", $"'{id}'", "an IANA name as Europe/Berlin", "Correct the name; if it is right, install the time zone data of the system (package tzdata)");
    }

    private Uri? Address(string at, string name, bool needed)
    {
        var value = needed ? Needed(at, name) : Text(at, name);
        if (value.Length == 0)
        {
            return null;
        }

        if (!Uri.TryCreate(value, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || uri.UserInfo.Length > 0)
        {
            throw Fault($"{at}:{name}", $"'{value}'", "an address as https://acme.atlassian.net, without a user", "Copy it from the browser, up to the host");
        }

        return uri.Scheme == "https" || uri.IsLoopback
            ? uri
            : throw Fault($"{at}:{name}", $"'{value}'", "https, since the token travels with each request", "Use the https address");
    }

    private string Text(string at, string name) =>
        merged.At($"{at}:{name}")?.Value.Trim() is { Length: > 0 } value ? value : Definition(at, name).Default;

    private string Needed(string at, string name) =>
        Text(at, name) is { Length: > 0 } value ? value : throw Fault($"{at}:{name}", "nothing", Definition(at, name).Help.TrimEnd('.').ToLowerInvariant(), "Add it");

    private ImmutableArray<string> List(string at, string name) => merged.At($"{at}:{name}") is { Value.Length: > 0 } text
        ? throw Fault($"{at}:{name}", $"the text '{text.Value}'", $"a list as [ \"{text.Value}\" ]", "Put it into brackets; as a variable, end its name with __0")
        : [.. merged.Below($"{at}:{name}").Select(i => merged.At($"{at}:{name}:{i}")!.Value.Trim()).Where(v => v.Length > 0)];

    private double Number(string at, string name)
    {
        var text = Text(at, name);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 0 and < 1e6
            ? number
            : throw Fault($"{at}:{name}", $"'{text}'", "a number of 0 or more, with a point", "Correct it or leave it out");
    }

    private bool YesOrNo(string at, string name) =>
        bool.TryParse(Text(at, name), out var value) ? value : throw Fault($"{at}:{name}", $"'{Text(at, name)}'", "true or false", "Correct it or leave it out");

    private static Setting Definition(string at, string name) =>
        SettingsCatalogue.Find($"{at}:{name}") ?? throw new InvalidOperationException($"the setting {at}:{name} is not in the catalogue");

    private void RefuseTwins(string at, IEnumerable<string> names)
    {
        var twin = names.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1)?.Key;
        if (twin is not null)
        {
            throw Fault(at, $"the name '{twin}' twice", "each name once", "Rename one");
        }
    }

    private UserError Fault(string path, string found, string expected, string todo) =>
        UserError.Usage($"{merged.At(path)?.From ?? merged.File}, {path}: found {found}; expected {expected}. {todo}.");
}
