using BacklogHealth.Connectors.Jira;
using BacklogHealth.Connectors.Tests.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Tests.Jira;

public sealed class JiraAccessTests
{
    private const string NoBrowse = """{"permissions":{"BROWSE_PROJECTS":{"id":"10","key":"BROWSE_PROJECTS","name":"Browse Projects","type":"PROJECT","havePermission":false}}}""";

    [Theory]
    [InlineData(JiraDeployment.Cloud)]
    [InlineData(JiraDeployment.DataCenter)]
    public async Task An_account_that_may_all_has_nothing_to_mend(JiraDeployment deployment)
    {
        await using var jira = new SmallJira(deployment)
            .On("POST /rest/api/3/search/jql", """{"isLast":true,"issues":[{"id":"1"}]}""")
            .On("POST /rest/api/2/search", """{"total":1,"issues":[{"id":"1"}]}""")
            .On("GET /rest/api/2/issue/1", """{"id":"1","changelog":{"histories":[]}}""");
        Assert.Equal(
            [
                new AccessCheck("Sign in", true, "to be known to the tracker", true),
                new AccessCheck("Browse projects", true, "to list and read the team's items", true),
                new AccessCheck("Search", true, "to list the team's items", true),
                new AccessCheck("Read histories", true, "to know when items were started and finished", true),
                new AccessCheck("Read fields", true, "to find story points, backlog order and sprints", true),
                new AccessCheck("Read boards and sprints", true, "to know sprints with their goals, and the order of states", false),
            ],
            await (await jira.Open()).CheckAccess(default));
    }

    [Fact]
    public async Task Each_permission_that_is_missing_is_named_with_what_to_do()
    {
        await using var jira = new SmallJira()
            .On("GET /rest/api/3/mypermissions", NoBrowse)
            .On("POST /rest/api/3/search/jql", """{"isLast":true,"issues":[{"id":"1"}]}""")
            .On("POST /rest/api/3/changelog/bulkfetch", new ScriptedAnswer(403, "{}"))
            .On("GET /rest/api/3/field", new ScriptedAnswer(403, "{}"))
            .On("GET /rest/agile/1.0/board", new ScriptedAnswer(401, """{"message":"Unauthorized; scope does not match"}"""));
        Assert.Equal(
            [
                new AccessCheck("Browse projects", false, "to list and read the team's items", true, "Ask an administrator of the project for the permission \"Browse projects\", or set Connections:acme:User and Token for an account that has it."),
                new AccessCheck("Read histories", false, "to know when items were started and finished", true, "The tracker answered with 403. Give the token the scope to read issue histories."),
                new AccessCheck("Read fields", false, "to find story points, backlog order and sprints", true, "The tracker answered with 403. Give the token the scope to read Jira."),
                new AccessCheck("Read boards and sprints", false, "to know sprints with their goals, and the order of states", false, "The tracker answered with 401. Give the account access to Jira Software, and the token the scopes to read boards and sprints."),
            ],
            (await (await jira.Open()).CheckAccess(default)).Where(c => !c.Granted));
    }

    [Theory]
    [InlineData("CHK", true)]
    [InlineData("PAY", false)]
    public async Task Where_the_site_does_not_tell_its_permissions_the_project_shows_whether_it_may_be_browsed(string project, bool granted)
    {
        await using var jira = new SmallJira().On("GET /rest/api/3/mypermissions", new ScriptedAnswer(404, "{}")).On("GET /rest/api/3/project/PAY", new ScriptedAnswer(403, "{}"));
        Assert.Equal(granted, Assert.Single(await (await jira.Open(o => o with { Project = project })).CheckAccess(default), c => c.Permission == "Browse projects").Granted);
    }

    [Fact]
    public async Task A_project_that_is_not_there_is_no_lack_of_permission_and_those_that_are_there_are_named()
    {
        await using var jira = new SmallJira().On("GET /rest/api/3/mypermissions", new ScriptedAnswer(404, "{}"))
            .On("GET /rest/api/3/project/search", """{"isLast":true,"values":[{"key":"FLD","name":"Field"},{"key":"CHK","name":"Checkout"}]}""");
        var tracker = await jira.Open(o => o with { Project = "PAY" });
        var (checking, reading) = (await Assert.ThrowsAsync<TrackerException>(() => tracker.CheckAccess(default)), await Assert.ThrowsAsync<TrackerException>(() => tracker.Describe(default)));
        Assert.Equal(TrackerFault.Settings, checking.Fault);
        Assert.Equal($"{jira.Where}: there is no project 'PAY' that the account can see (404). Expected one of: CHK, FLD. Set the team's Project, or give po@acme.example the permission to browse it.", checking.Message);
        Assert.Equal(checking.Message, reading.Message);
    }

    [Fact]
    public async Task A_query_that_the_account_cannot_run_is_named()
    {
        await using var jira = new SmallJira().On("POST /rest/api/3/search/jql", new ScriptedAnswer(400, """{"errorMessages":["The value 'CHK' does not exist for the field 'project'."]}"""));
        Assert.Equal(
            "The tracker answered with 400: \"The value 'CHK' does not exist for the field 'project'\". Mend the team's Project or Query, or ask an administrator for the permission to see them.",
            Assert.Single(await (await jira.Open()).CheckAccess(default), c => c.Permission == "Search").Remedy);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(422)]
    public async Task A_board_that_cannot_have_sprints_is_no_lack_of_permission(int status)
    {
        await using var jira = new SmallJira().On("GET /rest/agile/1.0/board/7/sprint", new ScriptedAnswer(status, "{}"));
        Assert.True(Assert.Single(await (await jira.Open()).CheckAccess(default), c => c.Permission == "Read boards and sprints").Granted);
    }

    [Fact]
    public async Task Refused_credentials_are_an_error_and_sent_once()
    {
        await using var jira = new SmallJira().On("GET /rest/api/3/myself", new ScriptedAnswer(401, "{}"));
        var tracker = await jira.Open();
        Assert.Equal(TrackerFault.Refused, (await Assert.ThrowsAsync<TrackerException>(() => tracker.CheckAccess(default))).Fault);
        Assert.Single(jira.Requests);
    }

    [Fact]
    public async Task A_project_that_may_not_be_browsed_is_refused_and_not_read_as_empty()
    {
        await using var jira = new SmallJira().On("GET /rest/api/3/mypermissions", NoBrowse);
        var error = await Assert.ThrowsAsync<TrackerException>(() => jira.List());
        Assert.Equal(TrackerFault.Refused, error.Fault);
        Assert.Equal($"{jira.Where}: the account may not browse project 'CHK'. Expected the permission \"Browse projects\", without which the tracker shows an empty backlog. Ask an administrator of the project for the permission \"Browse projects\", or set Connections:acme:User and Token for an account that has it.", error.Message);
        Assert.Equal("?projectKey=CHK&permissions=BROWSE_PROJECTS", jira.Asked("GET /rest/api/3/mypermissions").Single().Query);
    }

    [Fact]
    public async Task An_account_that_may_browse_no_project_is_refused_for_a_query_too()
    {
        await using var jira = new SmallJira().On("GET /rest/api/3/mypermissions", NoBrowse);
        var error = await Assert.ThrowsAsync<TrackerException>(() => jira.List(o => o with { Project = "", Query = "labels = pay" }));
        Assert.StartsWith($"{jira.Where}: the account may not browse any project.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(JiraDeployment.Cloud, "/rest/api/3/myself", "an e-mail address and an API token that is still valid", "User and Token")]
    [InlineData(JiraDeployment.DataCenter, "/rest/api/2/myself", "a personal access token that is still valid, or a user with a password where the site allows it", "Token")]
    public async Task A_site_that_answers_nobody_is_refused_and_not_read_as_empty(JiraDeployment deployment, string myself, string expected, string settings)
    {
        await using var jira = new SmallJira(deployment).On($"GET {myself}", """{"displayName":"Anonymous"}""");
        var error = await Assert.ThrowsAsync<TrackerException>(() => jira.Describe());
        Assert.Equal(TrackerFault.Refused, error.Fault);
        Assert.Equal($"{jira.Where}: the tracker answers, but takes us for nobody: it names no account. Expected {expected}, since nobody sees an empty backlog. Set Connections:acme:{settings}.", error.Message);
    }
}
