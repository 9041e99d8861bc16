using System.Collections.Concurrent;
using System.Net;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Delivery;
using BacklogHealth.Serving;
using BacklogHealth.Settings;
using BacklogHealth.Storage;
using BacklogHealth.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BacklogHealth.Tests.Serving;

/// <summary>The pages, served for real on loopback over a real database, with a clock that can be moved; keeps what was logged.</summary>
internal sealed class ServingRun : IAsyncDisposable
{
    /// <summary>A token that lets in.</summary>
    public const string Token = "canary-0123456789abcdef0123456789abcdef";

    private static readonly ServeUrl AnyPort = new("http://127.0.0.1:0", IPAddress.Loopback, 0);
    private readonly TemporaryFolder _folder = new();
    private readonly List<HttpClient> _clients = [];
    private BacklogStore? _store;
    private ServeHost? _host;

    public FixedTime Time { get; } = new("2026-11-23 06:30");

    public byte[] Key { get; } = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    public BacklogStore Store => _store!;

    public Uri Url => _host!.Addresses[0];

    public PastReports Past => new(_folder.File("past"), 400, Time);

    public ReportLinks Links => new(Key, 30, Time);

    public string Folder => _folder.Path;

    /// <summary>Every line that was logged, with its category.</summary>
    public ConcurrentQueue<string> Logged { get; } = new();

    /// <summary>Starts to serve; one team is stored, whose pull was proven half an hour ago.</summary>
    public static async Task<ServingRun> Start(Func<ServeSettings, ServeSettings>? with = null, Func<ServeParts, ServeParts>? parts = null)
    {
        var run = new ServingRun();
        var serve = new ServeSettings { Urls = [AnyPort], PastReportsFolder = run._folder.File("past") };
        serve = with?.Invoke(serve) ?? serve;
        var settings = new AppSettings(new StorageSettings(StorageEngine.Sqlite, $"Data Source={run._folder.File("test.db")}"), [], [new TeamSettings { Name = "Checkout" }], [], "out") { Serve = serve };
        run._store = await BacklogStore.Open(settings.Storage.ConnectionString, run.Time);
        run.Time.Now = A.Time("2026-11-23 06:00");
        await run.Pull("Checkout", complete: true);
        run.Time.Now = A.Time("2026-11-23 06:30");
        var made = new ServeParts(run._store, settings, run.Time, run.Key)
        {
            Token = serve.Token,
            ClientSecret = serve.OpenId?.ClientSecret ?? "",
            Observe = b => b.Logging.SetMinimumLevel(LogLevel.Trace).Services.AddSingleton<ILoggerProvider>(new Log(run.Logged)),
        };
        run._host = await ServeHost.Start(parts?.Invoke(made) ?? made, CancellationToken.None);
        return run;
    }

    /// <summary>Pulls a team that has no items.</summary>
    public async Task Pull(string team, bool complete)
    {
        await Store.SaveTeam(new StoredTeam(team, "acme", "Jira Cloud, project CHK", "Europe/Berlin", null));
        var run = await Store.BeginPull(team, new PullKey("scope", "mapping"));
        await Store.SaveCensusPage(run, new CensusPage([], IsLast: true));
        await Store.FinishPull(run, new PullEnd { ListingComplete = complete, BrokeOff = !complete, Problems = complete ? [] : ["the tracker broke off."] });
    }

    /// <summary>Has a job run.</summary>
    public async Task Ran(string job, RunState state, string note)
    {
        await Store.Runs.Add(new RunKey(job, "2026-11-23T06:00"), A.Time("2026-11-23 06:00"));
        await Store.Runs.End((await Store.Runs.Claim(job, TimeSpan.FromMinutes(1)))!, state, note);
    }

    /// <summary>Keeps a report that says a few words.</summary>
    public async Task<PastReport> Keep(string words = "<p>canary of an item</p>", string file = "coach.html", string team = "Checkout", string? subscription = "weekly") =>
        (await Past.Keep(new DateTime(2026, 11, 23, 7, 0, 0), subscription, team, [new ParcelFile(file, System.Text.Encoding.UTF8.GetBytes(words))], CancellationToken.None)).Single();

    /// <summary>A browser: with cookies, if wanted, and without following redirects by itself.</summary>
    public HttpClient Browser(CookieContainer? cookies = null, string? bearer = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = cookies is not null, CookieContainer = cookies ?? new() }) { BaseAddress = Url };
        if (bearer is not null)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {bearer}");
        }

        _clients.Add(client);
        return client;
    }

    /// <summary>Status and body of one request.</summary>
    public async Task<(HttpStatusCode Status, string Body)> Ask(string path, HttpMethod? method = null, string? host = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(Url, path));
        request.Headers.Host = host;
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Browser().SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(c => c.Dispose());
        await (_host?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_store?.DisposeAsync() ?? ValueTask.CompletedTask);
        _folder.Dispose();
    }

    private sealed class Log(ConcurrentQueue<string> lines) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => new Lines(categoryName, lines);

        public void Dispose()
        {
        }
    }

    private sealed class Lines(string category, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{category}: {formatter(state, exception)}");
    }
}
