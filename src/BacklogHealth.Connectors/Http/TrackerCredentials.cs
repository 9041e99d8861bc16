using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Text;

namespace BacklogHealth.Connectors.Http;

/// <summary>What a request says of who asks.</summary>
/// <param name="Header">Gives the header; asked for each request, since some tokens live for an hour.</param>
/// <param name="Secrets">Texts that may never be shown.</param>
internal sealed record TrackerCredentials(Func<CancellationToken, ValueTask<AuthenticationHeaderValue>> Header, IReadOnlyList<string> Secrets)
{
    /// <summary>Names of the settings that hold them.</summary>
    public ImmutableArray<string> Settings { get; init; } = ["Token"];

    /// <summary>What to do where they are refused, as the last part of a sentence.</summary>
    public Func<TrackerSite, string> Remedy { get; init; } = site => $"Make a new token and set {site.Names.Connections("or", "Token", "TokenFile")}";

    /// <summary>The settings that hold them, as sentences list them.</summary>
    public string SettingsOf(TrackerSite site) => site.Names.Connections("and", Settings);

    /// <summary>What they hold open; disposed with the connection. Null for nothing.</summary>
    public IDisposable? Held { get; init; }

    /// <summary>A user (which may be empty) and a token or password.</summary>
    public static TrackerCredentials Basic(string user, string token)
    {
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{token}"));
        return new(_ => ValueTask.FromResult(new AuthenticationHeaderValue("Basic", encoded)), [encoded, token])
        {
            Settings = user.Length > 0 ? ["User", "Token"] : ["Token"],
        };
    }

    /// <summary>A token alone.</summary>
    public static TrackerCredentials Bearer(string token) => new(_ => ValueTask.FromResult(new AuthenticationHeaderValue("Bearer", token)), [token]);

    /// <summary>Tokens of Microsoft Entra for Azure DevOps, each asked for once however many requests need it.</summary>
    /// <param name="options">Whom Entra takes us for.</param>
    /// <param name="network">How Entra is reached: the same authorities and proxy hold as for the tracker.</param>
    /// <param name="time">The clock by which tokens end.</param>
    /// <param name="site">Of whom errors speak.</param>
    /// <exception cref="TrackerException">The options cannot be used.</exception>
    public static TrackerCredentials Entra(EntraOptions options, TrackerNetwork network, TimeProvider time, TrackerSite site)
    {
        var tokens = new EntraTokens(options, network, time, site);
        return new(async cancellation => new AuthenticationHeaderValue("Bearer", await tokens.Token(cancellation)), options.ClientSecret.Length > 0 ? [options.ClientSecret] : [])
        {
            Settings = ["Entra"],
            Remedy = s => $"Give this identity access to the organisation in Azure DevOps, or set {s.Setting("Entra")} to another one",
            Held = tokens,
        };
    }

    /// <summary>Nothing of it belongs into a log.</summary>
    public override string ToString() => nameof(TrackerCredentials);
}
