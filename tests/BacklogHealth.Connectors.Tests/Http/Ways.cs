using BacklogHealth.Connectors.Http;

namespace BacklogHealth.Connectors.Tests.Http;

/// <summary>Makes ways to a scripted server.</summary>
internal static class Ways
{
    /// <summary>What may never be shown.</summary>
    public const string Canary = "canary-7f3a";

    public static string At(this ScriptedServer server) => server.Url.GetLeftPart(UriPartial.Authority);

    public static TrackerSite Site(Uri url) => new("acme", url, "Jira Cloud", "an e-mail address and an API token that is still valid", allowPlainHttp: false);

    public static TrackerHttp Http(Uri url, TimeProvider time, TrackerNetwork? network = null, int maxWait = 60) =>
        new(Site(url), TrackerCredentials.Basic("po@acme.example", Canary), network ?? new(), TimeSpan.FromSeconds(maxWait), time);

    /// <summary>Asks for a path and leaves the answer.</summary>
    public static async Task Get(this TrackerHttp http, string path)
    {
        using var answer = await http.Ask(TrackerRequest.Get(path), default);
        Assert.True(answer.Ok);
    }

    /// <summary>Asks for a path where an error is expected.</summary>
    public static Task<TrackerException> Fails(this TrackerHttp http, string path = "/x") => Assert.ThrowsAsync<TrackerException>(() => http.Ask(TrackerRequest.Get(path), default));
}
