using System.Net;

namespace BacklogHealth.Connectors.Http;

/// <summary>The lowest layer of a connection: certificates and proxies by its settings. It follows no redirect and keeps no cookie.</summary>
internal static class TrackerHandler
{
    private static readonly string[] ProxyKinds = ["http", "https", "socks4", "socks4a", "socks5"];

    /// <summary>Makes one; nothing is sent yet.</summary>
    /// <param name="site">What is to be reached.</param>
    /// <param name="network">How it is reached.</param>
    /// <exception cref="TrackerException">The file with authorities or the address of the proxy cannot be used.</exception>
    public static SocketsHttpHandler Build(TrackerSite site, TrackerNetwork network)
    {
        var trust = CertificateTrust.Read(site, network.CertificateAuthorityFile);
        var proxy = network.Proxy is null ? null : Proxy(site, network.Proxy);
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            // Ids of our traces are nobody else's business.
            ActivityHeadersPropagator = null,
            AutomaticDecompression = DecompressionMethods.All,
            UseCookies = false,
            ConnectTimeout = RetryRules.FirstAnswerWithin,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            Proxy = proxy,
            SslOptions = { RemoteCertificateValidationCallback = trust.Accepts },
        };
    }

    private static WebProxy Proxy(TrackerSite site, Uri address)
    {
        if (!address.IsAbsoluteUri || !ProxyKinds.Contains(address.Scheme) || address.Host.Length == 0)
        {
            var shown = address.IsAbsoluteUri && address.UserInfo.Length > 0 ? "of the proxy" : $"'{address.OriginalString}'";
            throw new TrackerException(TrackerFault.Settings, $"{site.Name}: the address {shown} is none of a proxy. Expected one such as http://proxy.acme.example:8080. Set {site.Setting("Proxy")}.");
        }

        var proxy = new WebProxy(new Uri(address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)));
        if (address.UserInfo.Length > 0)
        {
            var parts = address.UserInfo.Split(':', 2);
            proxy.Credentials = new NetworkCredential(Uri.UnescapeDataString(parts[0]), parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : "");
        }

        return proxy;
    }
}
