using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BacklogHealth.Benchmarks.Pulls;

/// <summary>A Jira Cloud of any size on loopback that serves rendered pages and counts what it is asked.</summary>
internal sealed class PageServer
{
    private const int ListingPage = 5000;
    private readonly PageTemplates _pages = new();
    private readonly int _items;
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, int> _asked = new(StringComparer.Ordinal);
    private int _changed;
    private long _bytes;
    private int _inFlight;
    private int _mostInFlight;

    private PageServer(int items) => _items = items;

    /// <summary>Serves until it is killed; prints its address in the first line.</summary>
    public static async Task Run(int items)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        var server = new PageServer(items);
        app.Run(server.Answer);
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        await Task.Delay(Timeout.Infinite);
    }

    private async Task Answer(HttpContext context)
    {
        var inFlight = Interlocked.Increment(ref _inFlight);
        lock (_lock)
        {
            _mostInFlight = Math.Max(_mostInFlight, inFlight);
        }

        try
        {
            var path = context.Request.Path.Value!;
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            var answer = Content(path, body.ToArray());
            context.Response.StatusCode = answer is null ? 404 : 200;
            context.Response.ContentType = "application/json";
            answer ??= "{\"errorMessages\":[\"unknown\"]}"u8.ToArray();
            context.Response.ContentLength = answer.Length;
            if (!path.StartsWith("/measure", StringComparison.Ordinal))
            {
                lock (_lock)
                {
                    _bytes += answer.Length;
                    _asked[path] = _asked.GetValueOrDefault(path) + 1;
                }
            }

            await context.Response.Body.WriteAsync(answer);
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    private byte[]? Content(string path, byte[] body) => path switch
    {
        "/rest/api/3/myself" => Text("""{"accountId":"a-1","accountType":"atlassian","active":true,"timeZone":"Europe/Berlin"}"""),
        "/rest/api/3/serverInfo" => Text("""{"baseUrl":"https://big.example","deploymentType":"Cloud"}"""),
        "/rest/api/3/mypermissions" => Text("""{"permissions":{"BROWSE_PROJECTS":{"key":"BROWSE_PROJECTS","name":"Browse Projects","havePermission":true}}}"""),
        "/rest/api/3/project/BIG" => Text("""{"id":"10000","key":"BIG","name":"Big"}"""),
        "/rest/api/3/field" => Text("""
            [{"id":"customfield_10016","name":"Story Points","schema":{"type":"number","custom":"com.pyxis.greenhopper.jira:jsw-story-points"}},
             {"id":"customfield_10020","name":"Sprint","schema":{"type":"array","custom":"com.pyxis.greenhopper.jira:gh-sprint"}},
             {"id":"customfield_10019","name":"Rank","schema":{"type":"any","custom":"com.pyxis.greenhopper.jira:gh-lexo-rank"}}]
            """),
        "/rest/api/3/project/BIG/statuses" or "/rest/api/3/status" => Text(path.EndsWith("/status", StringComparison.Ordinal) ? States : $$"""[{"id":"10001","name":"Story","statuses":{{States}}}]"""),
        "/rest/agile/1.0/board" => Text("""{"isLast":true,"values":[{"id":7,"name":"Big","type":"scrum","location":{"projectId":10000}}]}"""),
        "/rest/agile/1.0/board/7/configuration" => Text("""{"id":7,"filter":{"id":"1"},"columnConfig":{"columns":[{"statuses":[{"id":"10"}]},{"statuses":[{"id":"20"}]},{"statuses":[{"id":"30"}]}]},"estimation":{"type":"field","field":{"fieldId":"customfield_10016"}},"ranking":{"rankCustomFieldId":10019}}"""),
        "/rest/agile/1.0/board/7/sprint" => Text("""{"isLast":true,"values":[{"id":1,"name":"Sprint 1","state":"closed","startDate":"2024-03-04T09:00:00.000Z","endDate":"2024-03-18T09:00:00.000Z","completeDate":"2024-03-18T09:00:00.000Z","goal":"Pay faster"}]}"""),
        "/rest/api/3/search/approximate-count" => Text(string.Create(CultureInfo.InvariantCulture, $"{{\"count\":{_items}}}")),
        "/rest/api/3/search/jql" => Listing(body),
        "/rest/api/3/issue/bulkfetch" => _pages.Items(Ids(body)),
        "/rest/api/3/changelog/bulkfetch" => _pages.Changelogs(Ids(body)),
        "/measure/change" => Change(body),
        "/measure/read" => Measured(),
        _ when path.EndsWith("/remotelink", StringComparison.Ordinal) => Text("[]"),
        _ => null,
    };

    private const string States = """[{"id":"10","name":"To Do","statusCategory":{"key":"new"}},{"id":"20","name":"In Progress","statusCategory":{"key":"indeterminate"}},{"id":"30","name":"Done","statusCategory":{"key":"done"}}]""";

    private byte[] Listing(byte[] body)
    {
        using var asked = JsonDocument.Parse(body);
        var from = asked.RootElement.TryGetProperty("nextPageToken", out var token) ? int.Parse(token.GetString()!, CultureInfo.InvariantCulture) : 0;
        var to = Math.Min(_items, from + ListingPage);
        var page = new StringBuilder("{\"issues\":[");
        for (var i = from; i < to; i++)
        {
            page.Append(i == from ? "" : ",").Append(CultureInfo.InvariantCulture, $"{{\"id\":\"{PageTemplates.FirstId + i}\",\"fields\":{{\"updated\":\"{PageTemplates.Stamp(i < _changed)}\",\"customfield_10019\":\"0|i{PageTemplates.FirstId + i}:\"}}}}");
        }

        page.Append("],\"isLast\":").Append(to == _items ? "true" : string.Create(CultureInfo.InvariantCulture, $"false,\"nextPageToken\":\"{to}\"")).Append('}');
        return Text(page.ToString());
    }

    // From now on this many items have changed, and counting begins anew.
    private byte[] Change(byte[] body)
    {
        _changed = int.Parse(Encoding.ASCII.GetString(body), CultureInfo.InvariantCulture);
        lock (_lock)
        {
            (_bytes, _mostInFlight) = (0, 0);
            _asked.Clear();
        }

        return Text("{}");
    }

    private byte[] Measured()
    {
        lock (_lock)
        {
            return JsonSerializer.SerializeToUtf8Bytes(new ServerCounts(_bytes, _mostInFlight, _asked.Values.Sum(), _asked.Where(a => a.Key.Contains("search", StringComparison.Ordinal)).Sum(a => a.Value), _asked.Where(a => a.Key.Contains("fetch", StringComparison.Ordinal)).Sum(a => a.Value)));
        }
    }

    private static int[] Ids(byte[] body)
    {
        using var asked = JsonDocument.Parse(body);
        return [.. asked.RootElement.GetProperty("issueIdsOrKeys").EnumerateArray().Select(i => int.Parse(i.GetString()!, CultureInfo.InvariantCulture))];
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}

/// <summary>What the server was asked.</summary>
internal sealed record ServerCounts(long Bytes, int MostInFlight, int Requests, int Listings, int Fetches);
