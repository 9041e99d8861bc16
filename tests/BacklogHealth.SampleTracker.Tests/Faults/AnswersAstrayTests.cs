using System.IO.Compression;
using System.Net;
using System.Text.Json;
using BacklogHealth.SampleTracker.Faults;
using BacklogHealth.SampleTracker.Tests.Routes;

namespace BacklogHealth.SampleTracker.Tests.Faults;

/// <summary>Faults of size, of addresses, and in the forms of Azure DevOps and Data Center.</summary>
public class AnswersAstrayTests
{
    private const string Revisions = "_apis/wit/reporting/workitemrevisions?$maxPageSize=10&api-version=7.1";

    [Fact]
    public async Task A_body_can_be_small_on_the_way_and_large_when_unpacked()
    {
        await using var sample = await Sample.Start(FaultScript.When("myself").GzipBomb(50_000_000));
        using var response = await sample.Client.GetAsync(new Uri("rest/api/3/myself", UriKind.Relative));
        Assert.Equal("gzip", Assert.Single(response.Content.Headers.ContentEncoding));
        Assert.InRange(response.Content.Headers.ContentLength!.Value, 1, 1_000_000);
        await using var unpacked = new GZipStream(await response.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        var buffer = new byte[1 << 16];
        var length = 0L;
        for (var read = await unpacked.ReadAsync(buffer); read > 0; read = await unpacked.ReadAsync(buffer))
        {
            length += read;
        }

        Assert.Equal(50_000_000, length);
    }

    [Fact]
    public async Task An_answer_can_be_filled_up_and_is_still_the_same()
    {
        await using var sample = await Sample.Start(FaultScript.When("myself").FillTo(1_000_000));
        await sample.Get("rest/api/3/myself");
        Assert.Equal(1_000_000, Assert.Single(sample.Server.Requests).Bytes);
    }

    [Fact]
    public async Task A_next_page_can_be_said_to_be_on_another_host()
    {
        await using var azure = await Sample.StartAzure(change: o => o with { Faults = FaultScript.When("reporting").LinkHost("elsewhere.invalid") });
        Assert.StartsWith("http://elsewhere.invalid:", (await azure.Get(Revisions)).GetProperty("nextLink").GetString(), StringComparison.Ordinal);
        await using var jira = await Sample.Start(FaultScript.When("changelog").LinkHost("elsewhere.invalid"));
        Assert.StartsWith("http://elsewhere.invalid:", (await jira.Get("rest/api/3/issue/CHK-1/changelog?maxResults=1")).GetProperty("nextPage").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_can_be_sent_elsewhere()
    {
        await using var sample = await Sample.Start(FaultScript.When("myself").Redirect("https://elsewhere.invalid/login"));
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = sample.Server.BaseUrl };
        using var response = await client.GetAsync(new Uri("rest/api/3/myself", UriKind.Relative));
        Assert.Equal((HttpStatusCode.Redirect, "https://elsewhere.invalid/login"), (response.StatusCode, response.Headers.Location!.ToString()));
    }

    [Theory]
    [InlineData(false, "2026-03-02T09:01:00Z")]
    [InlineData(true, "1772442060")]
    public async Task A_limit_is_reset_at_a_date_or_in_seconds_since_1970(bool isEpoch, string reset)
    {
        await using var sample = await Sample.Start(FaultScript.When("myself").RateLimit(100, 3, TimeSpan.FromMinutes(1), isEpoch));
        using var response = await sample.Client.GetAsync(new Uri("rest/api/3/myself", UriKind.Relative));
        Assert.Equal(("100", "3", reset), (Header(response, "X-RateLimit-Limit"), Header(response, "X-RateLimit-Remaining"), Header(response, "X-RateLimit-Reset")));
    }

    [Fact]
    public async Task Azure_DevOps_says_errors_in_its_own_form_and_429_as_a_page_where_asked()
    {
        await using var sample = await Sample.StartAzure(change: o => o with { Faults = FaultScript.When("projects").Nth(1).Answer(429).AndWhen("projects").Nth(2).AnswerPage(429) });
        Assert.StartsWith("TF400733", (await sample.Get("_apis/projects", 429)).GetProperty("message").GetString(), StringComparison.Ordinal);
        using var page = await sample.Client.GetAsync(new Uri("_apis/projects", UriKind.Relative));
        Assert.Equal((429, "text/html"), ((int)page.StatusCode, page.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task A_token_of_a_report_can_repeat_for_ever()
    {
        await using var sample = await Sample.StartAzure(change: o => o with { Faults = FaultScript.When("continuationToken").RepeatToken() });
        var first = await sample.Get(Revisions);
        var token = first.GetProperty("continuationToken").GetString()!;
        var second = await sample.Get(Revisions + "&continuationToken=" + token);
        Assert.Equal((token, false), (second.GetProperty("continuationToken").GetString(), second.GetProperty("isLastBatch").GetBoolean()));
        Assert.Contains("continuationToken=" + token, second.GetProperty("nextLink").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_can_be_empty_and_not_the_last_or_end_early()
    {
        await using var empty = await Sample.StartAzure(change: o => o with { Faults = FaultScript.When("reporting").EmptyPage() });
        var page = await empty.Get(Revisions);
        Assert.Equal((0, false), (page.GetProperty("values").GetArrayLength(), page.GetProperty("isLastBatch").GetBoolean()));
        await using var early = await Sample.StartAzure(change: o => o with { Faults = FaultScript.When("reporting").EndAfter(3) });
        page = await early.Get(Revisions);
        Assert.Equal((3, true), (page.GetProperty("values").GetArrayLength(), page.GetProperty("isLastBatch").GetBoolean()));
    }

    [Fact]
    public async Task Azure_DevOps_can_leave_items_out_of_queries_and_batches()
    {
        await using var sample = await Sample.StartAzure(change: o => o with { Faults = FaultScript.When("wiql").Omit("20001").AndWhen("batch").Refuse("20002") });
        var found = await sample.Post("_apis/wit/wiql?api-version=7.1", """{"query":"SELECT [System.Id] FROM WorkItems WHERE [System.TeamProject] = 'Field Service'"}""");
        Assert.Equal([20002, 20003], found.GetProperty("workItems").EnumerateArray().Select(w => w.GetProperty("id").GetInt32()));
        var batch = await sample.Post("_apis/wit/workitemsbatch?api-version=7.1", """{"ids":[20002,20003]}""");
        Assert.Equal([JsonValueKind.Null, JsonValueKind.Object], batch.GetProperty("value").EnumerateArray().Select(v => v.ValueKind));
    }

    [Fact]
    public async Task Azure_DevOps_can_lose_the_older_part_of_a_history()
    {
        await using var sample = await Sample.StartAzure(change: o => o with { Faults = FaultScript.When("/updates").TruncateHistory(2) });
        var updates = await sample.Get("_apis/wit/workItems/10001/updates");
        Assert.Equal((2, 32), (updates.GetProperty("count").GetInt32(), updates.GetProperty("value")[1].GetProperty("id").GetInt32()));
    }

    [Fact]
    public async Task A_Data_Center_can_end_a_search_early_empty_a_page_and_lose_the_older_part_of_a_history()
    {
        var faults = FaultScript.When("startAt=100").EmptyPage().AndWhen("maxResults=7").EndAfter(3).AndWhen("issue/CHK-1").TruncateHistory(2);
        await using var sample = await Sample.StartDataCenter(change: o => o with { Faults = faults });
        var empty = await sample.Get("rest/api/2/search?jql=project=CHK&startAt=100");
        Assert.Equal((0, 230), (empty.GetProperty("issues").GetArrayLength(), empty.GetProperty("total").GetInt32()));
        var early = await sample.Get("rest/api/2/search?jql=project=CHK&startAt=7&maxResults=7");
        Assert.Equal((3, 10), (early.GetProperty("issues").GetArrayLength(), early.GetProperty("total").GetInt32()));
        var histories = (await sample.Get("rest/api/2/issue/CHK-1?expand=changelog")).GetProperty("changelog").GetProperty("histories");
        Assert.Equal(["904", "905"], histories.EnumerateArray().Select(h => h.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_Cloud_keeps_the_newest_of_a_history_that_begins_with_it()
    {
        await using var sample = await Sample.Start(FaultScript.When("search/jql").TruncateHistory(2));
        var issue = (await sample.Get("rest/api/3/search/jql?jql=key=CHK-1&fields=summary&expand=changelog")).GetProperty("issues")[0];
        Assert.Equal(["905", "904"], issue.GetProperty("changelog").GetProperty("histories").EnumerateArray().Select(h => h.GetProperty("id").GetString()));
    }

    private static string Header(HttpResponseMessage response, string name) => Assert.Single(response.Headers.GetValues(name));
}
