using System.Text.Json;
using BacklogHealth.Connectors.Tests.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Tests.Jira;

public sealed class JiraCensusTests
{
    private const string Search = "POST /rest/api/3/search/jql";
    private const string First = """{"isLast":false,"nextPageToken":"t1","issues":[{"id":"1","fields":{"updated":"2026-01-05T10:12:33.000+0100","customfield_10019":"0|a:"}},{"id":"2","fields":{"updated":"u2","customfield_10019":null}},{"id":"4"}]}""";

    [Fact]
    public async Task The_listing_follows_the_tokens_to_the_end()
    {
        await using var jira = new SmallJira().On(Search, First, """{"issues":[{"id":"3","fields":{"updated":"u3","customfield_10019":"0|b:"}}]}""");
        var pages = await jira.List();
        Assert.Equal([new("1", "2026-01-05T10:12:33.000+0100|0|a:"), new("2", "u2|"), new("4", null)], pages[0].Entries);
        Assert.Equal([new CensusEntry("3", "u3|0|b:")], pages[1].Entries);
        Assert.Equal([false, true], pages.Select(p => p.IsLast));
        var bodies = jira.Asked(Search).Select(r => JsonDocument.Parse(r.Body).RootElement).ToList();
        Assert.Equal("""{"jql":"project = \u0022CHK\u0022 ORDER BY created ASC, key ASC","maxResults":5000,"fields":["updated","customfield_10019"]}""", bodies[0].GetRawText());
        Assert.Equal("t1", bodies[1].GetProperty("nextPageToken").GetString());
    }

    [Fact]
    public async Task An_empty_scope_is_one_empty_last_page()
    {
        await using var jira = new SmallJira();
        var page = Assert.Single(await jira.List());
        Assert.Empty(page.Entries);
        Assert.True(page.IsLast);
    }

    [Fact]
    public async Task A_page_token_that_has_expired_is_no_fault_of_the_query()
    {
        await using var jira = new SmallJira();
        jira.On("POST /rest/api/3/search/jql", """{"nextPageToken":"t1","issues":[{"id":"1"}]}""", new ScriptedAnswer(400, """{"errorMessages":["The provided next page token is invalid or expired."]}"""));
        var error = await Assert.ThrowsAsync<TrackerException>(() => jira.List());
        Assert.Equal(TrackerFault.Incomplete, error.Fault);
        Assert.Equal($"{jira.Where}: the search does not know its own page token any more. Expected a token that holds until the next page is read. Run the sync again; what is stored stays as it is.", error.Message);
    }

    [Theory]
    [InlineData("""{"nextPageToken":"t1","issues":[{"id":"3"}]}""", "the search gave the same page token twice. Expected a new one for every page. Run the sync again; what is stored stays as it is.")]
    [InlineData("""{"nextPageToken":"t2","issues":[]}""", "the search gave an empty page and said that more follows. Expected items on every page but the last. Run the sync again; what is stored stays as it is.")]
    [InlineData("""{"nextPageToken":"t2","issues":[{"id":"1"}]}""", "the search gave item 1 at the head of two pages. Expected every item once. Run the sync again; what is stored stays as it is.")]
    [InlineData("""{"isLast":false,"issues":[{"id":"3"}]}""", "the search said that more follows and gave no token for it. Expected a token on every page but the last. Run the sync again; what is stored stays as it is.")]
    [InlineData("""{"issues":[{"key":"CHK-3"}]}""", "the search gave an item without an id. Expected an id for every item. Update BacklogHealth.")]
    public async Task A_listing_that_cannot_be_whole_is_an_error(string second, string message)
    {
        await using var jira = new SmallJira().On(Search, First, second);
        var error = await Assert.ThrowsAsync<TrackerException>(() => jira.List());
        Assert.Equal(TrackerFault.Incomplete, error.Fault);
        Assert.Equal($"{jira.Where}: {message}", error.Message);
    }

    [Fact]
    public async Task A_query_that_jira_refuses_is_an_error_of_settings()
    {
        await using var jira = new SmallJira().On(Search, new ScriptedAnswer(400, """{"errorMessages":["The value 'NOPE' does not exist for the field 'project'."]}"""));
        var error = await Assert.ThrowsAsync<TrackerException>(() => jira.List());
        Assert.Equal(TrackerFault.Settings, error.Fault);
        Assert.Equal($"{jira.Where}: Jira refused the query project = \"CHK\" ORDER BY created ASC, key ASC (400): \"The value 'NOPE' does not exist for the field 'project'\". Expected a query that Jira can run. Mend the team's Query or Project.", error.Message);
    }

    [Fact]
    public async Task A_removed_search_is_no_empty_listing()
    {
        await using var jira = new SmallJira().On(Search, new ScriptedAnswer(410, """{"errorMessages":["The requested API has been removed."]}"""));
        var error = await Assert.ThrowsAsync<TrackerException>(() => jira.List());
        Assert.Equal($"{jira.Where}: POST /rest/api/3/search/jql has been removed by the vendor (410): \"The requested API has been removed\". Expected the interface that this version was built for. What is stored stays as it is; update BacklogHealth.", error.Message);
    }

    [Fact]
    public async Task A_limit_in_the_middle_is_waited_for_and_counted()
    {
        await using var jira = new SmallJira().On(Search, First, new ScriptedAnswer(429, "<html>", "text/html").With("Retry-After", "3"), """{"isLast":true,"issues":[{"id":"3"}]}""");
        Assert.Equal(4, (await jira.List()).Sum(p => p.Entries.Length));
        Assert.Equal([TimeSpan.FromSeconds(3)], jira.Time.Waits);
    }
}
