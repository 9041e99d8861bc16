using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BacklogHealth.Connectors.AzureDevOps;
using BacklogHealth.Connectors.Tests.Http;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Testing;

namespace BacklogHealth.Connectors.Tests.AzureDevOps;

/// <summary>
/// A scripted Azure DevOps with one project of the Agile process, one team and no items; a test changes the routes it is about. Whatever it is asked is
/// checked against the vendor's published description, where that is at hand.
/// </summary>
internal sealed class SmallAzure : IAsyncDisposable
{
    public const string Wiql = "POST /acme/Shop/Shop Team/_apis/wit/wiql";
    public const string Revisions = "GET /acme/_apis/wit/reporting/workitemrevisions";
    public const string Links = "GET /acme/_apis/wit/reporting/workitemlinks";
    public const string Batch = "POST /acme/_apis/wit/workitemsbatch";
    public const string Bin = "GET /acme/Shop/_apis/wit/recyclebin";
    public const string LinkKinds = "GET /acme/_apis/wit/workitemrelationtypes";
    public const string Process = "GET /acme/Shop/_apis/work/processconfiguration";
    public const string Types = "GET /acme/Shop/_apis/wit/workitemtypes";
    public const string Fields = "GET /acme/Shop/_apis/wit/fields";
    public const string Iterations = "GET /acme/Shop/Shop Team/_apis/work/teamsettings/iterations";
    public const string Nodes = "GET /acme/Shop/_apis/wit/classificationnodes/iterations";
    public const string Boards = "GET /acme/Shop/Shop Team/_apis/work/boards";
    public const string Project = "GET /acme/_apis/projects/Shop";

    private readonly Dictionary<string, Func<ScriptedRequest, ScriptedAnswer>> _routes = new(StringComparer.Ordinal);
    private ScriptedServer? _server;
    private AzureDevOpsTracker? _tracker;

    public SmallAzure(AzureProcess? process = null)
    {
        process ??= AzureProcess.Agile;
        On(LinkKinds, """{"value":[{"referenceName":"System.LinkTypes.Dependency-Reverse","name":"Predecessor"},{"referenceName":"System.LinkTypes.Related","name":"Related"},{"referenceName":"System.LinkTypes.Duplicate-Reverse","name":"Duplicate Of"}]}""");
        On("GET /acme/_apis/connectionData", """{"authenticatedUser":{"id":"6d0f8a5e-0000-4000-8000-000000000001"}}""");
        On(Project, """{"id":"p-1","name":"Shop","defaultTeam":{"id":"t-1","name":"Shop Team"}}""");
        On(Process, process.Configuration);
        On(Types, process.Types);
        On(Fields, process.Fields);
        On(Boards, process.Boards);
        foreach (var (id, columns) in process.Columns)
        {
            On($"{Boards}/{id}/columns", columns);
        }

        On(Iterations, """
            {"value":[{"id":"g-2","name":"Sprint 2","path":"Shop\\Sprint 2","attributes":{"startDate":"2026-01-19T00:00:00Z","finishDate":"2026-01-30T00:00:00Z","timeFrame":"current"}},
                      {"id":"g-1","name":"Sprint 1","path":"Shop\\Sprint 1","attributes":{"startDate":"2026-01-05T00:00:00Z","finishDate":"2026-01-16T00:00:00Z","timeFrame":"past"}},
                      {"id":"g-3","name":"Sprint 3","path":"Shop\\Sprint 3","attributes":{"startDate":null,"finishDate":null,"timeFrame":"future"}}]}
            """);
        On(Nodes, """{"id":10,"identifier":"g-0","name":"Shop","children":[{"id":11,"identifier":"g-1"},{"id":12,"identifier":"G-2"},{"id":13,"identifier":"g-3"}]}""");
        On(Wiql, Ids());
        On(Revisions, FeedEnd("r-1"));
        On(Links, FeedEnd("l-1"));
        On(Batch, """{"count":0,"value":[]}""");
        On(Bin, """{"count":0,"value":[]}""");
    }

    public SkippingTime Time { get; } = new();

    public string Where => $"acme ({_server!.Url.GetLeftPart(UriPartial.Authority)}/acme)";

    public string Address => _server!.Url.GetLeftPart(UriPartial.Authority);

    public IReadOnlyList<ScriptedRequest> All => _server!.Requests;

    public List<ScriptedRequest> Asked(string route) => [.. _server!.Requests.Where(r => Uri.UnescapeDataString(r.Route) == route)];

    /// <summary>The queries that were asked, each as its text.</summary>
    public IEnumerable<string> Queries => Asked(Wiql).Select(Query);

    /// <summary>The query that a request asks.</summary>
    public static string Query(ScriptedRequest request) => JsonDocument.Parse(request.Body).RootElement.GetProperty("query").GetString()!;

    public SmallAzure On(string route, Func<ScriptedRequest, ScriptedAnswer> answer)
    {
        _routes[route] = answer;
        return this;
    }

    public SmallAzure On(string route, params ScriptedAnswer[] answers)
    {
        var next = 0;
        return On(route, _ => answers[Math.Min(Interlocked.Increment(ref next) - 1, answers.Length - 1)]);
    }

    /// <summary>Serves an item with its updates, as the batch and the list of updates give them.</summary>
    public SmallAzure With(string item, params string[] updates)
    {
        var id = JsonNode.Parse(item)!["id"]!.GetValue<int>();
        return On(Batch, $$"""{"count":1,"value":[{{item}}]}""")
            .On($"GET /acme/Shop/_apis/wit/workItems/{id.ToString(CultureInfo.InvariantCulture)}/updates", request => Page(request, updates));
    }

    /// <summary>The part of a list that a request asks for.</summary>
    public static ScriptedAnswer Page(ScriptedRequest request, IReadOnlyList<string> entries)
    {
        var query = request.Query.TrimStart('?').Split('&').Select(p => p.Split('=')).ToDictionary(p => p[0], p => p[1]);
        var (top, skip) = (int.Parse(query["$top"], CultureInfo.InvariantCulture), int.Parse(query["$skip"], CultureInfo.InvariantCulture));
        var page = entries.Skip(skip).Take(top).ToList();
        return $$"""{"count":{{page.Count.ToString(CultureInfo.InvariantCulture)}},"value":[{{string.Join(',', page)}}]}""";
    }

    /// <summary>The answer to a query.</summary>
    public static ScriptedAnswer Ids(params IEnumerable<int> ids) =>
        $$"""{"queryType":"flat","asOf":"2026-02-02T10:00:00.123Z","workItems":[{{string.Join(',', ids.Select(i => $$"""{"id":{{i.ToString(CultureInfo.InvariantCulture)}}}"""))}}]}""";

    /// <summary>Holds items of which nothing but the ids is asked: a query gives those in its range.</summary>
    public SmallAzure Holding(params IEnumerable<int> ids) => On(Wiql, request => Ids(ids.Where(Range(Query(request)))));

    /// <summary>True for ids that lie in the range that a query asks for.</summary>
    public static Func<int, bool> Range(string query)
    {
        int Bound(string sign, int otherwise) => Regex.Match(query, $@"\[System\.Id\] {sign} (?<id>\d+)", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } match ? int.Parse(match.Groups["id"].Value, CultureInfo.InvariantCulture) : otherwise;
        var (from, to) = (Bound(">=", 0), Bound("<=", int.MaxValue));
        return id => id >= from && id <= to;
    }

    /// <summary>The last batch of a record of changes.</summary>
    public static ScriptedAnswer FeedEnd(string token, string values = "") => $$"""{"values":[{{values}}],"continuationToken":"{{token}}","isLastBatch":true}""";

    /// <summary>Starts it and opens the connector.</summary>
    public async Task<AzureDevOpsTracker> Open(Func<AzureDevOpsOptions, AzureDevOpsOptions>? change = null)
    {
        _server = await ScriptedServer.Start(request => _routes.TryGetValue(Uri.UnescapeDataString(request.Route), out var answer) ? answer(request) : new ScriptedAnswer(404, """{"message":"No such route."}"""));
        var options = new AzureDevOpsOptions { Name = "acme", BaseUrl = new Uri(_server.Url, "acme/"), Token = "canary-7f3a", Project = "Shop" };
        return _tracker = new AzureDevOpsTracker(change is null ? options : change(options), Time);
    }

    /// <summary>The connector, described.</summary>
    public async Task<AzureDevOpsTracker> Described()
    {
        var tracker = _tracker ?? await Open();
        await tracker.Describe(default);
        return tracker;
    }

    /// <summary>Describes the scope.</summary>
    public async Task<TrackerProfile> Describe(Func<AzureDevOpsOptions, AzureDevOpsOptions>? change = null) => await (_tracker ?? await Open(change)).Describe(default);

    /// <summary>Lists the scope to its end.</summary>
    public async Task<List<CensusPage>> List(string? cursor = null, Func<AzureDevOpsOptions, AzureDevOpsOptions>? change = null)
    {
        var pages = new List<CensusPage>();
        await foreach (var page in (_tracker ?? await Open(change)).List(cursor, default))
        {
            pages.Add(page);
        }

        return pages;
    }

    /// <summary>A store that keeps nothing of what was sent before.</summary>
    public static Task<ItemPayload?> NoneKnown(string id, CancellationToken cancellation) => Task.FromResult<ItemPayload?>(null);

    /// <summary>Fetches items by id.</summary>
    public async Task<FetchedItems> Fetch(params string[] ids) => await (_tracker ?? await Open()).Fetch([.. ids], NoneKnown, default);

    /// <summary>Fetches the one item that is served.</summary>
    public async Task<WorkItem> Item() => Assert.Single((await Fetch("7")).Items);

    public async ValueTask DisposeAsync()
    {
        _tracker?.Dispose();
        if (_server is not null)
        {
            var requests = _server.Requests;
            await _server.DisposeAsync();
            if (AzureContract.Folder is not null)
            {
                Assert.Empty(requests.SelectMany(AzureContract.Objections));
            }
        }
    }
}
