namespace BacklogHealth.Connectors.Http;

/// <summary>Why there was no connection, or it did not hold, as sentences: where, what was found, what was expected, what to do.</summary>
internal static class ConnectionFaults
{
    /// <summary>No answer came, or not all of it.</summary>
    /// <param name="site">Where.</param>
    /// <param name="network">How it was to be reached.</param>
    /// <param name="cause">What the last try ended with.</param>
    /// <param name="tries">How many there were.</param>
    public static TrackerException NoConnection(TrackerSite site, TrackerNetwork network, Exception cause, int tries)
    {
        if (CertificateRefusedException.Behind(cause) is { } refused)
        {
            return new(TrackerFault.Unreachable, $"{site.Where}: {Certificate(site, new Uri(site.Address).Host, network, refused)}", cause);
        }

        var proxy = network.Proxy is null ? "the proxy" : site.Setting("Proxy");
        var (found, remedy) = cause switch
        {
            TimeoutException timeout => (timeout.Message, $"Check the network, {proxy} and {site.Setting("BaseUrl")}"),
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => (network.Proxy is null ? "the host name is not known" : "the name of the host or of the proxy is not known", network.Proxy is null ? $"Check {site.Setting("BaseUrl")} and the network" : $"Check {proxy}, {site.Setting("BaseUrl")} and the network"),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => ("no secure connection could be made", $"Check that host and port of {site.Setting("BaseUrl")} speak https, and that nothing between here and the tracker breaks up secure connections"),
            HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } tunnel => (FormattableString.Invariant($"the proxy did not let us through{(tunnel.StatusCode is { } status ? $" ({(int)status})" : "")}"), ProxyRemedy(site, network)),
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => ("no connection could be made", $"Check the network, {proxy} and {site.Setting("BaseUrl")}"),
            _ => ("the answer broke off", "What was read is kept; try again later"),
        };
        return new(TrackerFault.Unreachable, FormattableString.Invariant($"{site.Where}: {found} ({(tries == 1 ? "1 try" : $"{tries} tries")}). Expected {site.Product} at this address. {remedy}."), cause);
    }

    /// <summary>The proxy asks who we are.</summary>
    public static TrackerException ProxyRefused(TrackerSite site, TrackerNetwork network) => new(TrackerFault.Unreachable,
        $"{site.Where}: the proxy did not let us through (407). Expected {site.Product} at this address. {ProxyRemedy(site, network)}.");

    /// <summary>What is wrong with the certificate of a host, without where: found, expected, what to do.</summary>
    public static string Certificate(TrackerSite site, string host, TrackerNetwork network, CertificateRefusedException refused)
    {
        var authorities = site.Setting("CertificateAuthorityFile");
        return refused.Flaw switch
        {
            CertificateFlaw.UntrustedAuthority when network.CertificateAuthorityFile.Length == 0 =>
                $"{refused.Message}. Expected an authority that this system trusts. If it is your own, name a file with its certificate (PEM) in {authorities}.",
            CertificateFlaw.UntrustedAuthority =>
                $"{refused.Message}, neither by this system nor by '{network.CertificateAuthorityFile}'. Expected an authority that one of them knows. Add its certificate (PEM) to the file that {authorities} names.",
            CertificateFlaw.Expired => $"{refused.Message}. Expected a certificate that is valid today. Have it renewed, and check the clock of this machine.",
            CertificateFlaw.WrongName => $"{refused.Message}. Expected one for '{host}'. Use the name in the certificate as the host in settings, or have a certificate made for this one.",
            _ => $"{refused.Message}. Expected one that is good for a secure connection. Have the host's certificate checked.",
        };
    }

    private static string ProxyRemedy(TrackerSite site, TrackerNetwork network) => network.Proxy is null
        ? $"Check what the system says of proxies (the variables HTTPS_PROXY and NO_PROXY), or set {site.Setting("Proxy")}"
        : $"Check {site.Setting("Proxy")}, and whether the proxy wants a user and a password in it";
}
