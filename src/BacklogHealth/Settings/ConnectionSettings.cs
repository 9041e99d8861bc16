using BacklogHealth.Connectors;

namespace BacklogHealth.Settings;

/// <summary>The kinds of tracker, as settings name them.</summary>
internal enum TrackerKind
{
    /// <summary>Atlassian's own Jira.</summary>
    JiraCloud,

    /// <summary>A Jira hosted by its users.</summary>
    JiraDataCenter,

    /// <summary>Azure DevOps Services, or an Azure DevOps Server hosted by its users.</summary>
    AzureDevOps,
}

/// <summary>One tracker. Tokens and secrets are read from their files when they are needed, and never shown.</summary>
internal sealed record ConnectionSettings
{
    public required string Name { get; init; }

    /// <summary>Where it stands in the list of connections.</summary>
    public string At { get; init; } = "0";

    /// <summary>What faults call its settings and those of its teams, where they are no keys of a settings file; else null.</summary>
    public SettingNames? OwnNames { get; init; }

    public required TrackerKind Kind { get; init; }

    public required Uri BaseUrl { get; init; }

    public Uri? BrowseUrl { get; init; }

    public string User { get; init; } = "";

    public string Token { get; init; } = "";

    public string TokenFile { get; init; } = "";

    /// <summary>The one host that the credentials are for; empty where nothing says so.</summary>
    public string TokenHost { get; init; } = "";

    public EntraSettings? Entra { get; init; }

    public string CertificateAuthorityFile { get; init; } = "";

    public Uri? Proxy { get; init; }

    public bool AllowPlainHttp { get; init; }

    public FieldSettings Fields { get; init; } = new();

    public TimeSpan MaxWait { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>True where the address is at that host.</summary>
    public bool IsFor(string host) => BaseUrl.IdnHost.Equals(host, StringComparison.OrdinalIgnoreCase);

    /// <summary>True where the token is the password of a user: only a Data Center takes one.</summary>
    public bool TakesPassword => Kind == TrackerKind.JiraDataCenter && User.Length > 0;

    /// <summary>What faults call its settings, and those of its teams. A token that lies in a file is renewed there.</summary>
    public SettingNames Names => OwnNames
        ?? (SettingNames.Keys(At) is var keys && Token.Length == 0 && TokenFile.Length > 0 ? keys with { Connection = name => keys.Connection(name == "Token" ? "TokenFile" : name) } : keys);

    /// <summary>Keeps the token out of every text made of this record.</summary>
    public override string ToString() => $"{Name} ({BaseUrl})";
}

/// <summary>Whom Microsoft Entra takes us for: an application with its secret or certificate, or this machine's managed identity.</summary>
internal sealed record EntraSettings
{
    public string TenantId { get; init; } = "";

    public string ClientId { get; init; } = "";

    public string ClientSecret { get; init; } = "";

    public string ClientSecretFile { get; init; } = "";

    public string CertificateFile { get; init; } = "";

    public Uri? Authority { get; init; }

    /// <summary>Keeps the secret out of every text made of this record.</summary>
    public override string ToString() => nameof(EntraSettings);
}
