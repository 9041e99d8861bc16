using System.Net;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.SampleTracker.Faults;
using BacklogHealth.SampleTracker.Tests.Routes;
using BacklogHealth.Testing;

namespace BacklogHealth.SampleTracker.Tests;

/// <summary>A site that changes while it is looked at, a lagging index, a cap on the pace.</summary>
public class SiteInMotionTests
{
    [Fact]
    public async Task An_item_that_the_account_may_not_see_is_missing_although_its_project_is_there()
    {
        await using var sample = await Sample.Start(SmallBacklog.Make().Hide("20001"), o => o);
        Assert.Equal(["FLD-3", "FLD-2"], await sample.Keys("project = FLD"));
        var fetched = await sample.Post("rest/api/3/issue/bulkfetch", """{"issueIdsOrKeys":["20001"]}""");
        Assert.Equal(1, fetched.GetProperty("issueErrors").GetArrayLength());
    }

    [Theory]
    [InlineData(SampleTrackerKind.JiraCloud)]
    [InlineData(SampleTrackerKind.JiraDataCenter)]
    [InlineData(SampleTrackerKind.AzureDevOps)]
    public async Task A_lagging_index_does_not_find_what_has_just_changed_until_it_has_caught_up(SampleTrackerKind kind)
    {
        var clock = new FixedTime("2026-03-02 09:00");
        var options = new SampleServerOptions { Kind = kind, User = "a", Token = "b", Time = clock, IndexDelay = TimeSpan.FromMinutes(10) };
        await using var server = await SampleServer.Start(SmallBacklog.Make().Retitle("20001", "Show the way", clock.Now.AddMinutes(-1)), options, CancellationToken.None);
        using var client = new HttpClient { BaseAddress = server.BaseUrl };
        client.DefaultRequestHeaders.Authorization = Sample.Basic("a:b");

        Assert.Equal(2, await Found(client, kind));
        Assert.Contains("Show the way", await client.GetStringAsync(new Uri(One(kind), UriKind.Relative)), StringComparison.Ordinal);
        clock.Now = clock.Now.AddMinutes(9);
        Assert.Equal(3, await Found(client, kind));
    }

    [Fact]
    public async Task A_request_above_the_cap_is_told_to_wait()
    {
        var clock = new FixedTime("2026-03-02 09:00");
        await using var sample = await Sample.Start(SmallBacklog.Make(), o => o with { RequestsPerSecond = 2, Time = clock });
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
        {
            using var response = await sample.Client.GetAsync(new Uri("rest/api/3/myself", UriKind.Relative));
            statuses.Add(response.StatusCode);
            Assert.Equal(response.StatusCode is HttpStatusCode.TooManyRequests, response.Headers.RetryAfter?.Delta == TimeSpan.FromSeconds(1));
            clock.Now = clock.Now.AddSeconds(i == 2 ? 1 : 0);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.OK], statuses);
    }

    [Fact]
    public async Task The_log_tells_how_many_requests_were_under_way_and_which_carried_credentials()
    {
        var clock = new Gate(expected: 3);
        await using var sample = await Sample.Start(SmallBacklog.Make(), o => o with { Time = clock, Faults = FaultScript.When("myself").Delay(TimeSpan.FromHours(1)) });
        var waiting = Enumerable.Range(0, 3).Select(_ => sample.Client.GetAsync(new Uri("rest/api/3/myself", UriKind.Relative))).ToList();
        await clock.Full;
        clock.Open();
        foreach (var answer in await Task.WhenAll(waiting))
        {
            answer.Dispose();
        }

        sample.Client.DefaultRequestHeaders.Authorization = null;
        await sample.Get("rest/api/3/field", 401);
        Assert.Equal(3, sample.Server.Requests.Max(r => r.UnderWay));
        Assert.Equal([true, true, true, false], sample.Server.Requests.Select(r => r.IsAuthorized));
        Assert.Equal(1, sample.Server.Requests[^1].UnderWay);
    }

    private static string One(SampleTrackerKind kind) => kind switch
    {
        SampleTrackerKind.JiraDataCenter => "rest/api/2/issue/20001",
        SampleTrackerKind.AzureDevOps => "_apis/wit/workItems/20001",
        _ => "rest/api/3/issue/20001",
    };

    private static async Task<int> Found(HttpClient client, SampleTrackerKind kind)
    {
        var (path, body, list) = kind switch
        {
            SampleTrackerKind.JiraDataCenter => ("rest/api/2/search", """{"jql":"project = FLD"}""", "issues"),
            SampleTrackerKind.AzureDevOps => ("_apis/wit/wiql?api-version=7.1", """{"query":"SELECT [System.Id] FROM WorkItems WHERE [System.TeamProject] = 'Field Service'"}""", "workItems"),
            _ => ("rest/api/3/search/jql", """{"jql":"project = FLD"}""", "issues"),
        };
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), content);
        using var answer = System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return answer.RootElement.GetProperty(list).GetArrayLength();
    }

    /// <summary>A clock whose timers ring when the gate is opened, and which tells when so many were set.</summary>
    private sealed class Gate(int expected) : TimeProvider
    {
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _full = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _waiting;

        public Task Full => _full.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _ = _open.Task.ContinueWith(_ => callback(state), TaskScheduler.Default);
            if (Interlocked.Increment(ref _waiting) == expected)
            {
                _full.SetResult();
            }

            return System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public void Open() => _open.SetResult();
    }
}
