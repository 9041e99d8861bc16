namespace BacklogHealth.Connectors.Http;

/// <summary>Whom Microsoft Entra takes us for: a service principal with a secret or certificate, or, with neither, the managed identity of this machine.</summary>
public sealed record EntraOptions
{
    /// <summary>Id of the directory; needed for a service principal.</summary>
    public string TenantId { get; init; } = "";

    /// <summary>Id of the application, or of a user-assigned managed identity; empty: the machine's own identity.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>Secret of the application; empty where a certificate or a managed identity is used. Never shown.</summary>
    public string ClientSecret { get; init; } = "";

    /// <summary>A file with certificate and private key (PEM or PKCS#12); empty where a secret or a managed identity is used.</summary>
    public string CertificateFile { get; init; } = "";

    /// <summary>Address of the directory service, for national clouds; null for the public one.</summary>
    public Uri? Authority { get; init; }

    /// <summary>What kind it is: no setting of it may end up in a log by chance.</summary>
    public override string ToString() => nameof(EntraOptions);
}
