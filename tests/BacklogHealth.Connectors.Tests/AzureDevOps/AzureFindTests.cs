using System.Globalization;
using BacklogHealth.Connectors.Tests.Http;

namespace BacklogHealth.Connectors.Tests.AzureDevOps;

public sealed class AzureFindTests
{
    [Theory]
    [InlineData("[System.Tags] CONTAINS 'launch'")]
    [InlineData("SELECT [System.Id] FROM WorkItems WHERE [System.Tags] CONTAINS 'launch' ORDER BY [System.ChangedDate] DESC")]
    public async Task A_query_reaches_beyond_the_project_and_its_answer_is_proven_whole(string query)
    {
        await using var azure = new SmallAzure().Holding(9, 11, 400);
        var answer = await (await azure.Open()).Find(query, default);
        Assert.Null(answer.Refusal);
        Assert.Equal(["9", "11", "400"], answer.Ids);
        Assert.Equal(
            [
                "SELECT [System.Id] FROM WorkItems WHERE ([System.Tags] CONTAINS 'launch') ORDER BY [System.Id]",
                "SELECT [System.Id] FROM WorkItems WHERE ([System.Tags] CONTAINS 'launch') AND [System.Id] >= 401 ORDER BY [System.Id]",
            ],
            azure.Queries);
    }

    [Fact]
    public async Task More_than_a_query_gives_is_found_in_windows()
    {
        var all = Enumerable.Range(1, 30_000).ToList();
        await using var azure = new SmallAzure().On(SmallAzure.Wiql, request =>
        {
            var query = SmallAzure.Query(request);
            var found = all.Where(SmallAzure.Range(query)).ToList();
            return query.Contains("DESC", StringComparison.Ordinal) ? SmallAzure.Ids(30_000)
                : found.Count > 20_000 ? new ScriptedAnswer(400, """{"message":"VS402337: The number of work items returned exceeds the size limit of 20000."}""") : SmallAzure.Ids(found);
        });
        Assert.Equal(all.Select(i => i.ToString(CultureInfo.InvariantCulture)), (await (await azure.Open()).Find("[System.Tags] CONTAINS 'launch'", default)).Ids);
    }

    [Fact]
    public async Task A_refused_query_is_an_answer_in_the_trackers_words()
    {
        await using var azure = new SmallAzure().On(SmallAzure.Wiql, new ScriptedAnswer(400, """{"message":"TF51005: The query references a field that does not exist."}"""));
        var answer = await (await azure.Open()).Find("[Nope] = 1", default);
        Assert.Equal("400: \"TF51005: The query references a field that does not exist\"", answer.Refusal);
        Assert.Empty(answer.Ids);
    }

    [Theory]
    [InlineData("[a] = 'open", "it has a bracket or a quote that does not close, expected WIQL, as a whole query or as the condition behind WHERE")]
    [InlineData("SELECT [System.Id] FROM WorkItemLinks WHERE [Source].[System.Id] = 1", "it does not ask for items, expected SELECT … FROM WorkItems, since a query for links gives no list")]
    [InlineData("SELECT [System.Id] FROM WorkItems", "it has no condition, so it would find every item of the organisation")]
    public async Task A_query_that_cannot_be_asked_is_not(string query, string refusal)
    {
        await using var azure = new SmallAzure();
        Assert.Equal(refusal, (await (await azure.Open()).Find(query, default)).Refusal);
        Assert.Empty(azure.All);
    }

    [Fact]
    public async Task An_answer_that_contradicts_itself_is_no_answer()
    {
        await using var azure = new SmallAzure().On(SmallAzure.Wiql, SmallAzure.Ids(1, 1));
        var error = await Assert.ThrowsAsync<TrackerException>(async () => await (await azure.Open()).Find("[System.Tags] CONTAINS 'launch'", default));
        Assert.Equal(TrackerFault.Incomplete, error.Fault);
    }
}
