using System.Net;
using BacklogHealth.SampleTracker.Faults;
using BacklogHealth.SampleTracker.Tests.Routes;
using BacklogHealth.Testing;

namespace BacklogHealth.SampleTracker.Tests;

public class SampleServerTests
{
    [Fact]
    public async Task It_listens_on_loopback_only_and_logs_every_request()
    {
        await using var sample = await Sample.Start();
        await sample.Get("rest/api/3/myself");
        await sample.Post("rest/api/3/search/approximate-count", """{"jql":"project = SIM"}""");
        await sample.Get("rest/api/3/nothing", 404);

        Assert.Equal("127.0.0.1", sample.Server.BaseUrl.Host);
        Assert.Collection(sample.Server.Requests,
            first => Assert.Equal((1, "GET", "/rest/api/3/myself", 0, 200), (first.Number, first.Method, first.Target, first.BodyLength, first.Status)),
            second => Assert.Equal(new SampleRequest(2, "POST", "/rest/api/3/search/approximate-count", 23, 200, 11) { IsAuthorized = true, UnderWay = 1, At = SkippingTime.Start }, second),
            third => Assert.Equal(404, third.Status));
    }

    [Theory]
    [InlineData("po@acme.example:wrong")]
    [InlineData("someone@acme.example:secret")]
    public async Task Wrong_credentials_are_refused_in_the_trackers_words(string credentials)
    {
        await using var sample = await Sample.Start();
        sample.Client.DefaultRequestHeaders.Authorization = Sample.Basic(credentials);
        using var response = await sample.Client.GetAsync(new Uri("rest/api/3/myself", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("AUTHENTICATED_FAILED", Assert.Single(response.Headers.GetValues("X-Seraph-LoginReason")));
        Assert.Equal("""{"message":"Client must be authenticated to access this resource.","status-code":401}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_body_that_is_no_JSON_is_refused()
    {
        await using var sample = await Sample.Start();
        Assert.Equal("There was an error parsing JSON. Check that your request body is valid.", Sample.Message(await sample.Post("rest/api/3/search/jql", "{", 400)));
    }

    [Fact]
    public async Task A_replaced_backlog_is_served_from_then_on()
    {
        await using var sample = await Sample.Start();
        sample.Server.Replace(SmallBacklog.Later());

        var issue = await sample.Get("rest/api/3/issue/CHK-1?fields=summary");
        Assert.Equal("Pay by voucher, whole or in part", issue.GetProperty("fields").GetProperty("summary").GetString());
        Assert.Equal(SmallBacklog.CheckoutItems + 1, (await sample.Keys("project = CHK")).Count);
    }

    [Fact]
    public async Task A_taken_port_is_said_in_a_sentence()
    {
        await using var sample = await Sample.Start();
        var port = sample.Server.BaseUrl.Port;
        var options = new SampleServerOptions { Port = port, User = "a", Token = "b", Time = TimeProvider.System };

        var error = await Assert.ThrowsAsync<IOException>(() => SampleServer.Start(SmallBacklog.Make(), options, CancellationToken.None));
        Assert.Equal(FormattableString.Invariant($"sample tracker (127.0.0.1:{port}): the port is taken. Expected a free port. Stop the program that listens there, or use port 0."), error.Message);
    }

    [Fact]
    public async Task A_server_that_goes_away_breaks_off_what_is_still_delayed()
    {
        var clock = new EndlessWait();
        var options = new SampleServerOptions { User = "a", Token = "b", Time = clock, Faults = FaultScript.When("myself").Delay(TimeSpan.FromHours(1)) };
        var server = await SampleServer.Start(SmallBacklog.Make(), options, CancellationToken.None);
        using var client = new HttpClient { BaseAddress = server.BaseUrl };
        var answer = client.GetAsync(new Uri("rest/api/3/myself", UriKind.Relative));
        await clock.Begun;

        await server.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => answer);
    }

    [Fact]
    public async Task The_same_question_gets_the_same_bytes()
    {
        await using var sample = await Sample.Start();
        var address = new Uri("rest/api/3/search/jql?jql=project=CHK&fields=*all&maxResults=100&expand=changelog", UriKind.Relative);
        Assert.Equal(await sample.Client.GetByteArrayAsync(address), await sample.Client.GetByteArrayAsync(address));
    }

    [Fact]
    public async Task A_hidden_project_looks_as_if_it_were_not_there()
    {
        await using var sample = await Sample.Start(hidden: "FLD");

        Assert.Equal("No project could be found with key 'FLD'.", Sample.Message(await sample.Get("rest/api/3/project/FLD", 404)));
        Assert.Equal("The value 'FLD' does not exist for the field 'project'.", await sample.Refusal("project = FLD"));
        Assert.Equal("Issue does not exist or you do not have permission to see it.", Sample.Message(await sample.Get("rest/api/3/issue/FLD-1", 404)));
        Assert.Equal("No project could be found with key or id 'FLD'", Sample.Message(await sample.Get("rest/agile/1.0/board?projectKeyOrId=FLD", 400)));
        var fetched = await sample.Post("rest/api/3/issue/bulkfetch", """{"issueIdsOrKeys":["20001"],"fields":["summary"]}""");
        Assert.Equal("""[{"id":"20001","errorMessage":"Issue does not exist or you do not have permission to see it."}]""", fetched.GetProperty("issueErrors").GetRawText());
    }

    /// <summary>A clock whose timers never ring, and which tells when the first was set.</summary>
    private sealed class EndlessWait : TimeProvider
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Begun => _begun.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _begun.TrySetResult();
            return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
