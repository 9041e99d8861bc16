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

    public required TrackerKind Kind { get; init; }

    public required Uri BaseUrl { get; init; }

    public Uri? BrowseUrl { get; init; }

    public string User { get; init; } = "";

    public string Token { get; init; } = "";

    public string TokenFile { get; init; } = "";

    public EntraSettings? Entra { get; init; }

    public string CertificateAuthorityFile { get; init; } = "";

    public Uri? Proxy { get; init; }

    public bool AllowPlainHttp { get; init; }

    public FieldSettings Fields { get; init; } = new();

    public TimeSpan MaxWait { get; init; } = TimeSpan.FromSeconds(120);

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
