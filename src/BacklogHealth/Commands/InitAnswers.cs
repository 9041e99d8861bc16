using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using BacklogHealth.Connectors;
using BacklogHealth.Settings;

namespace BacklogHealth.Commands;

/// <summary>What <c>init</c> knows so far. It is checked by the one reader of settings, and written as that reader takes it.</summary>
internal sealed record InitAnswers
{
    private const string Here = "backlog-health init";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Url { get; init; } = "";

    public TrackerKind? Kind { get; init; }

    public string User { get; init; } = "";

    public string TokenFile { get; init; } = "";

    public string TenantId { get; init; } = "";

    public string ClientId { get; init; } = "";

    public string ClientSecretFile { get; init; } = "";

    public string ClientCertificateFile { get; init; } = "";

    public bool ManagedIdentity { get; init; }

    public string AuthorityFile { get; init; } = "";

    public string Proxy { get; init; } = "";

    public bool PlainHttp { get; init; }

    public string Project { get; init; } = "";

    public string Board { get; init; } = "";

    public string AreaPath { get; init; } = "";

    public string Query { get; init; } = "";

    /// <summary>Fields that a person named, by the team's setting.</summary>
    public ImmutableSortedDictionary<string, string> Fields { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public string Name { get; init; } = "";

    public string TimeZone { get; init; } = "";

    /// <summary>True where anything of Microsoft Entra was given, in place of a token.</summary>
    public bool ByEntra => ManagedIdentity || new[] { TenantId, ClientId, ClientSecretFile, ClientCertificateFile }.Any(v => v.Length > 0);

    /// <summary>The kind that was named, or that Entra or the address alone tells; null where the tracker has to be asked.</summary>
    public TrackerKind? KnownKind => Kind ?? (ByEntra ? TrackerKind.AzureDevOps : Uri.TryCreate(Url, UriKind.Absolute, out var address) ? TrackerAddress.KindOf(address) : null);

    /// <summary>The connection, checked.</summary>
    /// <exception cref="UserError">It cannot be used.</exception>
    public ConnectionSettings Connection() => Spoken(new SettingsReader(MergedSettings.Of(Here, Values("Connections:0", ConnectionValues))).Read().Connections[0]);

    /// <summary>The connection while kind and user may not be known yet: checked as the kind that asks for least.</summary>
    /// <exception cref="UserError">It cannot be used.</exception>
    public ConnectionSettings SoFar()
    {
        var kind = KnownKind ?? TrackerKind.JiraDataCenter;
        return (this with { Kind = kind, User = kind == TrackerKind.JiraCloud && User.Length == 0 ? "not yet asked" : User }).Connection();
    }

    /// <summary>The team, checked.</summary>
    /// <exception cref="UserError">It cannot be used.</exception>
    public Team Team()
    {
        var settings = new SettingsReader(MergedSettings.Of(Here, [.. Values("Connections:0", ConnectionValues), .. Values("Teams:0", TeamValues)])).Read();
        return new Team(settings.Teams[0].Name, settings.Teams[0], Spoken(settings.Connections[0]));
    }

    /// <summary>The settings file. It names the token's file and never holds the token.</summary>
    public string Document()
    {
        var document = new JsonObject { ["Connections"] = new JsonArray(Json(ConnectionValues)), ["Teams"] = new JsonArray(Json(TeamValues)) };
        return document.ToJsonString(Indented) + "\n";
    }

    // Nobody has given the connection a name yet, and what can be changed are options.
    private ConnectionSettings Spoken(ConnectionSettings connection) => connection with
    {
        Name = Here,
        OwnNames = new SettingNames(
            name => name == "Token" ? "--token-file" : OptionFor(ConnectionValues, name) ?? $"Connections:0:{name}",
            name => OptionFor(TeamValues, name) ?? $"the team's {name}"),
    };

    private static string? OptionFor(IEnumerable<(string Setting, string Value, string Option)> values, string setting) =>
        values.FirstOrDefault(v => v.Setting == setting).Option is { Length: > 0 } option ? option : null;

    private string ConnectionName => Kind == TrackerKind.AzureDevOps ? "devops" : "jira";

    // Each setting with its value and the option it comes from: faults name the option.
    private IEnumerable<(string Setting, string Value, string Option)> ConnectionValues =>
    [
        ("Name", ConnectionName, ""),
        ("Kind", Kind?.ToString() ?? "", "--kind"),
        ("BaseUrl", Url, "--url"),
        ("User", User, "--user"),
        ("TokenFile", TokenFile, "--token-file"),
        ("Entra:TenantId", TenantId, "--tenant-id"),
        ("Entra:ClientId", ClientId, "--client-id"),
        ("Entra:ClientSecretFile", ClientSecretFile, "--client-secret-file"),
        ("Entra:CertificateFile", ClientCertificateFile, "--client-certificate-file"),
        ("Entra:ManagedIdentity", ManagedIdentity ? "true" : "", "--managed-identity"),
        ("CertificateAuthorityFile", AuthorityFile, "--certificate-authority-file"),
        ("Proxy", Proxy, "--proxy"),
        ("AllowPlainHttp", PlainHttp ? "true" : "", "--allow-plain-http"),
    ];

    private IEnumerable<(string Setting, string Value, string Option)> TeamValues =>
    [
        ("Name", Name.Length > 0 ? Name : Project.Length == 0 || (Kind == TrackerKind.AzureDevOps && Board.Length > 0) ? Board : Project, "--name"),
        ("Connection", ConnectionName, ""),
        ("Project", Project, "--project"),
        ("Board", Board, "--board"),
        ("AreaPath", AreaPath, "--area-path"),
        ("Query", Query, "--query"),
        ("TimeZone", TimeZone, "--time-zone"),
        .. InitOptions.Fields.Select(f => (f.Key, Fields.GetValueOrDefault(f.Key, ""), f.Value.Name)),
    ];

    private static IEnumerable<(string Setting, string Value, string Option)> Given(IEnumerable<(string Setting, string Value, string Option)> values) => values.Where(v => v.Value.Length > 0);

    // A setting with a colon stands in an object of its own.
    private static JsonObject Json(IEnumerable<(string Setting, string Value, string Option)> values)
    {
        var json = new JsonObject();
        foreach (var (setting, value, _) in Given(values))
        {
            var parts = setting.Split(':');
            var place = parts.Length == 1 ? json : json[parts[0]] as JsonObject ?? (JsonObject)(json[parts[0]] = new JsonObject());
            place[parts[^1]] = setting is "AllowPlainHttp" or "Entra:ManagedIdentity" ? true : value;
        }

        return json;
    }

    private static IEnumerable<SettingValue> Values(string at, IEnumerable<(string Setting, string Value, string Option)> values) =>
        Given(values).Select(v => new SettingValue($"{at}:{v.Setting}", v.Value, v.Option.Length > 0 ? v.Option : Here));
}
