namespace BacklogHealth.Connectors.Http;

/// <summary>How a tracker is reached, beyond its address.</summary>
public sealed record TrackerNetwork
{
    /// <summary>A file with certificates (PEM) of authorities that are trusted for this connection besides the system's; empty for none.</summary>
    public string CertificateAuthorityFile { get; init; } = "";

    /// <summary>The proxy to go through; null for the system's own.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>The pace of each host, shared by all connections that are given the same one; null for a pace of its own.</summary>
    public HostPaces? Paces { get; init; }
}
