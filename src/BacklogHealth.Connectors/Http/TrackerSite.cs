namespace BacklogHealth.Connectors.Http;

/// <summary>Where a tracker is, and how errors speak of it.</summary>
internal sealed record TrackerSite
{
    /// <summary>Checks the address: absolute, without credentials in it, and encrypted unless it never leaves this machine.</summary>
    /// <exception cref="TrackerException">The address is none that a token may be sent to.</exception>
    public TrackerSite(string name, Uri baseUrl, string product, string credentials, bool allowPlainHttp, SettingNames? names = null)
    {
        Name = name;
        Names = names ?? SettingNames.Keys(name);
        Product = product;
        Credentials = credentials;
        if (!baseUrl.IsAbsoluteUri || (baseUrl.Scheme != Uri.UriSchemeHttps && baseUrl.Scheme != Uri.UriSchemeHttp))
        {
            throw new TrackerException(TrackerFault.Settings, $"{name}: the address '{baseUrl.OriginalString}' is no web address. Expected one such as https://acme.atlassian.net. Set {Setting("BaseUrl")}.");
        }

        Address = baseUrl.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');
        if (baseUrl.UserInfo.Length > 0)
        {
            throw new TrackerException(TrackerFault.Settings, $"{Where}: the address holds credentials. Expected them in settings of their own, since addresses are shown and logged. Set {Names.Connections("and", "User", "Token")}.");
        }

        if (baseUrl.Scheme == Uri.UriSchemeHttp && !baseUrl.IsLoopback && !allowPlainHttp)
        {
            throw new TrackerException(TrackerFault.Settings, $"{Where}: the address is not encrypted, so the token could be read on its way. Expected https. Set {Setting("BaseUrl")} to an https address, or allow plain HTTP for this connection by name.");
        }
    }

    /// <summary>The connection's name in settings.</summary>
    public string Name { get; }

    /// <summary>What the person who reads errors calls the settings.</summary>
    public SettingNames Names { get; }

    /// <summary>The address without credentials, query and closing slash.</summary>
    public string Address { get; }

    /// <summary>What kind of tracker is expected there.</summary>
    public string Product { get; }

    /// <summary>What kind of credentials it takes, as the end of "Expected …".</summary>
    public string Credentials { get; }

    /// <summary>How every error begins.</summary>
    public string Where => $"{Name} ({Address})";

    /// <summary>The name of a setting of the connection, as errors speak of it.</summary>
    public string Setting(string name) => Names.Connection(name);

    /// <summary>True where an address has our scheme, host and port: whatever is sent there reaches nobody else.</summary>
    public bool IsOn(Uri? address) => address is { IsAbsoluteUri: true } && Uri.Compare(address, new Uri(Address), UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>
    /// The path and query, behind our address, of a link that the tracker gave us to go on with. The token follows no link that leads elsewhere, so
    /// anything but a page below our address is refused.
    /// </summary>
    /// <param name="link">A full address, or one that begins at the root of the host.</param>
    /// <exception cref="TrackerException">The link leads elsewhere.</exception>
    public string PathOf(string link)
    {
        var root = new Uri(Address + "/");

        // A path that begins at the root would be taken for one of a file where files are named so.
        var full = link.StartsWith("//", StringComparison.Ordinal) ? $"{root.Scheme}:{link}" : link.StartsWith('/') ? root.GetLeftPart(UriPartial.Authority) + link : link;
        if (!Uri.TryCreate(full, UriKind.Absolute, out var target) || !IsOn(target))
        {
            throw TrackerFaults.ForeignLink(this, target);
        }

        var path = target.GetComponents(UriComponents.PathAndQuery, UriFormat.UriEscaped);
        return path.StartsWith(root.AbsolutePath, StringComparison.OrdinalIgnoreCase) ? path[(root.AbsolutePath.Length - 1)..] : throw TrackerFaults.ForeignLink(this, target);
    }
}
