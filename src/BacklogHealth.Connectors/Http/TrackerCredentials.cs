using System.Net.Http.Headers;
using System.Text;

namespace BacklogHealth.Connectors.Http;

/// <summary>What a request says of who asks.</summary>
/// <param name="Header">Gives the header; asked for each request, since some tokens live for an hour.</param>
/// <param name="Secrets">Texts that may never be shown.</param>
internal sealed record TrackerCredentials(Func<CancellationToken, ValueTask<AuthenticationHeaderValue>> Header, IReadOnlyList<string> Secrets)
{
    /// <summary>A user (which may be empty) and a token or password.</summary>
    public static TrackerCredentials Basic(string user, string token)
    {
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{token}"));
        return new(_ => ValueTask.FromResult(new AuthenticationHeaderValue("Basic", encoded)), [encoded, token]);
    }

    /// <summary>A token alone.</summary>
    public static TrackerCredentials Bearer(string token) => new(_ => ValueTask.FromResult(new AuthenticationHeaderValue("Bearer", token)), [token]);

    /// <summary>Tokens that are made when they are needed.</summary>
    public static TrackerCredentials Bearer(Func<CancellationToken, ValueTask<string>> token) =>
        new(async cancellation => new AuthenticationHeaderValue("Bearer", await token(cancellation)), []);

    /// <summary>Nothing of it belongs into a log.</summary>
    public override string ToString() => nameof(TrackerCredentials);
}
