using System.Text.Json;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Tests.Routes.AzureDevOps;

public class ItemRoutesTests
{
    [Fact]
    public async Task An_item_carries_its_fields_in_the_trackers_shapes()
    {
        await using var sample = await Sample.StartAzure();
        var item = await sample.Get("_apis/wit/workItems/10001?$expand=relations&api-version=7.1");
        var fields = item.GetProperty("fields");

        Assert.Equal("User Story", Text(fields, "System.WorkItemType"));
        Assert.Equal(("Checkout", "Checkout\\Checkout", "Checkout\\Sprint 2"), (Text(fields, "System.TeamProject"), Text(fields, "System.AreaPath"), Text(fields, "System.IterationPath")));
        Assert.Equal(("Done", "Done"), (Text(fields, "System.State"), Text(fields, "System.BoardColumn")));
        Assert.Equal("2026-01-05T09:12:33Z", Text(fields, "System.CreatedDate"));
        Assert.Equal("2026-01-30T09:12:33Z", Text(fields, "System.ChangedDate"));
        Assert.Equal(3, fields.GetProperty("Microsoft.VSTS.Scheduling.StoryPoints").GetDouble());
        Assert.Equal("voucher; payment", Text(fields, "System.Tags"));
        Assert.Equal(10002, fields.GetProperty("System.Parent").GetInt32());
        Assert.Equal(25, fields.GetProperty("System.CommentCount").GetInt32());
        Assert.Equal(2, fields.GetProperty("Microsoft.VSTS.Common.Priority").GetInt32());
        Assert.Equal("2026-06-30T00:00:00Z", Text(fields, "Microsoft.VSTS.Scheduling.DueDate"));
        Assert.False(fields.TryGetProperty("System.IterationId", out _));
        Assert.Equal("Checkout", (await sample.Get("_apis/wit/workItems/10001?fields=System.TeamProject")).GetProperty("fields").EnumerateObject().Single().Value.GetString());
        var relations = item.GetProperty("relations").EnumerateArray().Select(r => (Text(r, "rel"), Text(r, "url").Split('/')[^1])).ToList();
        Assert.Equal([("System.LinkTypes.Hierarchy-Reverse", "10002"), ("System.LinkTypes.Dependency-Reverse", "10003")], relations);
    }

    [Fact]
    public async Task Acceptance_criteria_have_a_field_of_their_own_and_the_rest_stays_the_description()
    {
        await using var sample = await Sample.StartAzure();
        var fields = (await sample.Get("_apis/wit/workItems/10001")).GetProperty("fields");
        Assert.Equal("<div><p>Buyers ask for it, see https://shop.example/vouchers?a=1&amp;b=2.</p></div>", Text(fields, "System.Description"));
        Assert.StartsWith("<div><ul><li>A voucher of 20 EUR lowers the sum by 20 EUR</li>", Text(fields, "Microsoft.VSTS.Common.AcceptanceCriteria"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AzureProcess.Scrum, "Product Backlog Item", "Bug", "Microsoft.VSTS.Scheduling.Effort", "Microsoft.VSTS.Common.BacklogPriority", true)]
    [InlineData(AzureProcess.Cmmi, "Requirement", "Bug", "Microsoft.VSTS.Scheduling.Size", "Microsoft.VSTS.Common.StackRank", false)]
    [InlineData(AzureProcess.Basic, "Issue", "Issue", "Microsoft.VSTS.Scheduling.Effort", "Microsoft.VSTS.Common.StackRank", false)]
    public async Task A_process_decides_on_types_and_fields(AzureProcess process, string story, string bug, string effort, string order, bool acceptance)
    {
        await using var sample = await Sample.StartAzure(change: o => o with { Azure = new AzureDevOpsOptions { Process = process } });
        var fields = (await sample.Get("_apis/wit/workItems/10001")).GetProperty("fields");
        Assert.Equal((story, 3), (Text(fields, "System.WorkItemType"), fields.GetProperty(effort).GetDouble()));
        Assert.Equal(bug, Text((await sample.Get("_apis/wit/workItems/10003")).GetProperty("fields"), "System.WorkItemType"));
        Assert.Equal(acceptance, fields.TryGetProperty("Microsoft.VSTS.Common.AcceptanceCriteria", out _));
        var said = (await sample.Get("Checkout/_apis/work/processconfiguration")).GetProperty("typeFields");
        Assert.Equal((effort, order), (Text(said.GetProperty("Effort"), "referenceName"), Text(said.GetProperty("Order"), "referenceName")));
        Assert.True(fields.TryGetProperty(order, out _));
    }

    [Fact]
    public async Task Texts_can_be_Markdown_and_version_7_2_says_so()
    {
        await using var sample = await Sample.StartAzure(change: o => o with { Azure = new AzureDevOpsOptions { IsMarkdown = true, HighestApiVersion = "7.2" } });
        var item = await sample.Get("_apis/wit/workItems/10001?api-version=7.2-preview.3");
        Assert.StartsWith("- A voucher of 20 EUR lowers the sum by 20 EUR\n- An expired", Text(item.GetProperty("fields"), "Microsoft.VSTS.Common.AcceptanceCriteria"), StringComparison.Ordinal);
        Assert.Equal("markdown", Text(item.GetProperty("multilineFieldsFormat"), "System.Description"));
        Assert.False((await sample.Get("_apis/wit/workItems/10001?api-version=7.1")).TryGetProperty("multilineFieldsFormat", out _));
    }

    [Fact]
    public async Task A_batch_keeps_the_order_asked_and_leaves_a_null_for_what_is_omitted()
    {
        await using var sample = await Sample.StartAzure();
        var answer = await sample.Post("_apis/wit/workitemsbatch?api-version=7.1", """{"ids":[10003,1,10001],"fields":["System.Title"],"errorPolicy":"omit"}""");
        Assert.Equal(["10003", "null", "10001"], answer.GetProperty("value").EnumerateArray().Select(v => v.ValueKind is JsonValueKind.Null ? "null" : v.GetProperty("id").GetRawText()));
        var error = await sample.Post("_apis/wit/workitemsbatch?api-version=7.1", """{"ids":[10003,1,10001]}""", 404);
        Assert.Equal("TF401232: Work item 1 does not exist, or you do not have permissions to read it.", Text(error, "message"));
    }

    [Fact]
    public async Task A_batch_of_more_than_200_is_refused()
    {
        await using var sample = await Sample.StartAzure();
        var error = await sample.Post("_apis/wit/workitemsbatch?api-version=7.1", $$"""{"ids":[{{string.Join(',', Enumerable.Range(1, 201))}}]}""", 400);
        Assert.Equal("VS403474: You requested 201 work items which exceeds the limit of 200. Please reduce the number of work items and try again.", Text(error, "message"));
    }

    [Fact]
    public async Task What_will_never_be_done_is_removed()
    {
        var backlog = SmallBacklog.Make().With("10005", i => i with { Resolution = "Won't Do", StatusId = "3" });
        await using var sample = await Sample.StartAzure(backlog);
        Assert.Equal("Removed", Text((await sample.Get("_apis/wit/workItems/10005")).GetProperty("fields"), "System.State"));
        var states = (await sample.Get("Checkout/_apis/wit/workitemtypes/Bug/states")).GetProperty("value").EnumerateArray().Select(s => Text(s, "category"));
        Assert.Equal(["Proposed", "InProgress", "Completed", "Removed"], states);
    }

    [Fact]
    public async Task Files_and_pages_are_relations()
    {
        var backlog = SmallBacklog.Make().With("10005", i => i with
        {
            Attachments = [new SampleAttachment("7", "log.txt", "acc-one", i.Created.AddDays(1))],
            RemoteLinks = [new SampleRemoteLink("8", "The contract", "https://elsewhere.example/contract")],
        });
        await using var sample = await Sample.StartAzure(backlog);
        var relations = (await sample.Get("_apis/wit/workItems/10005?$expand=relations")).GetProperty("relations");
        Assert.Equal(("Hyperlink", "https://elsewhere.example/contract", "The contract"), (Text(relations[0], "rel"), Text(relations[0], "url"), Text(relations[0].GetProperty("attributes"), "comment")));
        Assert.Equal(("AttachedFile", "log.txt"), (Text(relations[1], "rel"), Text(relations[1].GetProperty("attributes"), "name")));
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
