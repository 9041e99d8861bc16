using System.Net;
using System.Text.Json;
using BacklogHealth.SampleTracker.Faults;
using BacklogHealth.SampleTracker.Tests.Routes;
using BacklogHealth.Testing;

namespace BacklogHealth.SampleTracker.Tests.Faults;

public class FaultScriptTests
{
    private const string Search = "rest/api/3/search/jql?jql=project=CHK ORDER BY id ASC&maxResults=100";

    [Fact]
    public async Task Nth_hits_one_request_and_Retry_After_is_in_seconds()
    {
        await using var sample = await Sample.Start(FaultScript.When("myself").Nth(2).Answer(429).RetryAfter(1));
        Assert.Equal([200, 429, 200], await Statuses(sample, "rest/api/3/myself", 3));
        sample.Client.DefaultRequestHeaders.Authorization = null;
        await using var first = await Sample.Start(FaultScript.When("myself").Answer(429).RetryAfter(7));
        using var response = await first.Client.GetAsync(new Uri("rest/api/3/myself", UriKind.Relative));
        Assert.Equal(TimeSpan.FromSeconds(7), response.Headers.RetryAfter!.Delta);
        Assert.Equal("""{"errorMessages":["The request was answered with status 429."],"errors":{}}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Every_After_Times_and_Method_choose_the_requests()
    {
        await using var every = await Sample.Start(FaultScript.When("myself").Every(2).Answer(503));
        Assert.Equal([200, 503, 200, 503], await Statuses(every, "rest/api/3/myself", 4));
        await using var after = await Sample.Start(FaultScript.When("").After(2).Times(1).Answer(500));
        Assert.Equal([200, 200, 500, 200], await Statuses(after, "rest/api/3/myself", 4));
        await using var posted = await Sample.Start(FaultScript.When("search/jql").Method("POST").Asking("FLD").Answer(500));
        await posted.Get(Search);
        await posted.Post("rest/api/3/search/jql", """{"jql":"project = CHK"}""");
        await posted.Post("rest/api/3/search/jql", """{"jql":"project = FLD"}""", 500);
    }

    [Fact]
    public async Task Two_rules_stand_side_by_side()
    {
        await using var sample = await Sample.Start(FaultScript.When("myself").Answer(500).AndWhen("serverInfo").Answer(403));
        await sample.Get("rest/api/3/myself", 500);
        await sample.Get("rest/api/3/serverInfo", 403);
        await sample.Get("rest/api/3/field");
    }

    [Fact]
    public async Task Retry_After_can_be_a_date_from_the_given_clock()
    {
        await using var sample = await Sample.Start(FaultScript.When("myself").Answer(503).RetryAfterDate(TimeSpan.FromSeconds(90)));
        using var response = await sample.Client.GetAsync(new Uri("rest/api/3/myself", UriKind.Relative));
        Assert.Equal(SkippingTime.Start.AddSeconds(90), response.Headers.RetryAfter!.Date);
    }

    [Fact]
    public async Task A_header_comes_on_a_true_answer_too()
    {
        await using var sample = await Sample.Start(FaultScript.When("myself").Header("X-RateLimit-NearLimit", "true"));
        using var response = await sample.Client.GetAsync(new Uri("rest/api/3/myself", UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, "true"), (response.StatusCode, Assert.Single(response.Headers.GetValues("X-RateLimit-NearLimit"))));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(203)]
    public async Task A_sign_in_page_can_stand_in_for_an_answer(int status)
    {
        await using var sample = await Sample.Start(FaultScript.When("myself").AnswerPage(status));
        using var response = await sample.Client.GetAsync(new Uri("rest/api/3/myself", UriKind.Relative));
        Assert.Equal((status, "text/html"), ((int)response.StatusCode, response.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task A_delay_is_waited_by_the_given_clock()
    {
        await using var sample = await Sample.Start(FaultScript.When("myself").Delay(TimeSpan.FromMinutes(5)));
        await sample.Get("rest/api/3/myself");
        Assert.Equal([TimeSpan.FromMinutes(5)], sample.Clock.Waits);
    }

    [Fact]
    public async Task A_body_can_be_cut_short_as_if_it_were_whole()
    {
        await using var sample = await Sample.Start(FaultScript.When("myself").CutBody(10));
        var body = await sample.Client.GetStringAsync(new Uri("rest/api/3/myself", UriKind.Relative));
        Assert.Equal("{\"self\":\"h", body);
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(body));
        Assert.Equal(10, Assert.Single(sample.Server.Requests).Bytes);
    }

    [Fact]
    public async Task A_connection_can_break_within_the_body_or_before_it()
    {
        await using var sample = await Sample.Start(FaultScript.When("myself").BreakOff(10).AndWhen("field").Drop());
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => sample.Client.GetStringAsync(new Uri("rest/api/3/myself", UriKind.Relative)));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => sample.Client.GetStringAsync(new Uri("rest/api/3/field", UriKind.Relative)));
        Assert.Contains(sample.Server.Requests, r => r is { Status: 200, Bytes: 10 });
        Assert.Contains(sample.Server.Requests, r => r is { Status: 0, Bytes: 0 });
    }

    [Fact]
    public async Task A_page_token_can_repeat_for_ever()
    {
        await using var sample = await Sample.Start(FaultScript.When("nextPageToken").RepeatToken());
        var first = await sample.Get(Search);
        var token = first.GetProperty("nextPageToken").GetString();
        var second = await sample.Get(Search + "&nextPageToken=" + token);
        Assert.Equal(token, second.GetProperty("nextPageToken").GetString());
        Assert.False(second.GetProperty("isLast").GetBoolean());
    }

    [Fact]
    public async Task An_empty_page_can_say_that_it_is_not_the_last()
    {
        await using var sample = await Sample.Start(FaultScript.When("search/jql").EmptyPage());
        var page = await sample.Post("rest/api/3/search/jql", """{"jql":"project = SIM"}""");
        Assert.Equal("""{"issues":[],"isLast":false,"nextPageToken":"empty"}""", page.GetRawText());
    }

    [Fact]
    public async Task Short_pages_still_reach_all()
    {
        await using var sample = await Sample.Start(FaultScript.When("search/jql").ShortPage(40));
        Assert.Equal(SmallBacklog.CheckoutItems, (await sample.Keys("project = CHK")).Distinct().Count());
        Assert.Equal(6, sample.Server.Requests.Count);
    }

    [Fact]
    public async Task A_listing_can_end_early_or_leave_items_out()
    {
        await using var early = await Sample.Start(FaultScript.When("search/jql").EndAfter(6));
        Assert.Equal(6, (await early.Keys("project = CHK")).Count);
        await using var omitted = await Sample.Start(FaultScript.When("search/jql").Omit("FLD-2", "20003"));
        Assert.Equal(["FLD-1"], await omitted.Keys("project = FLD"));
    }

    [Fact]
    public async Task A_bulk_fetch_can_leave_an_issue_out_or_refuse_it()
    {
        const string body = """{"issueIdsOrKeys":["20001","20002"],"fields":["summary"]}""";
        await using var omitted = await Sample.Start(FaultScript.When("issue/bulkfetch").Omit("20001"));
        var silent = await omitted.Post("rest/api/3/issue/bulkfetch", body);
        Assert.Equal((1, 0), (silent.GetProperty("issues").GetArrayLength(), silent.GetProperty("issueErrors").GetArrayLength()));
        await using var refused = await Sample.Start(FaultScript.When("issue/bulkfetch").Refuse("FLD-1"));
        var said = await refused.Post("rest/api/3/issue/bulkfetch", body);
        Assert.Equal(1, said.GetProperty("issues").GetArrayLength());
        Assert.Equal("20001", Assert.Single(said.GetProperty("issueErrors").EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_history_can_lose_its_older_part()
    {
        await using var sample = await Sample.Start(FaultScript.When("changelog").TruncateHistory(2));
        var bulk = await sample.Post("rest/api/3/changelog/bulkfetch", """{"issueIdsOrKeys":["10001"]}""");
        var single = await sample.Get("rest/api/3/issue/10001/changelog");
        Assert.Equal(["904", "905"], bulk.GetProperty("issueChangeLogs")[0].GetProperty("changeHistories").EnumerateArray().Select(h => h.GetProperty("id").GetString()));
        Assert.Equal(["904", "905"], single.GetProperty("values").EnumerateArray().Select(h => h.GetProperty("id").GetString()));
    }

    [Fact]
    public void A_word_before_the_first_rule_is_refused()
    {
        var error = Assert.Throws<InvalidOperationException>(() => FaultScript.None.Answer(500));
        Assert.Equal("FaultScript: a word stands before the first rule. Expected When(path) first. Begin the script with FaultScript.When.", error.Message);
    }

    private static async Task<List<int>> Statuses(Sample sample, string path, int times)
    {
        var statuses = new List<int>();
        for (var i = 0; i < times; i++)
        {
            using var response = await sample.Client.GetAsync(new Uri(path, UriKind.Relative));
            statuses.Add((int)response.StatusCode);
        }

        return statuses;
    }
}
