using BacklogHealth.Connectors.Jira;
using BacklogHealth.Connectors.Tests.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Tests.Jira;

public sealed class JiraFindTests
{
    private const string Search = "POST /rest/api/3/search/jql";

    [Fact]
    public async Task A_query_is_followed_page_by_page_and_bounded_by_nothing_but_itself()
    {
        await using var jira = new SmallJira().On(Search, """{"isLast":false,"nextPageToken":"t1","issues":[{"id":"900"},{"id":"1000"}]}""", """{"isLast":true,"issues":[{"id":"11"},{"id":"1000"}]}""");
        var answer = await (await jira.Open()).Find("fixVersion = \"Release 2\" order by rank", default);
        Assert.Null(answer.Refusal);
        Assert.Equal(["11", "900", "1000"], answer.Ids);
        Assert.Equal("""{"jql":"(fixVersion = \u0022Release 2\u0022) ORDER BY created ASC, key ASC","maxResults":5000,"fields":["updated"]}""", jira.Bodies(Search)[0].GetRawText());
        Assert.Equal("t1", jira.Bodies(Search)[1].GetProperty("nextPageToken").GetString());
    }

    [Fact]
    public async Task A_data_center_is_asked_by_position()
    {
        await using var jira = new SmallJira(JiraDeployment.DataCenter)
            .On("POST /rest/api/2/search", """{"startAt":0,"total":3,"issues":[{"id":"1"},{"id":"2"}]}""", """{"startAt":1,"total":3,"issues":[{"id":"2"},{"id":"3"}]}""");
        Assert.Equal(["1", "2", "3"], (await (await jira.Open()).Find("labels = launch", default)).Ids);
    }

    [Fact]
    public async Task A_query_that_finds_nothing_is_answered()
    {
        await using var jira = new SmallJira();
        var answer = await (await jira.Open()).Find("labels = launch", default);
        Assert.Empty(answer.Ids);
        Assert.Null(answer.Refusal);
    }

    [Theory]
    [InlineData(JiraDeployment.Cloud, Search)]
    [InlineData(JiraDeployment.DataCenter, "POST /rest/api/2/search")]
    public async Task A_refused_query_is_an_answer_in_the_trackers_words(JiraDeployment deployment, string search)
    {
        await using var jira = new SmallJira(deployment).On(search, new ScriptedAnswer(400, """{"errorMessages":["The value 'Release 9' does not exist for the field 'fixVersion'."]}"""));
        var answer = await (await jira.Open()).Find("fixVersion = \"Release 9\"", default);
        Assert.Equal("400: \"The value 'Release 9' does not exist for the field 'fixVersion'\"", answer.Refusal);
        Assert.Empty(answer.Ids);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ORDER BY rank")]
    public async Task A_query_for_every_item_of_the_site_is_not_asked(string query)
    {
        await using var jira = new SmallJira();
        Assert.Equal(QueryAnswer.Refused("it has no condition, so it would find every item of the site"), await (await jira.Open()).Find(query, default) with { Ids = QueryAnswer.Refused("").Ids });
        Assert.Empty(jira.Requests);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_whole_is_no_answer()
    {
        await using var jira = new SmallJira().On(Search, """{"isLast":false,"issues":[{"id":"3"}]}""");
        var error = await Assert.ThrowsAsync<TrackerException>(async () => await (await jira.Open()).Find("labels = launch", default));
        Assert.Equal(TrackerFault.Incomplete, error.Fault);
        Assert.Equal($"{jira.Where}: the search said that more follows and gave no token for it. Expected a token on every page but the last. Run the sync again; what is stored stays as it is.", error.Message);
    }

    [Fact]
    public async Task Credentials_that_are_refused_are_an_error_as_anywhere()
    {
        await using var jira = new SmallJira().On(Search, new ScriptedAnswer(401, "{}"));
        var error = await Assert.ThrowsAsync<TrackerException>(async () => await (await jira.Open()).Find("labels = launch", default));
        Assert.Equal(TrackerFault.Refused, error.Fault);
    }
}
