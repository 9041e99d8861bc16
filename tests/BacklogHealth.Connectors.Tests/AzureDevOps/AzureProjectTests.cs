using BacklogHealth.Connectors.Tests.Http;

namespace BacklogHealth.Connectors.Tests.AzureDevOps;

public sealed class AzureProjectTests
{
    [Fact]
    public async Task A_team_without_a_project_is_an_error_of_settings()
    {
        await using var azure = new SmallAzure();
        var error = await Assert.ThrowsAsync<TrackerException>(() => azure.Describe(o => o with { Project = "" }));
        Assert.Equal(TrackerFault.Settings, error.Fault);
        Assert.Equal($"{azure.Where}: the team has no project. Expected one, since area paths, iterations and boards belong to a project. Set the team's Project to its name.", error.Message);
    }

    [Fact]
    public async Task A_project_that_is_not_there_is_an_error_of_settings()
    {
        await using var azure = new SmallAzure().On(SmallAzure.Project, new ScriptedAnswer(404, """{"message":"TF200016: The following project does not exist: Shop."}""")).On("GET /acme/_apis/projects", """{"value":[{"name":"Shop 2"},{"name":"Field"}]}""");
        var error = await Assert.ThrowsAsync<TrackerException>(() => azure.Describe());
        Assert.Equal(TrackerFault.Settings, error.Fault);
        Assert.Equal($"{azure.Where}: there is no project 'Shop' that the account can see (404: \"TF200016: The following project does not exist: Shop\"). Expected one of: Field, Shop 2. Set the team's Project, or let an administrator add the account to the project's readers.", error.Message);
    }

    [Fact]
    public async Task A_team_that_is_not_there_is_an_error_that_lists_those_that_are()
    {
        await using var azure = new SmallAzure().On("GET /acme/_apis/projects/p-1/teams", """{"value":[{"name":"Shop Team"},{"name":"Red"}]}""");
        var error = await Assert.ThrowsAsync<TrackerException>(() => azure.Describe(o => o with { Team = "Rde" }));
        Assert.Equal(TrackerFault.Settings, error.Fault);
        Assert.Equal($"{azure.Where}: project 'Shop' has no team 'Rde' that the account can see (404: \"No such route\"). Expected one of: 'Red', 'Shop Team'. Set the team's Board.", error.Message);
    }

    [Fact]
    public async Task A_project_may_be_named_by_its_id_and_is_then_known_by_its_name()
    {
        await using var azure = new SmallAzure().On("GET /acme/_apis/projects/p-1", """{"id":"p-1","name":"Shop","defaultTeam":{"name":"Shop Team"}}""");
        var profile = await azure.Describe(o => o with { Project = "p-1" });
        Assert.Equal($"{azure.Address}/acme/Shop/_workitems/edit/{{key}}", profile.BrowseUrl);
    }

    [Fact]
    public async Task Pages_for_people_may_have_another_address()
    {
        await using var azure = new SmallAzure();
        var profile = await azure.Describe(o => o with { BrowseUrl = new Uri("https://boards.acme.example/acme/") });
        Assert.Equal("https://boards.acme.example/acme/Shop/_workitems/edit/{key}", profile.BrowseUrl);
        Assert.Equal(
            "https://boards.acme.example/acme/Shop/_workitems?_a=query&wiql=SELECT [System.Id], [System.CreatedBy], [System.CreatedDate], [System.Title] FROM workitems WHERE [System.Id] = {key}",
            Uri.UnescapeDataString(profile.AuthorUrl!));
    }

    [Fact]
    public async Task Places_are_all_projects_with_their_teams_over_all_pages()
    {
        var many = Enumerable.Range(0, 130).Select(i => $$"""{"name":"P{{i:000}}"}""").ToList();
        await using var azure = new SmallAzure()
            .On("GET /acme/_apis/projects", request => SmallAzure.Page(request, many))
            .On("GET /acme/_apis/teams", """{"value":[{"name":"Red","projectName":"P007"},{"name":"Blue","projectName":"P007"}]}""");
        var places = await (await azure.Open(o => o with { Project = "" })).Places(default);
        Assert.Equal(130, places.Length);
        Assert.Equal(["Blue", "Red"], places[7].Teams);
        Assert.Empty(places[8].Teams);
    }

    [Fact]
    public async Task A_list_of_projects_that_never_ends_is_an_error()
    {
        var page = $$"""{"value":[{{string.Join(',', Enumerable.Repeat("""{"name":"Shop"}""", 100))}}]}""";
        await using var azure = new SmallAzure().On("GET /acme/_apis/projects", page);
        var tracker = await azure.Open();
        var error = await Assert.ThrowsAsync<TrackerException>(() => tracker.Places(default));
        Assert.Equal(TrackerFault.Incomplete, error.Fault);
        Assert.Equal($"{azure.Where}: GET /_apis/projects gave the same page twice. Expected each entry once. Run the sync again; what is stored stays as it is.", error.Message);
    }
}
