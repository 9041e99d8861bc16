using System.Globalization;

namespace BacklogHealth.Settings;

/// <summary>Reads one connection, and checks that address and credentials are those of its kind of tracker.</summary>
internal sealed class ConnectionReader(SettingsValues values)
{
    // Stands in for an address that cannot be used; the reading ends before anything is sent there.
    private static readonly Uri Nowhere = new("https://nowhere.invalid");

    /// <summary>The connection at a place of the settings.</summary>
    public ConnectionSettings Read(string at)
    {
        var kind = Kind(at);
        var plain = values.YesOrNo(at, "AllowPlainHttp");
        _ = values.Needed(at, "BaseUrl");
        var connection = new ConnectionSettings
        {
            Name = values.Needed(at, "Name"),
            At = at.Split(':')[^1],
            Kind = kind ?? TrackerKind.JiraCloud,
            BaseUrl = Address(at, plain) ?? Nowhere,
            BrowseUrl = values.Address(at, "BrowseUrl", "https://acme.atlassian.net", "https", "http"),
            User = values.Text(at, "User"),
            Token = values.Text(at, "Token"),
            TokenFile = values.SecretFile(at, "TokenFile"),
            TokenHost = values.Text(at, "TokenHost"),
            Entra = new EntraReader(values).Read($"{at}:Entra"),
            CertificateAuthorityFile = values.Text(at, "CertificateAuthorityFile"),
            Proxy = values.Proxy(at, "Proxy", "http", "https", "socks5"),
            AllowPlainHttp = plain,
            Fields = FieldSettings.Read(values, at, kind),
            MaxWait = TimeSpan.FromSeconds(values.Number(at, "MaxWaitSeconds")),
        };

        // Of a kind that nobody knows nothing else can be said.
        if (kind is not null)
        {
            CheckAddress(at, connection);
            CheckCredentials(at, connection);
        }

        return connection;
    }

    private TrackerKind? Kind(string at)
    {
        var kind = values.Text(at, "Kind");
        return Enum.TryParse<TrackerKind>(kind, ignoreCase: true, out var known) && !int.TryParse(kind, CultureInfo.InvariantCulture, out _)
            ? known
            : values.Wrong<TrackerKind?>(null, $"{at}:Kind", $"'{kind}'", "JiraCloud, JiraDataCenter or AzureDevOps", "Correct the spelling");
    }

    private Uri? Address(string at, bool plain)
    {
        var uri = values.Address(at, "BaseUrl", "https://acme.atlassian.net", "https", "http");
        return uri is null || uri.Scheme == Uri.UriSchemeHttps || uri.IsLoopback || plain
            ? uri
            : values.Wrong<Uri?>(null, $"{at}:BaseUrl", $"'{uri.OriginalString}'", "https, since the token travels with each request", "Use the https address, or set AllowPlainHttp to true where nobody else listens on the way");
    }

    private void CheckAddress(string at, ConnectionSettings connection)
    {
        if (TrackerAddress.KindOf(connection.BaseUrl) is { } kind && kind != connection.Kind)
        {
            values.Wrong($"{at}:Kind", $"{connection.Kind} for {connection.BaseUrl}", $"{kind}, which is what that host serves", "Correct Kind or BaseUrl");
        }
        else if (TrackerAddress.Missing(connection.BaseUrl) is { } expected)
        {
            values.Wrong($"{at}:BaseUrl", $"'{connection.BaseUrl.OriginalString}'", expected, "Correct it");
        }
    }

    private void CheckCredentials(string at, ConnectionSettings connection)
    {
        if (TokenText.Find(connection.Token, connection.TakesPassword) is { } flaw)
        {
            values.Wrong($"{at}:Token", flaw.Found, flaw.Expected, flaw.Todo);
        }

        if (connection.TokenHost.Length > 0 && !connection.IsFor(connection.TokenHost))
        {
            values.Wrong($"{at}:TokenHost", $"credentials for '{connection.TokenHost}' beside an address at '{connection.BaseUrl.IdnHost}'", "the same host in both, since credentials go to no other than the one they were made for", "Correct BaseUrl; or, if the tracker is another one now, put its own credentials in place and name its host here");
        }

        if (connection.Kind == TrackerKind.JiraCloud && connection.User.Length == 0)
        {
            values.Wrong($"{at}:User", "nothing", "the e-mail address that the token belongs to, which Jira Cloud wants beside it", "Add it");
        }

        if (connection.Entra is not null && connection.Kind != TrackerKind.AzureDevOps)
        {
            values.Wrong($"{at}:Entra", $"Entra for {connection.Kind}", "a token, since only Azure DevOps takes Entra", "Put the token into TokenFile, and leave Entra out");
        }

        if (connection.Entra is not null && (connection.Token.Length > 0 || connection.TokenFile.Length > 0))
        {
            values.Wrong($"{at}:Entra", "Entra beside a token", "one of them", "Leave the token out, or leave Entra out");
        }
    }
}
