using System.Text;
using System.Text.Json;
using BacklogHealth.Connectors.Jira;
using BacklogHealth.Connectors.Tests.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Tests.Jira;

public sealed class JiraDataCenterTests
{
    private const string Search = "POST /rest/api/2/search";
    private const string Status = """{"id":"11","author":{"key":"mia.krystof","name":"mia.krystof","displayName":"Mia Krystof"},"created":"2026-01-06T08:00:00.000+0100","items":[{"field":"status","fieldtype":"jira","from":"10","fromString":"To Do","to":"20","toString":"In Progress"}]}""";
    private const string Points = """{"id":"12","author":{"key":"JIRAUSER10200","displayName":"Jo Doe"},"created":"2026-01-07T08:00:00.000+0100","items":[{"field":"Story point estimate","fieldtype":"custom","from":null,"fromString":null,"to":null,"toString":"3"},{"field":"Flagged","fieldtype":"custom","from":"","fromString":"","to":"[10019]","toString":"Impediment"}]}""";

    [Fact]
    public async Task A_token_without_a_user_is_sent_as_a_bearer_and_a_user_with_a_password_as_basic()
    {
        await using var bearer = Jira();
        await bearer.Describe();
        Assert.All(bearer.Requests, r => Assert.Equal("Bearer canary-7f3a", r.Headers["Authorization"]));
        await using var basic = Jira();
        await basic.Describe(o => o with { User = "reader" });
        Assert.All(basic.Requests, r => Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("reader:canary-7f3a")), r.Headers["Authorization"]));
    }

    [Fact]
    public async Task The_scope_is_described_through_version_2()
    {
        await using var jira = Jira();
        var profile = await jira.Describe();
        Assert.Equal("Europe/Berlin", profile.TimeZoneId);
        Assert.Equal(("https://jira.acme.example/browse/{key}", "https://jira.acme.example/browse/{key}#peoplemodule"), (profile.BrowseUrl, profile.AuthorUrl));
        Assert.Equal(["10", "20", "30"], profile.Workflow.States.Select(s => s.Id));
        Assert.DoesNotContain(jira.Requests, r => r.Path.Contains("/api/3/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cloud_under_the_settings_of_a_data_center_is_told()
    {
        await using var jira = Jira().On("GET /rest/api/2/serverInfo", """{"deploymentType":"Cloud"}""");
        var error = await Assert.ThrowsAsync<TrackerException>(() => jira.Describe());
        Assert.Equal(TrackerFault.Settings, error.Fault);
        Assert.Equal($"{jira.Where}: this is a Jira of the kind 'Cloud'. Expected Jira Data Center. Set Connections:acme:Kind to JiraCloud.", error.Message);
    }

    [Fact]
    public async Task Issues_come_with_their_histories_in_one_search()
    {
        await using var jira = Jira().On(Search, Found(Issue("1", "20", $"{Points},{Status}", total: 2, """
            ,"reporter":{"key":"mia.krystof","name":"mia.krystof"},"description":"h2. Why\n* by *card*\n* by {{voucher}}","customfield_10016":3.0,"customfield_10019":"0|hzzzzz:","customfield_10021":[{"value":"Impediment"}],"customfield_10001":"64",
            "customfield_10020":["com.atlassian.greenhopper.service.sprint.Sprint@14b1[id=37,rapidViewId=7,state=CLOSED,name=S1, the first,startDate=2026-02-02T09:00:00.000+01:00,endDate=<null>,completeDate=<null>,sequence=37,goal=]",
                                 "com.atlassian.greenhopper.service.sprint.Sprint@14b2[id=36,rapidViewId=7,state=CLOSED,name=S0,startDate=2026-01-02T09:00:00.000+01:00,endDate=<null>,completeDate=<null>,sequence=36,goal=]","nothing"],
            "comment":{"total":1,"comments":[{"id":"5","author":{"key":"mia.krystof"},"created":"2026-01-05T09:05:00.000+0100","body":"A [link|https://example.test]"}]}
            """)));
        var item = Assert.Single((await jira.Fetch("1")).Items);
        Assert.Equal("Why\n- by card\n- by voucher", item.Description.Plain);
        Assert.Equal((3, "0|hzzzzz:", "64", true), (item.StoryPoints, item.Rank, item.Team, item.Flagged));
        Assert.Equal(JiraDataCenter.Instance.Opaque("mia.krystof"), item.AuthorId);
        Assert.Equal(["36", "37"], item.SprintIds);
        Assert.Equal("A link", Assert.Single(item.Comments).Text.Plain);
        Assert.Equal(
            [
                new FieldChange(At(6), FieldNames.State, new("To Do", "10"), new("In Progress", "20"), JiraDataCenter.Instance.Opaque("mia.krystof")),
                new FieldChange(At(7), FieldNames.StoryPoints, null, new("3"), "JIRAUSER10200"),
                new FieldChange(At(7), FieldNames.Flagged, null, new("Impediment", "[10019]"), "JIRAUSER10200"),
            ],
            item.Changes);
        Assert.True(item.HistoryComplete);
        Assert.Equal(
            """{"jql":"id in (1)","startAt":0,"maxResults":1,"validateQuery":false,"fields":["summary","description","issuetype","status","project","created","updated","parent","priority","resolution","duedate","fixVersions","labels","issuelinks","attachment","comment","reporter","creator","customfield_10020","customfield_10014","customfield_10019","customfield_10016","customfield_10030","customfield_10021","customfield_10001"],"expand":["changelog"]}""",
            jira.Bodies(Search).Single().GetRawText());
    }

    [Fact]
    public void A_sign_in_name_is_never_kept_and_still_tells_people_apart()
    {
        var (mia, jo) = (JiraDataCenter.Instance.Opaque("mia.krystof"), JiraDataCenter.Instance.Opaque("jo.doe"));
        Assert.NotEqual(mia, jo);
        Assert.Matches("^u-[0-9a-f]{16}$", mia);
        Assert.Equal(mia, JiraDataCenter.Instance.Opaque(mia));
        Assert.Equal("JIRAUSER10200", JiraDataCenter.Instance.Opaque("JIRAUSER10200"));
        Assert.Matches("^u-", JiraDataCenter.Instance.Opaque("JIRAUSER mia"));
    }

    [Fact]
    public async Task A_site_that_gives_fewer_at_once_is_asked_again_for_the_rest()
    {
        await using var jira = Jira().On(Search, request =>
        {
            var ids = JsonDocument.Parse(request.Body).RootElement.GetProperty("jql").GetString()!["id in (".Length..].TrimEnd(')').Split(", ");
            return Found(ids.Length, [.. ids.Take(2).Select(id => Issue(id))]);
        });
        Assert.Equal(["1", "2", "3", "4", "5"], (await jira.Fetch("1", "2", "3", "4", "5")).Items.Select(i => i.Id));
        Assert.Equal(["id in (1, 2, 3, 4, 5)", "id in (3, 4, 5)", "id in (5)"], jira.Bodies(Search).Select(b => b.GetProperty("jql").GetString()));
    }

    [Fact]
    public async Task What_the_search_does_not_give_is_asked_for_by_itself_and_told_apart()
    {
        await using var jira = Jira()
            .On(Search, Found(Issue("1")))
            .On("GET /rest/api/2/issue/2", new ScriptedAnswer(404, """{"errorMessages":["Issue Does Not Exist"],"errors":{}}"""))
            .On("GET /rest/api/2/issue/3", new ScriptedAnswer(403, """{"errorMessages":["You do not have the permission to see the specified issue."],"errors":{}}"""))
            .On("GET /rest/api/2/issue/4", Issue("4"))
            .On("GET /rest/api/2/issue/5", new ScriptedAnswer(400, "{}"))
            .On("GET /rest/api/2/issue/6", new ScriptedAnswer(404, """{"errorMessages":["Issue does not exist or you do not have permission to see it."],"errors":{}}"""))
            .On("GET /rest/api/2/issue/no%20number", new ScriptedAnswer(404, "{}"));
        var fetched = await jira.Fetch("1", "2", "3", "4", "5", "6", "no number");
        Assert.Equal(["1", "4"], fetched.Items.Select(i => i.Id));
        Assert.Equal(
            [
                new UnavailableItem("2", "Issue Does Not Exist", Absence.Deleted),
                new UnavailableItem("3", "You do not have the permission to see the specified issue.", Absence.Forbidden),
                new UnavailableItem("5", "the tracker answered with 400", Absence.Unreadable),
                new UnavailableItem("6", "Issue does not exist or you do not have permission to see it."),
                new UnavailableItem("no number", "it does not exist any more", Absence.Deleted),
            ],
            fetched.Unavailable);
        Assert.Equal("id in (1, 2, 3, 4, 5, 6)", jira.Bodies(Search).Single().GetProperty("jql").GetString());
    }

    [Fact]
    public async Task A_search_that_is_refused_for_an_id_that_is_gone_does_not_keep_the_others_out()
    {
        await using var jira = Jira()
            .On(Search, new ScriptedAnswer(400, """{"errorMessages":["A value with ID '2' does not exist for the field 'id'."],"errors":{}}"""))
            .On("GET /rest/api/2/issue/1", Issue("1"))
            .On("GET /rest/api/2/issue/2", new ScriptedAnswer(404, """{"errorMessages":["Issue Does Not Exist"],"errors":{}}"""));
        var fetched = await jira.Fetch("1", "2");
        Assert.Equal(["1"], fetched.Items.Select(i => i.Id));
        Assert.Equal([new UnavailableItem("2", "Issue Does Not Exist", Absence.Deleted)], fetched.Unavailable);
    }

    [Fact]
    public async Task A_history_that_came_cut_short_is_read_over_its_pages()
    {
        await using var jira = Jira()
            .On(Search, Found(Issue("1", "20", Points, total: 2)))
            .On("GET /rest/api/2/issue/1/changelog", $$"""{"total":2,"isLast":false,"values":[{{Status}}]}""", $$"""{"total":2,"isLast":true,"values":[{{Points}}]}""");
        var item = Assert.Single((await jira.Fetch("1")).Items);
        Assert.Equal([FieldNames.State, FieldNames.StoryPoints, FieldNames.Flagged], item.Changes.Select(c => c.Field));
        Assert.True(item.HistoryComplete);
        Assert.Equal(["?startAt=0&maxResults=100", "?startAt=1&maxResults=100"], jira.Asked("GET /rest/api/2/issue/1/changelog").Select(r => r.Query));
    }

    [Theory]
    [InlineData(404, "{}")]
    [InlineData(200, """{"total":2,"isLast":true,"values":[]}""")]
    [InlineData(200, """{"total":2,"isLast":false,"values":[]}""")]
    public async Task A_history_that_stays_cut_short_is_marked_and_the_item_is_kept(int status, string pages)
    {
        await using var jira = Jira().On(Search, Found(Issue("1", "10", Points, total: 2))).On("GET /rest/api/2/issue/1/changelog", new ScriptedAnswer(status, pages));
        var item = Assert.Single((await jira.Fetch("1")).Items);
        Assert.False(item.HistoryComplete);
        Assert.Equal(2, item.Changes.Length);
    }

    [Fact]
    public async Task What_was_kept_completes_a_history_so_that_no_page_of_it_is_asked_for_again()
    {
        await using var jira = Jira().On(Search, Found(Issue("1", "20", Status, total: 1)), Found(Issue("1", "20", Points, total: 2)));
        var tracker = await jira.Open();
        var before = Assert.Single((await tracker.Fetch(["1"], SmallJira.NoneKnown, default)).Payloads);
        var item = Assert.Single((await tracker.Fetch(["1"], (_, _) => Task.FromResult<ItemPayload?>(before), default)).Items);
        Assert.Equal([FieldNames.State, FieldNames.StoryPoints, FieldNames.Flagged], item.Changes.Select(c => c.Field));
        Assert.True(item.HistoryComplete);
        Assert.Empty(jira.Asked("GET /rest/api/2/issue/1/changelog"));
    }

    [Fact]
    public async Task Comments_that_came_cut_short_are_read_through_version_2()
    {
        await using var jira = Jira()
            .On(Search, Found(Issue("1", more: ",\"comment\":{\"total\":1,\"comments\":[]}")))
            .On("GET /rest/api/2/issue/1/comment", """{"total":1,"comments":[{"id":"5","created":"2026-01-05T09:05:00.000+0100","body":"bq. Said"}]}""");
        Assert.Equal(TextKind.Quote, Assert.Single(Assert.Single((await jira.Fetch("1")).Items).Comments).Text.Spans[0].Kind);
    }

    [Fact]
    public async Task The_total_of_a_search_is_the_count()
    {
        await using var jira = Jira().On(Search, """{"startAt":0,"maxResults":0,"total":1234,"issues":[]}""");
        Assert.Equal(1234, await (await jira.Open()).ApproximateCount(default));
        Assert.Equal(0, jira.Bodies(Search).Single().GetProperty("maxResults").GetInt32());
    }

    private static SmallJira Jira() => new(JiraDeployment.DataCenter);

    private static string Found(params string[] issues) => Found(issues.Length, issues);

    private static string Found(int total, string[] issues) => $$"""{"startAt":0,"maxResults":50,"total":{{total}},"issues":[{{string.Join(',', issues)}}]}""";

    private static string Issue(string id, string status = "10", string histories = "", int total = 0, string more = "") =>
        $$$$"""{"id":"{{{{id}}}}","key":"CHK-{{{{id}}}}","fields":{"status":{"id":"{{{{status}}}}"},"created":"2026-01-05T10:12:33.000+0100"{{{{more}}}}},"changelog":{"startAt":0,"maxResults":{{{{total}}}},"total":{{{{total}}}},"histories":[{{{{histories}}}}]}}""";

    private static DateTimeOffset At(int day) => new(2026, 1, day, 7, 0, 0, TimeSpan.Zero);
}
