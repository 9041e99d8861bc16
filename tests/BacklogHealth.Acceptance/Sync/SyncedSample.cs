using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.SampleTracker.Faults;
using BacklogHealth.Storage;
using BacklogHealth.Testing;

namespace BacklogHealth.Acceptance.Sync;

/// <summary>
/// A sample tracker of one kind with a small backlog, and the program that pulls from it: what a person types, what is told, what is stored. Waits
/// are skipped, by the tracker's clock as by the program's.
/// </summary>
internal sealed class SyncedSample : IAsyncDisposable
{
    /// <summary>The token of the account that reads: no output may hold it.</summary>
    public const string SecretToken = "sample-token-4711";

    /// <summary>How many items each project of a small backlog has.</summary>
    public const int SmallSize = 60;

    private static readonly SampleBacklog Whole = SampleBacklogGenerator.Make(SampleRun.Sunday);

    private readonly string _folder = Directory.CreateTempSubdirectory("backlog-health-").FullName;
    private readonly Dictionary<string, string> _variables = new(StringComparer.OrdinalIgnoreCase);
    private readonly SkippingTime _time;

    private SyncedSample(SampleTrackerKind kind, SampleServer server, SampleBacklog backlog, SkippingTime time) => (Kind, Server, Backlog, _time) = (kind, server, backlog, time);

    public SampleTrackerKind Kind { get; }

    public SampleServer Server { get; private set; }

    /// <summary>What the tracker holds at the moment.</summary>
    public SampleBacklog Backlog { get; private set; }

    /// <summary>The clock of the program.</summary>
    public SkippingTime Time => _time;

    /// <summary>How sentences about the connection begin.</summary>
    public string Where => $"sample ({Server.BaseUrl.ToString().TrimEnd('/')})";

    public string DatabaseFile => Path.Combine(_folder, "sample.db");

    public string ConfigFile => Path.Combine(_folder, "appsettings.json");

    /// <summary>The project that is pulled, as it stands in the tracker.</summary>
    public SampleProject Project => Backlog.Projects[0];

    /// <summary>Everything told on standard error by the last command.</summary>
    public string Told { get; private set; } = "";

    /// <summary>The document of the last <c>sync</c>; null where it printed none.</summary>
    public JsonObject? Line { get; private set; }

    /// <summary>Starts a tracker.</summary>
    /// <param name="kind">Which one.</param>
    /// <param name="faults">What goes wrong; null for nothing.</param>
    /// <param name="edit">Changes the small backlog before it is served.</param>
    /// <param name="serve">Changes how it is served.</param>
    /// <param name="time">The clock of the program, where the tracker is to have the same one; null for one of its own.</param>
    public static async Task<SyncedSample> Start(
        SampleTrackerKind kind, FaultScript? faults = null, Func<SampleBacklog, SampleBacklog>? edit = null, Func<SampleServerOptions, SampleServerOptions>? serve = null,
        SkippingTime? time = null)
    {
        var backlog = Small(Whole, SmallSize);
        backlog = edit is null ? backlog : edit(backlog);
        var options = new SampleServerOptions
        {
            Kind = kind,
            User = kind == SampleTrackerKind.JiraCloud ? "po@sample.example" : "",
            Token = SecretToken,
            Time = time ?? new SkippingTime(SampleRun.MondayMorning),
            Faults = faults ?? FaultScript.None,
        };
        var server = await SampleServer.Start(backlog, serve is null ? options : serve(options), CancellationToken.None);
        var sample = new SyncedSample(kind, server, backlog, time ?? new SkippingTime(SampleRun.MondayMorning));
        await sample.Configure();
        return sample;
    }

    /// <summary>The first items of each project, with parents and links only to items that are among them.</summary>
    public static SampleBacklog Small(SampleBacklog backlog, int items) => backlog with
    {
        Projects = [.. backlog.Projects.Select(p =>
        {
            var kept = p.Items.Take(items).ToImmutableArray();
            var (ids, keys) = (kept.Select(i => i.Id).ToHashSet(StringComparer.Ordinal), kept.Select(i => i.Key).ToHashSet(StringComparer.Ordinal));
            return p with
            {
                Items = [.. kept.Select(i => i with
                {
                    ParentId = i.ParentId is not null && ids.Contains(i.ParentId) ? i.ParentId : null,
                    Links = [.. i.Links.Where(l => keys.Contains(l.OtherKey))],
                })],
            };
        })],
    };

    /// <summary>Writes the settings: one connection, one team for the first project, changed as a test wants.</summary>
    /// <param name="change">Changes connection and team.</param>
    public async Task Configure(Action<JsonObject, JsonObject>? change = null)
    {
        var connection = new JsonObject
        {
            ["Name"] = "sample",
            [nameof(Kind)] = Kind.ToString(),
            ["BaseUrl"] = Server.BaseUrl.ToString(),
            ["User"] = Kind == SampleTrackerKind.JiraCloud ? "po@sample.example" : "",
            ["Token"] = SecretToken,
            ["MaxWaitSeconds"] = 60,
        };
        var team = new JsonObject
        {
            ["Name"] = Project.Team,
            ["Connection"] = "sample",
            [nameof(Project)] = Kind == SampleTrackerKind.AzureDevOps ? Project.Name : Project.Key,
            ["TimeZone"] = Backlog.TimeZone,
        };
        change?.Invoke(connection, team);
        var settings = new JsonObject
        {
            ["Storage"] = new JsonObject { ["ConnectionString"] = $"Data Source={DatabaseFile}" },
            ["Connections"] = new JsonArray(connection),
            ["Teams"] = new JsonArray(team),
        };
        await File.WriteAllTextAsync(ConfigFile, settings.ToJsonString());
    }

    /// <summary>From now on the tracker holds something else.</summary>
    public void Change(Func<SampleBacklog, SampleBacklog> edit)
    {
        Backlog = edit(Backlog);
        Server.Replace(Backlog);
    }

    /// <summary>Pulls; gives the exit code.</summary>
    public async Task<int> Sync(params string[] options)
    {
        var (code, output) = await Run(["sync", "--json", .. options]);
        Line = output.Trim() is { Length: > 0 } json ? JsonNode.Parse(json)!.AsObject() : null;
        return code;
    }

    /// <summary>Runs any command on these settings; gives the exit code and what it wrote to standard output.</summary>
    public async Task<(int Code, string Output)> Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var host = new AppHost(output, error, TextReader.Null, _time, _variables, IsTerminal: false, CanAsk: false);
        var code = await new CommandLineApp(host).Run([.. args, "--config", ConfigFile]);
        Told = error.ToString();
        return (code, output.ToString());
    }

    /// <summary>A number of the last document of <c>sync</c>.</summary>
    public int Number(string name) => Line![name]!.GetValue<int>();

    /// <summary>The problems of the last document of <c>sync</c>.</summary>
    public IReadOnlyList<string> Problems => [.. Line!["problems"]!.AsArray().Select(p => p!.GetValue<string>())];

    /// <summary>Everything stored of the team, by id, removed and invisible items too.</summary>
    public async Task<Dictionary<string, WorkItem>> Stored()
    {
        await using var store = await BacklogStore.Open($"Data Source={DatabaseFile}", _time);
        var items = new Dictionary<string, WorkItem>(StringComparer.Ordinal);
        await foreach (var read in store.Items(Project.Team, null, ItemChoice.All))
        {
            items.Add(read.Item.Id, read.Item);
        }

        return items;
    }

    /// <summary>The state of all that is stored as one short name.</summary>
    public async Task<string> State()
    {
        await using var store = await BacklogStore.Open($"Data Source={DatabaseFile}", _time);
        return await store.DataState(Project.Team);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
