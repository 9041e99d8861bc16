using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.SampleTracker.Faults;
using BacklogHealth.Testing;

namespace BacklogHealth.SampleTracker.Tests.Routes;

/// <summary>The small backlog, served over real HTTP, and a client that has the right credentials.</summary>
internal sealed class Sample : IAsyncDisposable
{
    private Sample(SampleServer server, SkippingTime clock)
    {
        Server = server;
        Clock = clock;
        Client = new HttpClient { BaseAddress = server.BaseUrl };
        Client.DefaultRequestHeaders.Authorization = Basic("po@acme.example:secret");
    }

    public SampleServer Server { get; }

    public SkippingTime Clock { get; }

    public HttpClient Client { get; }

    public static Task<Sample> Start(FaultScript? faults = null, string? zone = null, params string[] hidden) =>
        Start(SmallBacklog.Make(), options => options with { Faults = faults ?? FaultScript.None, AccountTimeZone = zone, HiddenProjects = [.. hidden] });

    /// <summary>The same as a Data Center, read with a token alone.</summary>
    public static async Task<Sample> StartDataCenter(SampleBacklog? backlog = null, Func<SampleServerOptions, SampleServerOptions>? change = null)
    {
        var sample = await Start(backlog ?? SmallBacklog.Make(), options => (change ?? (o => o))(options with { Kind = SampleTrackerKind.JiraDataCenter }));
        sample.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "secret");
        return sample;
    }

    /// <summary>The same as an Azure DevOps, read with a personal access token.</summary>
    public static async Task<Sample> StartAzure(SampleBacklog? backlog = null, Func<SampleServerOptions, SampleServerOptions>? change = null)
    {
        var sample = await Start(backlog ?? SmallBacklog.Make(), options => (change ?? (o => o))(options with { Kind = SampleTrackerKind.AzureDevOps }));
        sample.Client.DefaultRequestHeaders.Authorization = Basic(":secret");
        return sample;
    }

    public static async Task<Sample> Start(SampleBacklog backlog, Func<SampleServerOptions, SampleServerOptions> change)
    {
        var clock = new SkippingTime();
        var options = change(new SampleServerOptions { User = "po@acme.example", Token = "secret", Time = clock });
        return new Sample(await SampleServer.Start(backlog, options, CancellationToken.None), clock);
    }

    public static AuthenticationHeaderValue Basic(string credentials) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));

    public Task<JsonElement> Get(string path, int status = 200) => Read(Client.GetAsync(new Uri(path, UriKind.Relative)), status);

    public async Task<JsonElement> Post(string path, string json, int status = 200)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        return await Read(Client.PostAsync(new Uri(path, UriKind.Relative), content), status);
    }

    /// <summary>Searches, page after page, and gives what each issue is called.</summary>
    public async Task<List<string>> Keys(string jql)
    {
        var keys = new List<string>();
        string? token = null;
        do
        {
            var page = await Get("rest/api/3/search/jql?fields=key&maxResults=5000&jql=" + Uri.EscapeDataString(jql) + (token is null ? "" : "&nextPageToken=" + token));
            keys.AddRange(page.GetProperty("issues").EnumerateArray().Select(i => i.GetProperty("key").GetString()!));
            token = page.TryGetProperty("nextPageToken", out var next) ? next.GetString() : null;
        }
        while (token is not null);

        return keys;
    }

    /// <summary>The one message of a refused search.</summary>
    public async Task<string> Refusal(string jql)
    {
        var answer = await Get("rest/api/3/search/jql?jql=" + Uri.EscapeDataString(jql), 400);
        return Message(answer);
    }

    public static string Message(JsonElement error) => Assert.Single(error.GetProperty("errorMessages").EnumerateArray().Select(m => m.GetString()!));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }

    private static async Task<JsonElement> Read(Task<HttpResponseMessage> sending, int status)
    {
        using var response = await sending;
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((HttpStatusCode)status == response.StatusCode, FormattableString.Invariant($"{(int)response.StatusCode} {text}"));
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
