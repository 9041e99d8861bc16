namespace BacklogHealth.SampleTracker.Tests.Routes;

public class PublishedAzureTests
{
    private const string Team = "Checkout/Checkout%20Team/_apis/work/";

    public static TheoryData<string, string, string> GetRoutes { get; } = new()
    {
        { "core", "/{organization}/_apis/projects", "_apis/projects?api-version=7.1" },
        { "core", "/{organization}/_apis/projects/{projectId}", "_apis/projects/Checkout?includeCapabilities=true&api-version=7.1" },
        { "core", "/{organization}/_apis/projects/{projectId}/teams", "_apis/projects/Field%20Service/teams?api-version=7.1" },
        { "core", "/{organization}/_apis/teams", "_apis/teams?api-version=7.1-preview.3" },
        { "work", "/{organization}/{project}/{team}/_apis/work/teamsettings", Team + "teamsettings?api-version=7.1" },
        { "work", "/{organization}/{project}/{team}/_apis/work/teamsettings/iterations", Team + "teamsettings/iterations?api-version=7.1" },
        { "work", "/{organization}/{project}/{team}/_apis/work/teamsettings/teamfieldvalues", Team + "teamsettings/teamfieldvalues?api-version=7.1" },
        { "work", "/{organization}/{project}/{team}/_apis/work/boards", Team + "boards?api-version=7.1" },
        { "work", "/{organization}/{project}/{team}/_apis/work/boards/{id}", Team + "boards/Stories?api-version=7.1" },
        { "work", "/{organization}/{project}/{team}/_apis/work/boards/{board}/columns", Team + "boards/Stories/columns?api-version=7.1" },
        { "work", "/{organization}/{project}/{team}/_apis/work/boards/{board}/rows", Team + "boards/Stories/rows?api-version=7.1" },
        { "work", "/{organization}/{project}/_apis/work/processconfiguration", "Checkout/_apis/work/processconfiguration?api-version=7.1" },
        { "work", "/{organization}/{project}/{team}/_apis/work/backlogconfiguration", Team + "backlogconfiguration?api-version=7.1" },
        { "wit", "/{organization}/{project}/_apis/wit/fields", "Checkout/_apis/wit/fields?api-version=7.1" },
        { "wit", "/{organization}/{project}/_apis/wit/workitemtypes", "Checkout/_apis/wit/workitemtypes?api-version=7.1" },
        { "wit", "/{organization}/{project}/_apis/wit/workitemtypes/{type}", "Checkout/_apis/wit/workitemtypes/User%20Story?api-version=7.1" },
        { "wit", "/{organization}/{project}/_apis/wit/workitemtypes/{type}/states", "Checkout/_apis/wit/workitemtypes/Bug/states?api-version=7.1" },
        { "wit", "/{organization}/_apis/wit/workitemrelationtypes", "_apis/wit/workitemrelationtypes?api-version=7.1" },
        { "wit", "/{organization}/{project}/_apis/wit/classificationnodes/{structureGroup}/{path}", "Checkout/_apis/wit/classificationnodes/iterations?$depth=20&api-version=7.1" },
        { "wit", "/{organization}/{project}/_apis/wit/workitems/{id}", "Checkout/_apis/wit/workitems/10001?$expand=all&api-version=7.1" },
        { "wit", "/{organization}/{project}/_apis/wit/workitems", "Checkout/_apis/wit/workitems?ids=10001,10003&api-version=7.1" },
        { "wit", "/{organization}/{project}/_apis/wit/workItems/{id}/updates", "Checkout/_apis/wit/workItems/10001/updates?api-version=7.1" },
        { "wit", "/{organization}/{project}/_apis/wit/workItems/{id}/revisions", "Checkout/_apis/wit/workItems/10001/revisions?api-version=7.1" },
        { "wit", "/{organization}/{project}/_apis/wit/workItems/{workItemId}/comments", "Checkout/_apis/wit/workItems/10001/comments?$top=3&api-version=7.1-preview.4" },
    };

    [Theory]
    [MemberData(nameof(GetRoutes))]
    public async Task Answers_are_as_the_vendor_describes_them(string area, string described, string called)
    {
        await using var sample = await Sample.StartAzure();
        Published.HoldsAsAzure(await sample.Get(called), "get", area, described);
    }

    [Fact]
    public async Task Queries_and_batches_are_as_the_vendor_describes_them()
    {
        await using var sample = await Sample.StartAzure();
        Published.HoldsAsAzure(
            await sample.Post("Checkout/Checkout%20Team/_apis/wit/wiql?api-version=7.1", """{"query":"SELECT [System.Id], [System.State] FROM WorkItems ORDER BY [System.ChangedDate] DESC"}"""),
            "post", "wit", "/{organization}/{project}/{team}/_apis/wit/wiql");
        Published.HoldsAsAzure(
            await sample.Post("_apis/wit/workitemsbatch?api-version=7.1", """{"ids":[10001,10003],"$expand":"relations"}"""),
            "post", "wit", "/{organization}/{project}/_apis/wit/workitemsbatch");
    }

    [Fact]
    public async Task Revisions_in_reports_are_work_items()
    {
        await using var sample = await Sample.StartAzure();
        var batch = await sample.Get("_apis/wit/reporting/workitemrevisions?$maxPageSize=20&$expand=fields&api-version=7.1");
        var revisions = batch.GetProperty("values").EnumerateArray().ToList();
        Assert.NotEmpty(revisions);
        // One by one and not by Assert.All, which takes a skip for a failure.
        foreach (var revision in revisions)
        {
            Published.HoldsAsAzure(revision, "WorkItem");
        }
    }
}
