using System.Text.Json;

namespace BacklogHealth.SampleTracker.Tests.Routes.JiraCloud;

public class SearchRoutesTests
{
    [Theory]
    [InlineData("id")]
    [InlineData("id,updated")]
    [InlineData("key,updated")]
    public async Task A_light_search_gives_up_to_5000_issues_a_page(string fields)
    {
        await using var sample = await Sample.Start();
        var page = await sample.Get("rest/api/3/search/jql?jql=project=CHK&maxResults=5000&fields=" + fields);
        Assert.Equal(SmallBacklog.CheckoutItems, page.GetProperty("issues").GetArrayLength());
        Assert.True(page.GetProperty("isLast").GetBoolean());
        Assert.False(page.TryGetProperty("nextPageToken", out _));
    }

    [Fact]
    public async Task With_other_fields_a_page_holds_at_most_100_and_paging_reaches_all_once()
    {
        await using var sample = await Sample.Start();
        var (pages, ids) = await Pages(sample, """ "fields":["summary"],"maxResults":5000 """);
        Assert.Equal([100, 100, 30], pages);
        Assert.Equal(Enumerable.Range(10_001, SmallBacklog.CheckoutItems), ids);
    }

    [Fact]
    public async Task Without_a_size_a_page_holds_50()
    {
        await using var sample = await Sample.Start();
        var (pages, ids) = await Pages(sample, """ "fields":["id"] """);
        Assert.Equal([50, 50, 50, 50, 30], pages);
        Assert.Equal(SmallBacklog.CheckoutItems, ids.Distinct().Count());
    }

    [Fact]
    public async Task Without_fields_only_ids_come()
    {
        await using var sample = await Sample.Start();
        var page = await sample.Get("rest/api/3/search/jql?jql=key=CHK-1");
        Assert.Equal("""{"issues":[{"id":"10001"}],"isLast":true}""", page.GetRawText());
    }

    [Fact]
    public async Task Tokens_are_opaque_short_and_good_for_their_query_only()
    {
        await using var sample = await Sample.Start();
        var page = await sample.Get("rest/api/3/search/jql?jql=project=CHK");
        var token = page.GetProperty("nextPageToken").GetString()!;
        Assert.Matches("^[A-Za-z0-9_-]{22}$", token);
        Assert.DoesNotContain("10181", token, StringComparison.Ordinal);

        foreach (var wrong in new[] { "rest/api/3/search/jql?jql=project=FLD&nextPageToken=" + token, "rest/api/3/search/jql?jql=project=CHK&nextPageToken=nonsense" })
        {
            Assert.Equal("The provided next page token is invalid or expired.", Sample.Message(await sample.Get(wrong, 400)));
        }
    }

    [Fact]
    public async Task A_backlog_that_grows_between_two_pages_neither_skips_nor_repeats()
    {
        await using var sample = await Sample.Start();
        var first = await sample.Get("rest/api/3/search/jql?jql=project=CHK ORDER BY id ASC&maxResults=200");
        sample.Server.Replace(SmallBacklog.Later());
        var second = await sample.Get("rest/api/3/search/jql?jql=project=CHK ORDER BY id ASC&maxResults=200&nextPageToken=" + first.GetProperty("nextPageToken").GetString());
        Assert.Equal(Enumerable.Range(10_001, SmallBacklog.CheckoutItems + 1), Ids(first).Concat(Ids(second)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ORDER BY created DESC")]
    public async Task A_query_without_a_restriction_is_refused(string jql)
    {
        await using var sample = await Sample.Start();
        Assert.Equal("Unbounded JQL queries are not allowed here. Please add a search restriction to your query.", await sample.Refusal(jql));
    }

    [Theory]
    [InlineData("rest/api/2/search?jql=project=CHK")]
    [InlineData("rest/api/3/search?jql=project=CHK")]
    public async Task The_removed_search_is_gone_and_names_the_new_one(string path)
    {
        await using var sample = await Sample.Start();
        Assert.Contains("/rest/api/3/search/jql", Sample.Message(await sample.Get(path, 410)), StringComparison.Ordinal);
        Assert.Contains("/rest/api/3/search/jql", Sample.Message(await sample.Post(path, "{}", 410)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_count_is_that_of_the_query()
    {
        await using var sample = await Sample.Start();
        Assert.Equal("""{"count":3}""", (await sample.Post("rest/api/3/search/approximate-count", """{"jql":"project = FLD"}""")).GetRawText());
    }

    private static async Task<(List<int> Pages, List<int> Ids)> Pages(Sample sample, string asked)
    {
        var pages = new List<int>();
        var ids = new List<int>();
        var token = string.Empty;
        while (true)
        {
            var page = await sample.Post("rest/api/3/search/jql", $$"""{"jql":"project = CHK ORDER BY id ASC",{{asked}}{{token}}}""");
            pages.Add(page.GetProperty("issues").GetArrayLength());
            ids.AddRange(Ids(page));
            if (page.GetProperty("isLast").GetBoolean())
            {
                return (pages, ids);
            }

            token = $$""","nextPageToken":"{{page.GetProperty("nextPageToken").GetString()}}" """;
        }
    }

    private static IEnumerable<int> Ids(JsonElement page) =>
        page.GetProperty("issues").EnumerateArray().Select(i => int.Parse(i.GetProperty("id").GetString()!, System.Globalization.CultureInfo.InvariantCulture));
}
