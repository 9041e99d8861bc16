using System.Text.Json;
using BacklogHealth.Settings;

namespace BacklogHealth.Commands;

/// <summary>What <c>init</c> knows so far. It is checked by the one reader of settings, and written as that reader takes it.</summary>
internal sealed record InitAnswers
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public required string Url { get; init; }

    public TrackerKind? Kind { get; init; }

    public string User { get; init; } = "";

    public string TokenFile { get; init; } = "";

    public string AuthorityFile { get; init; } = "";

    public string Proxy { get; init; } = "";

    public bool PlainHttp { get; init; }

    public string Project { get; init; } = "";

    public string Board { get; init; } = "";

    public string AreaPath { get; init; } = "";

    public string Name { get; init; } = "";

    public string TimeZone { get; init; } = "";

    /// <summary>The kind that was named, or that the address alone tells; null where the tracker has to be asked.</summary>
    public TrackerKind? KnownKind => Kind ?? (Uri.TryCreate(Url, UriKind.Absolute, out var address) ? TrackerAddress.KindOf(address) : null);

    /// <summary>The connection, checked.</summary>
    /// <exception cref="UserError">It cannot be used.</exception>
    public ConnectionSettings Connection() => new SettingsReader(MergedSettings.Of("backlog-health init", Values("Connections:0", ConnectionValues))).Read().Connections[0];

    /// <summary>The connection of a tracker of which the kind is not known yet: checked as the kind that asks for least.</summary>
    /// <exception cref="UserError">It cannot be used.</exception>
    public ConnectionSettings OfAnyKind() => (this with { Kind = TrackerKind.JiraDataCenter }).Connection();

    /// <summary>The team, checked.</summary>
    /// <exception cref="UserError">It cannot be used.</exception>
    public Team Team()
    {
        var settings = new SettingsReader(MergedSettings.Of("backlog-health init", [.. Values("Connections:0", ConnectionValues), .. Values("Teams:0", TeamValues)])).Read();
        return new Team(settings.Teams[0].Name, settings.Teams[0], settings.Connections[0]);
    }

    /// <summary>The settings file. It names the token's file and never holds the token.</summary>
    public string Document()
    {
        var connection = Given(ConnectionValues).ToDictionary(v => v.Setting, v => v.Value == "true" ? (object)true : v.Value, StringComparer.Ordinal);
        var team = Given(TeamValues).ToDictionary(v => v.Setting, v => v.Value, StringComparer.Ordinal);
        return JsonSerializer.Serialize(new Dictionary<string, object>(StringComparer.Ordinal) { ["Connections"] = new[] { connection }, ["Teams"] = new[] { team } }, Indented) + "\n";
    }

    private string ConnectionName => Kind == TrackerKind.AzureDevOps ? "devops" : "jira";

    // Each setting with its value and the option it comes from: faults name the option.
    private IEnumerable<(string Setting, string Value, string Option)> ConnectionValues =>
    [
        ("Name", ConnectionName, ""),
        ("Kind", Kind?.ToString() ?? "", "--kind"),
        ("BaseUrl", Url, "--url"),
        ("User", User, "--user"),
        ("TokenFile", TokenFile, "--token-file"),
        ("CertificateAuthorityFile", AuthorityFile, "--certificate-authority-file"),
        ("Proxy", Proxy, "--proxy"),
        ("AllowPlainHttp", PlainHttp ? "true" : "", "--allow-plain-http"),
    ];

    private IEnumerable<(string Setting, string Value, string Option)> TeamValues =>
    [
        ("Name", Name.Length > 0 ? Name : Kind == TrackerKind.AzureDevOps && Board.Length > 0 ? Board : Project, "--name"),
        ("Connection", ConnectionName, ""),
        ("Project", Project, "--project"),
        ("Board", Board, "--board"),
        ("AreaPath", AreaPath, "--area-path"),
        ("TimeZone", TimeZone, ""),
    ];

    private static IEnumerable<(string Setting, string Value, string Option)> Given(IEnumerable<(string Setting, string Value, string Option)> values) => values.Where(v => v.Value.Length > 0);

    private static IEnumerable<SettingValue> Values(string at, IEnumerable<(string Setting, string Value, string Option)> values) =>
        Given(values).Select(v => new SettingValue($"{at}:{v.Setting}", v.Value, v.Option.Length > 0 ? v.Option : "backlog-health init"));
}
