using System.Text.Json;
using BacklogHealth.Connectors.Jira;
using BacklogHealth.Connectors.Tests.Http;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Testing;

namespace BacklogHealth.Connectors.Tests.Jira;

/// <summary>
/// A scripted Jira with one project, one Scrum board and no items; a test changes the routes it is about. Whatever it is asked is checked
/// against the vendor's published description, where that is at hand.
/// </summary>
internal sealed class SmallJira : IAsyncDisposable
{
    private readonly Dictionary<string, Func<ScriptedRequest, ScriptedAnswer>> _routes = new(StringComparer.Ordinal);
    private ScriptedServer? _server;
    private JiraTracker? _tracker;

    private readonly bool _dataCenter;

    public SmallJira(JiraDeployment deployment = JiraDeployment.Cloud)
    {
        _dataCenter = deployment == JiraDeployment.DataCenter;
        On($"GET {Api}/myself", _dataCenter ? """{"key":"JIRAUSER10100","name":"po","timeZone":"Europe/Berlin"}""" : """{"accountId":"a-1","timeZone":"Europe/Berlin"}""");
        On($"GET {Api}/serverInfo", _dataCenter
            ? """{"baseUrl":"https://jira.acme.example","deploymentType":"Server","version":"10.3.1"}"""
            : """{"baseUrl":"https://acme.atlassian.net","deploymentType":"Cloud"}""");
        On($"GET {Api}/mypermissions", """{"permissions":{"BROWSE_PROJECTS":{"id":"10","key":"BROWSE_PROJECTS","name":"Browse Projects","type":"PROJECT","havePermission":true}}}""");
        On($"GET {Api}/project/CHK", """{"id":"100","key":"CHK","name":"Checkout"}""");
        On($"GET {Api}/field", $$$"""
            [{"id":"summary","name":"Summary","schema":{"type":"string","system":"summary"}},
             {"id":"customfield_10016","name":"Story point estimate","schema":{"type":"number","custom":"com.pyxis.greenhopper.jira:jsw-story-points"}},
             {"id":"customfield_10020","name":"Sprint","schema":{"type":"array","custom":"com.pyxis.greenhopper.jira:gh-sprint"}},
             {"id":"customfield_10014","name":"Epic Link","schema":{"type":"any","custom":"com.pyxis.greenhopper.jira:gh-epic-link"}},
             {"id":"customfield_10019","name":"Rank","schema":{"type":"any","custom":"com.pyxis.greenhopper.jira:gh-lexo-rank"}},
             {"id":"customfield_10030","name":"Acceptance Criteria","schema":{"type":"string","custom":"com.atlassian.jira.plugin.system.customfieldtypes:textarea"}},
             {"id":"customfield_10021","name":"Flagged","schema":{"type":"array","items":"option","custom":"com.atlassian.jira.plugin.system.customfieldtypes:multicheckboxes"}},
             {"id":"customfield_10001","name":"Team","schema":{"type":"team","custom":"com.atlassian.teams:rm-teams-custom-field-team"}},
             {"id":"customfield_10050","name":"Reviewed By","schema":{"type":"user","custom":"com.atlassian.jira.plugin.system.customfieldtypes:userpicker"}}]
            """);
        On($"GET {Api}/status", "[]");
        On($"GET {Api}/project/CHK/statuses", """
            [{"id":"1","name":"Story","statuses":[
               {"id":"30","name":"Done","statusCategory":{"key":"done"}},
               {"id":"10","name":"To Do","statusCategory":{"key":"new"}},
               {"id":"20","name":"In Progress","statusCategory":{"key":"indeterminate"}}]},
             {"id":"2","name":"Bug","statuses":[{"id":"10","name":"To Do","statusCategory":{"key":"new"}}]}]
            """);
        On("GET /rest/agile/1.0/board", """{"isLast":true,"values":[{"id":7,"name":"Checkout","type":"scrum","location":{"projectId":100,"projectKey":"CHK"}}]}""");
        On("GET /rest/agile/1.0/board/7/configuration", """
            {"filter":{"id":"1007"},"columnConfig":{"columns":[{"statuses":[{"id":"10"}]},{"statuses":[{"id":"20"}]},{"statuses":[{"id":"30"}]}]},
             "estimation":{"type":"field","field":{"fieldId":"customfield_10016"}},"ranking":{"rankCustomFieldId":10019}}
            """);
        On("GET /rest/agile/1.0/board/7/sprint", """{"isLast":true,"values":[]}""");
        On("POST /rest/api/3/search/jql", """{"isLast":true,"issues":[]}""");
        On("POST /rest/api/3/search/approximate-count", """{"count":0}""");
        On("POST /rest/api/3/issue/bulkfetch", """{"issues":[],"issueErrors":[]}""");
        On("POST /rest/api/3/changelog/bulkfetch", """{"issueChangeLogs":[]}""");
        On("POST /rest/api/2/search", """{"startAt":0,"maxResults":1000,"total":0,"issues":[]}""");
    }

    /// <summary>What stands before every path, as behind a gateway.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Where the paths of its main interface begin.</summary>
    public string Api => _dataCenter ? "/rest/api/2" : "/rest/api/3";

    public SkippingTime Time { get; } = new();

    public string Where => $"acme ({Url.GetLeftPart(UriPartial.Authority)})";

    public Uri Url => _server!.Url;

    public IEnumerable<ScriptedRequest> Requests => _server!.Requests;

    public IEnumerable<ScriptedRequest> Asked(string route) => _server!.Requests.Where(r => r.Route == route);

    public SmallJira On(string route, Func<ScriptedRequest, ScriptedAnswer> answer)
    {
        _routes[route] = answer;
        return this;
    }

    public SmallJira On(string route, params ScriptedAnswer[] answers)
    {
        var next = 0;
        return On(route, _ => answers[Math.Min(Interlocked.Increment(ref next) - 1, answers.Length - 1)]);
    }

    /// <summary>Starts it and opens the connector.</summary>
    public async Task<JiraTracker> Open(Func<JiraOptions, JiraOptions>? change = null)
    {
        _server = await ScriptedServer.Start(request => _routes.TryGetValue(request.Route.Replace($" {Prefix}", " ", StringComparison.Ordinal), out var answer) ? answer(request) : new ScriptedAnswer(404, """{"errorMessages":["No such route."]}"""));
        var options = new JiraOptions
        {
            Name = "acme",
            Deployment = _dataCenter ? JiraDeployment.DataCenter : JiraDeployment.Cloud,
            BaseUrl = new Uri(_server.Url, Prefix),
            User = _dataCenter ? "" : "po@acme.example",
            Token = "canary-7f3a",
            Project = "CHK",
        };
        return _tracker = new JiraTracker(change is null ? options : change(options), Time);
    }

    /// <summary>Describes the scope.</summary>
    public async Task<TrackerProfile> Describe(Func<JiraOptions, JiraOptions>? change = null) => await (await Open(change)).Describe(default);

    /// <summary>Lists the scope to its end.</summary>
    public async Task<List<CensusPage>> List(Func<JiraOptions, JiraOptions>? change = null)
    {
        var pages = new List<CensusPage>();
        await foreach (var page in (await Open(change)).List(null, default))
        {
            pages.Add(page);
        }

        return pages;
    }

    /// <summary>A store that keeps nothing of what was sent before.</summary>
    public static Task<ItemPayload?> NoneKnown(string id, CancellationToken cancellation) => Task.FromResult<ItemPayload?>(null);

    /// <summary>Fetches items by id.</summary>
    public async Task<FetchedItems> Fetch(params string[] ids) => await (await Open()).Fetch([.. ids], NoneKnown, default);

    /// <summary>The bodies of requests on a route.</summary>
    public List<JsonElement> Bodies(string route) => [.. Asked(route).Select(r => JsonDocument.Parse(r.Body).RootElement)];

    public async ValueTask DisposeAsync()
    {
        _tracker?.Dispose();
        if (_server is not null)
        {
            var requests = _server.Requests;
            await _server.DisposeAsync();
            if (PublishedContract.Folder is not null)
            {
                Assert.Empty(requests.SelectMany(PublishedContract.Objections));
            }
        }
    }
}
