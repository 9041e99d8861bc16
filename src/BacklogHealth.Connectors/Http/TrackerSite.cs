namespace BacklogHealth.Connectors.Http;

/// <summary>Where a tracker is, and how errors speak of it.</summary>
internal sealed record TrackerSite
{
    /// <summary>Checks the address: absolute, without credentials in it, and encrypted unless it never leaves this machine.</summary>
    /// <exception cref="TrackerException">The address is none that a token may be sent to.</exception>
    public TrackerSite(string name, Uri baseUrl, string product, string credentials, bool allowPlainHttp)
    {
        Name = name;
        Product = product;
        Credentials = credentials;
        if (!baseUrl.IsAbsoluteUri || (baseUrl.Scheme != Uri.UriSchemeHttps && baseUrl.Scheme != Uri.UriSchemeHttp))
        {
            throw new TrackerException(TrackerFault.Settings, $"{name}: the address '{baseUrl.OriginalString}' is no web address. Expected one such as https://acme.atlassian.net. Set Connections:{name}:BaseUrl.");
        }

        Address = baseUrl.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');
        if (baseUrl.UserInfo.Length > 0)
        {
            throw new TrackerException(TrackerFault.Settings, $"{Where}: the address holds credentials. Expected them in settings of their own, since addresses are shown and logged. Set Connections:{name}:User and Token.");
        }

        if (baseUrl.Scheme == Uri.UriSchemeHttp && !baseUrl.IsLoopback && !allowPlainHttp)
        {
            throw new TrackerException(TrackerFault.Settings, $"{Where}: the address is not encrypted, so the token could be read on its way. Expected https. Set Connections:{name}:BaseUrl to an https address, or allow plain HTTP for this connection by name.");
        }
    }

    /// <summary>The connection's name in settings.</summary>
    public string Name { get; }

    /// <summary>The address without credentials, query and closing slash.</summary>
    public string Address { get; }

    /// <summary>What kind of tracker is expected there.</summary>
    public string Product { get; }

    /// <summary>What kind of credentials it takes, as the end of "Expected …".</summary>
    public string Credentials { get; }

    /// <summary>How every error begins.</summary>
    public string Where => $"{Name} ({Address})";
}
