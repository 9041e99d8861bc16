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
    private readonly SampleServerOptions _options;
    private readonly MeanwhileTime _meanwhile;
    private Action<JsonObject, JsonObject>? _settings;
    private bool _bothTeams;

    private SyncedSample(SampleServer server, SampleBacklog backlog, SampleServerOptions options, MeanwhileTime meanwhile, SkippingTime time) =>
        (Server, Backlog, _options, _meanwhile, _time) = (server, backlog, options, meanwhile, time);

    public SampleTrackerKind Kind => _options.Kind;

    public SampleServer Server { get; private set; }

    /// <summary>What the tracker holds at the moment.</summary>
    public SampleBacklog Backlog { get; private set; }

    /// <summary>The clock of the program.</summary>
    public SkippingTime Time => _time;

    /// <summary>How sentences about the connection begin.</summary>
    public string Where => $"sample ({Server.BaseUrl.ToString().TrimEnd('/')})";

    public string DatabaseFile => Path.Combine(_folder, "sample.db");

    public string Folder => _folder;

    public string ConfigFile => Path.Combine(_folder, "appsettings.json");

    /// <summary>The project that is pulled, as it stands in the tracker.</summary>
    public SampleProject Project => Backlog.Projects[0];

    /// <summary>Everything told on standard error by the last command.</summary>
    public string Told { get; private set; } = "";

    /// <summary>The documents of the last <c>sync</c>, one for each team.</summary>
    public IReadOnlyList<JsonObject> Lines { get; private set; } = [];

    /// <summary>The document of the first team; null where none was printed.</summary>
    public JsonObject? Line => Lines.Count > 0 ? Lines[0] : null;

    /// <summary>Starts a tracker.</summary>
    /// <param name="kind">Which one.</param>
    /// <param name="faults">What goes wrong; null for nothing.</param>
    /// <param name="edit">Changes the small backlog before it is served.</param>
    /// <param name="serve">Changes how it is served.</param>
    /// <param name="time">The clock of the program, where the tracker is to have the same one; null for one of its own.</param>
    /// <param name="whole">Whether the backlog is not cut down to a small one.</param>
    public static async Task<SyncedSample> Start(
        SampleTrackerKind kind, FaultScript? faults = null, Func<SampleBacklog, SampleBacklog>? edit = null, Func<SampleServerOptions, SampleServerOptions>? serve = null,
        SkippingTime? time = null, bool whole = false)
    {
        var backlog = whole ? Whole : Small(Whole, SmallSize);
        backlog = edit is null ? backlog : edit(backlog);
        var meanwhile = new MeanwhileTime(time ?? new SkippingTime(SampleRun.MondayMorning));
        var options = new SampleServerOptions
        {
            Kind = kind,
            User = kind == SampleTrackerKind.JiraCloud ? "po@sample.example" : "",
            Token = SecretToken,
            Time = meanwhile,
            Faults = faults ?? FaultScript.None,
        };
        options = serve is null ? options : serve(options);
        var server = await SampleServer.Start(backlog, options, CancellationToken.None);
        var sample = new SyncedSample(server, backlog, options, meanwhile, time ?? new SkippingTime(SampleRun.MondayMorning));
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

    /// <summary>
    /// From now on the tracker holds the same and is served in another way, from another port: with other faults, or other rights. Its log begins
    /// anew.
    /// </summary>
    /// <param name="faults">What goes wrong; null for nothing.</param>
    /// <param name="serve">Changes how it is served.</param>
    public async Task Serve(FaultScript? faults = null, Func<SampleServerOptions, SampleServerOptions>? serve = null)
    {
        await Server.DisposeAsync();
        var options = _options with { Faults = faults ?? FaultScript.None };
        Server = await SampleServer.Start(Backlog, serve is null ? options : serve(options), CancellationToken.None);
        await Configure(_settings, _bothTeams);
    }

    /// <summary>Writes the settings: one connection, one team for the first project, changed as a test wants.</summary>
    /// <param name="change">Changes connection and team.</param>
    /// <param name="bothTeams">Whether the team of the second project is there, too, unchanged.</param>
    public async Task Configure(Action<JsonObject, JsonObject>? change = null, bool bothTeams = false)
    {
        (_settings, _bothTeams) = (change, bothTeams);
        var connection = new JsonObject
        {
            ["Name"] = "sample",
            [nameof(Kind)] = Kind.ToString(),
            ["BaseUrl"] = Server.BaseUrl.ToString(),
            ["User"] = Kind == SampleTrackerKind.JiraCloud ? "po@sample.example" : "",
            ["Token"] = SecretToken,
            ["MaxWaitSeconds"] = 60,
        };
        var team = Team(Project);
        change?.Invoke(connection, team);
        var settings = new JsonObject
        {
            ["Storage"] = new JsonObject { ["ConnectionString"] = $"Data Source={DatabaseFile}" },
            ["Connections"] = new JsonArray(connection),
            ["Teams"] = bothTeams ? new JsonArray(team, Team(Backlog.Projects[1])) : new JsonArray(team),
        };
        await File.WriteAllTextAsync(ConfigFile, settings.ToJsonString());
    }

    /// <summary>From now on the tracker holds something else.</summary>
    public void Change(Func<SampleBacklog, SampleBacklog> edit)
    {
        Backlog = edit(Backlog);
        Server.Replace(Backlog);
    }

    /// <summary>The tracker is changed while it is read: in the moment a request comes in, once what it answered before is as a test says.</summary>
    /// <param name="when">Told the requests answered so far, by any server of this sample.</param>
    /// <param name="edit">Changes what it holds, once.</param>
    public void ChangeWhen(Func<IReadOnlyList<SampleRequest>, bool> when, Func<SampleBacklog, SampleBacklog> edit) =>
        _meanwhile.Do(() => when(Server.Requests), () => Change(edit));

    /// <summary>Pulls; gives the exit code.</summary>
    public async Task<int> Sync(params string[] options)
    {
        var (code, output) = await Run(["sync", "--json", .. options]);
        Lines = [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(json => JsonNode.Parse(json)!.AsObject())];
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
    /// <param name="team">Another team than the first.</param>
    public async Task<Dictionary<string, WorkItem>> Stored(string? team = null)
    {
        await using var store = await BacklogStore.Open($"Data Source={DatabaseFile}", _time);
        var items = new Dictionary<string, WorkItem>(StringComparer.Ordinal);
        await foreach (var read in store.Items(team ?? Project.Team, null, ItemChoice.All))
        {
            items.Add(read.Item.Id, read.Item);
        }

        return items;
    }

    /// <summary>Checks that what is stored is what the tracker's project holds, item by item, and nothing else but what was removed or cannot be seen.</summary>
    public async Task HoldsAll()
    {
        var there = (await Stored()).Values.Where(i => i is { RemovedAt: null, NotVisibleSince: null }).ToDictionary(i => i.Id, i => i.Title, StringComparer.Ordinal);
        Assert.Equal(Project.Items.Where(i => i is { IsHidden: false, Deleted: null }).ToDictionary(i => i.Id, i => i.Title, StringComparer.Ordinal), there);
    }

    /// <summary>Asks the store something.</summary>
    public async Task<T> Ask<T>(Func<BacklogStore, Task<T>> question)
    {
        await using var store = await BacklogStore.Open($"Data Source={DatabaseFile}", _time);
        return await question(store);
    }

    /// <summary>The state of all that is stored as one short name.</summary>
    public Task<string> State() => Ask(store => store.DataState(Project.Team));

    private JsonObject Team(SampleProject project) => new()
    {
        ["Name"] = project.Team,
        ["Connection"] = "sample",
        [nameof(Project)] = Kind == SampleTrackerKind.AzureDevOps ? project.Name : project.Key,
        ["TimeZone"] = Backlog.TimeZone,
    };

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
