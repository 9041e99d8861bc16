using System.Text.Json;

namespace BacklogHealth.SampleTracker.Tests.Routes.AzureDevOps;

public class WiqlRoutesTests
{
    [Theory]
    [InlineData("[System.TeamProject] = 'Field Service'", "20001,20002,20003")]
    [InlineData("[System.TeamProject] = @project AND [System.WorkItemType] = 'Bug'", "10003")]
    [InlineData("[System.AreaPath] UNDER 'Field Service'", "20001,20002,20003")]
    [InlineData("[System.AreaPath] UNDER 'Field Service\\\\Field' AND NOT [System.State] = 'Doing'", "20001,20003")]
    [InlineData("[System.AreaPath] = 'Field Service'", "")]
    [InlineData("[System.Id] IN (10003, 20002, 5)", "10003,20002")]
    [InlineData("[System.Id] > 20000 AND [System.Id] <= 20002", "20001,20002")]
    [InlineData("[System.Id] NOT IN (20001) AND [System.Id] >= 20000 AND ([System.WorkItemType] = 'Task' OR [System.WorkItemType] = 'User Story')", "20002,20003,30001")]
    [InlineData("[System.WorkItemType] <> 'User Story' AND [System.TeamProject] = 'Checkout'", "10002,10003")]
    [InlineData("[System.Tags] CONTAINS 'voucher'", "10001")]
    [InlineData("[System.Tags] CONTAINS 'vouch'", "")]
    [InlineData("[Title] CONTAINS 'route'", "20001")]
    [InlineData("[System.IterationPath] UNDER 'Checkout\\\\Sprint 2'", "10001,10003")]
    [InlineData("[System.CreatedDate] < '2026-01-05' OR [System.Id] = 20001", "20001")]
    public async Task Items_are_found_by_what_they_hold(string where, string ids)
    {
        await using var sample = await Sample.StartAzure();
        Assert.Equal(ids, string.Join(',', await Ids(sample, $"SELECT [System.Id] FROM WorkItems WHERE {where} ORDER BY [System.Id]")));
    }

    [Fact]
    public async Task An_order_can_go_down_and_a_limit_keeps_its_beginning()
    {
        await using var sample = await Sample.StartAzure();
        Assert.Equal([30001, 20003], await Ids(sample, "select [System.Id] from workitems order by [System.Id] desc", "&$top=2"));
    }

    [Theory]
    [InlineData("SELECT [System.Id] FROM WorkItemLinks", "TF51006: The query statement is missing or wrong. Expecting WorkItems. The error is caused by «WorkItemLinks».")]
    [InlineData("SELECT [System.Id] FROM WorkItems WHERE [Nope] = 1", "TF51005: The query references a field that does not exist. The error is caused by «[Nope]».")]
    [InlineData("SELECT [System.Id] FROM WorkItems WHERE [System.AreaPath] UNDER 'Nowhere'", "TF51011: The specified path does not exist. The error is caused by «'Nowhere'».")]
    [InlineData("SELECT [System.Id] FROM WorkItems WHERE [System.State] EVER 'Done'", "TF51006: The query statement is missing or wrong. The operator EVER cannot be used with the field System.State. The error is caused by «EVER».")]
    [InlineData("SELECT [System.Id] FROM WorkItems WHERE [System.ChangedDate] > @today", "TF51006: The query statement is missing or wrong. The macro is not known. The error is caused by «@today».")]
    [InlineData("SELECT [System.Id] FROM WorkItems ASOF '2026-01-01'", "TF51006: The query statement is missing or wrong. Expecting end of string. The error is caused by «ASOF».")]
    [InlineData("SELECT [System.Id] FROM WorkItems WHERE ([System.Id] = 1", "TF51006: The query statement is missing or wrong. Expecting ). The error is caused by «the end of the query».")]
    [InlineData("SELECT [System.Id] FROM WorkItems WHERE [System.Id] = 'x'", "TF51006: The query statement is missing or wrong. The value is not of the type of the field System.Id. The error is caused by «x».")]
    [InlineData("", "TF51006: The query statement is missing or wrong. Expecting SELECT. The error is caused by «the end of the query».")]
    public async Task What_is_not_understood_is_refused(string query, string message)
    {
        await using var sample = await Sample.StartAzure();
        Assert.Equal(message, await Refusal(sample, query));
    }

    [Fact]
    public async Task A_time_is_refused_where_dates_have_none_and_means_the_minute_where_they_do()
    {
        await using var sample = await Sample.StartAzure();
        const string query = "SELECT [System.Id] FROM WorkItems WHERE [System.Id] < 10010 AND [System.ChangedDate] >= '2026-01-05T09:20:00Z' ORDER BY [System.Id]";
        Assert.StartsWith("You cannot supply a time with the date when running a query using date precision.", await Refusal(sample, query), StringComparison.Ordinal);
        Assert.Equal([10001, 10003, 10008, 10009], await Ids(sample, query, "&timePrecision=true"));
    }

    [Fact]
    public async Task More_than_the_limit_is_an_error_not_a_cut()
    {
        await using var sample = await Sample.StartAzure(change: o => o with { Azure = new AzureDevOpsOptions { QueryLimit = 100 } });
        const string message = "VS402337: The number of work items returned exceeds the size limit of 100. Change the query to return fewer items.";
        Assert.Equal(message, await Refusal(sample, "SELECT [System.Id] FROM WorkItems"));
        Assert.Equal(message, await Refusal(sample, "SELECT [System.Id] FROM WorkItems", "&$top=100"));
        Assert.Equal(99, (await Ids(sample, "SELECT [System.Id] FROM WorkItems", "&$top=99")).Count);
        Assert.Equal(3, (await Ids(sample, "SELECT [System.Id] FROM WorkItems WHERE [System.TeamProject] = 'Field Service'")).Count);
    }

    [Fact]
    public async Task A_team_or_project_that_is_not_there_is_refused()
    {
        await using var sample = await Sample.StartAzure();
        const string body = """{"query":"SELECT [System.Id] FROM WorkItems"}""";
        Assert.Equal("The team with id 'Nobody' does not exist, or you do not have permission to access it.", Message(await sample.Post("Checkout/Nobody/_apis/wit/wiql?api-version=7.1", body, 404)));
        Assert.StartsWith("TF200016: The following project does not exist: Nowhere.", Message(await sample.Post("Nowhere/_apis/wit/wiql?api-version=7.1", body, 404)), StringComparison.Ordinal);
    }

    private static async Task<List<int>> Ids(Sample sample, string query, string more = "")
    {
        var answer = await sample.Post("Checkout/_apis/wit/wiql?api-version=7.1" + more, Body(query));
        return [.. answer.GetProperty("workItems").EnumerateArray().Select(w => w.GetProperty("id").GetInt32())];
    }

    private static async Task<string> Refusal(Sample sample, string query, string more = "") =>
        Message(await sample.Post("Checkout/_apis/wit/wiql?api-version=7.1" + more, Body(query), 400));

    private static string Body(string query) => JsonSerializer.Serialize(new { query = query.Replace("\\\\", "\\", StringComparison.Ordinal) });

    private static string Message(JsonElement error) => error.GetProperty("message").GetString()!;
}
