using BacklogHealth.Pulling;
using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.Settings;
using BacklogHealth.Steps;
using BacklogHealth.Storage;
using BacklogHealth.Testing;

namespace BacklogHealth.Acceptance;

/// <summary>The whole flow on the sample tracker over real HTTP, with a clock that stands on a Monday morning in Berlin.</summary>
internal sealed class SampleRun : IAsyncDisposable
{
    public static readonly DateOnly Sunday = new(2026, 11, 22);
    public static readonly DateTimeOffset MondayMorning = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);
    private const string User = "po@sample.example";
    private const string Token = "sample-token";
    /// <summary>How the sample is served unless a test says otherwise.</summary>
    public static readonly SampleServerOptions Options = new() { User = User, Token = Token, Time = new FixedTime("2026-11-23T06:00:00Z") };

    private readonly string _folder = Directory.CreateTempSubdirectory("backlog-health-").FullName;

    private SampleRun(SampleServer server, SampleBacklog backlog) => (Server, Backlog) = (server, backlog);

    public SampleServer Server { get; }

    public SampleBacklog Backlog { get; }

    public TimeProvider Time { get; } = new FixedTime("2026-11-23T06:00:00Z");

    public string Folder => _folder;

    public string DatabaseFile => Path.Combine(_folder, "sample.db");

    public string ReportFolder => Path.Combine(_folder, "reports");

    public AppSettings Settings { get; private set; } = null!;

    public static async Task<SampleRun> Start(SampleServerOptions? options = null)
    {
        var backlog = SampleBacklogGenerator.Make(Sunday);
        var server = await SampleServer.Start(backlog, options ?? Options, CancellationToken.None);
        var run = new SampleRun(server, backlog);
        run.Settings = run.Configured(Token);
        return run;
    }

    /// <summary>Settings for the running sample, with a token that may be wrong.</summary>
    public AppSettings Configured(string token)
    {
        var connection = new ConnectionSettings { Name = "sample", Kind = TrackerKind.JiraCloud, BaseUrl = Server.BaseUrl, User = User, Token = token, MaxWait = TimeSpan.FromSeconds(5) };
        var teams = Backlog.Projects.Select(p => new TeamSettings { Name = p.Team, Connection = "sample", Project = p.Key, TimeZone = TimeZoneInfo.FindSystemTimeZoneById(Backlog.TimeZone) });
        var deliveries = Backlog.Projects.SelectMany(p => p.Versions.Where(v => v.ReleaseDate >= Sunday && p.Items.Any(i => i.FixVersions.Contains(v.Name))).Select(v => new DeliverySettings(
            v.Name, [p.Team], [.. p.Items.Where(i => i.Type == "Epic" && i.FixVersions.Contains(v.Name)).Select(i => i.Key)], v.ReleaseDate, false)));
        return new AppSettings(new StorageSettings(StorageEngine.Sqlite, $"Data Source={DatabaseFile}"), [connection], [.. teams], [.. deliveries], ReportFolder);
    }

    public Team Team(string name) => new(name, Settings.Teams.Single(t => t.Name == name), Settings.Connections[0]);

    public Task<BacklogStore> OpenStore() => BacklogStore.Open(Settings.Storage.ConnectionString, Time);

    public HealthRun Flow(BacklogStore store) => new(store, Settings, Time, new Screen(TextWriter.Null, TextWriter.Null, interactive: false));

    /// <summary>Pulls and stores one team.</summary>
    public async Task<Stored> Pull(BacklogStore store, string team, TextWriter? error = null)
    {
        var screen = new Screen(TextWriter.Null, error ?? TextWriter.Null, interactive: false);
        using var pulled = await PullStep.From(Team(team), store, Time, screen, CancellationToken.None);
        return await StoreStep.Keep(pulled, store, new PullOptions(), screen, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
