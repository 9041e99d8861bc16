using System.Collections.Immutable;
using System.Net;

namespace BacklogHealth.Settings;

/// <summary>How `serve` shows its pages, to whom, and what it keeps.</summary>
internal sealed record ServeSettings
{
    /// <summary>Where it listens.</summary>
    public ImmutableArray<ServeUrl> Urls { get; init; } = [];

    /// <summary>The address under which people reach it, without a path; null where nobody said.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Where reports of the past are kept.</summary>
    public string PastReportsFolder { get; init; } = "past-reports";

    /// <summary>How many days they are kept.</summary>
    public int KeepPastReportsDays { get; init; } = 400;

    /// <summary>The file with the key that signs links; empty for the usual place.</summary>
    public string LinkKeyFile { get; init; } = "";

    /// <summary>The key itself, as base64, where several nodes share one.</summary>
    public string LinkKey { get; init; } = "";

    /// <summary>How many days a link leads to its report.</summary>
    public int LinkDays { get; init; } = 30;

    /// <summary>After how many hours without proof a team's data count as stale.</summary>
    public int StaleHours { get; init; } = 26;

    /// <summary>The token that lets people in, where settings or a variable hold it.</summary>
    public string Token { get; init; } = "";

    /// <summary>A file whose first line is that token.</summary>
    public string TokenFile { get; init; } = "";

    /// <summary>Who signs people in instead; null for nobody.</summary>
    public OpenIdSettings? OpenId { get; init; }

    /// <summary>The proxies whose word on where a request comes from counts.</summary>
    public ImmutableArray<IPAddress> TrustedProxies { get; init; } = [];

    /// <summary>True where somebody has to sign in.</summary>
    public bool AsksWho => Token.Length > 0 || TokenFile.Length > 0 || OpenId is not null;

    /// <summary>Keeps token and key out of every text made of this record.</summary>
    public override string ToString() => string.Join(';', Urls);
}

/// <summary>One address to listen on.</summary>
/// <param name="Text">As it was given.</param>
/// <param name="Address">The address of the machine; null for all of them.</param>
/// <param name="Port">The port; 0 for any that is free.</param>
internal sealed record ServeUrl(string Text, IPAddress? Address, int Port)
{
    /// <summary>True where nobody but this machine can reach it.</summary>
    public bool IsHere => Address is not null && IPAddress.IsLoopback(Address);

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>Who signs people in, by OpenID Connect.</summary>
/// <param name="Authority">The provider's address.</param>
/// <param name="ClientId">What the provider calls this program.</param>
/// <param name="ClientSecretFile">A file whose first line is the secret that goes with it.</param>
/// <param name="AllowedDomains">Domains of e-mail addresses that are let in; empty for whoever the provider lets in.</param>
/// <param name="RequiredClaim">What the provider must say of whom is let in, name and value; null for nothing.</param>
internal sealed record OpenIdSettings(Uri Authority, string ClientId, string ClientSecretFile, ImmutableArray<string> AllowedDomains, (string Name, string Value)? RequiredClaim)
{
    /// <summary>The secret, where settings or a variable hold it.</summary>
    public string ClientSecret { get; init; } = "";

    /// <summary>Keeps the secret out of every text made of this record.</summary>
    public override string ToString() => Authority.ToString();
}
