using BacklogHealth.Connectors.Tests.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Tests.AzureDevOps;

public sealed class AzureBacklogsTests
{
    [Theory]
    [InlineData("Agile", "User Story", "New=NotStarted Active=Started Resolved=Started Closed=Finished Removed=Finished", "Microsoft.VSTS.Scheduling.StoryPoints", "Microsoft.VSTS.Common.StackRank")]
    [InlineData("Scrum", "Product Backlog Item", "To Do=NotStarted New=NotStarted Approved=NotStarted Committed=Started Done=Finished In Progress=Started Open=Started Removed=Finished Closed=Finished", "Microsoft.VSTS.Scheduling.Effort", "Microsoft.VSTS.Common.BacklogPriority")]
    [InlineData("Cmmi", "Requirement", "Proposed=NotStarted Active=Started Resolved=Started Closed=Finished", "Microsoft.VSTS.Scheduling.Size", "Microsoft.VSTS.Common.StackRank")]
    [InlineData("Basic", "Issue", "To Do=NotStarted Doing=Started Done=Finished", "Microsoft.VSTS.Scheduling.Effort", "Microsoft.VSTS.Common.StackRank")]
    public async Task Each_process_template_is_read_by_what_it_says_of_itself(string template, string requirement, string states, string effort, string order)
    {
        await using var azure = new SmallAzure(Template(template));
        azure.With($$$"""{"id":7,"rev":1,"fields":{"System.TeamProject":"Shop","System.WorkItemType":"{{{requirement}}}","System.State":"Done","System.CreatedDate":"2026-01-05T09:00:00Z","{{{effort}}}":5,"{{{order}}}":12.5}}""");
        var profile = await azure.Describe();
        Assert.Equal(states, string.Join(' ', profile.Workflow.States.Select(s => $"{s.Name}={s.State}")));
        Assert.Equal((effort, "by the project's process"), profile.Fields.Where(f => f.Meaning == FieldNames.StoryPoints).Select(f => (f.Id, f.How)).Single());
        Assert.Equal((order, "by the project's process"), profile.Fields.Where(f => f.Meaning == FieldNames.Rank).Select(f => (f.Id, f.How)).Single());
        var item = await azure.Item();
        Assert.Equal((WorkItemKind.Story, 5.0), (item.Kind, item.StoryPoints));
        Assert.NotNull(item.Rank);
    }

    [Theory]
    [InlineData("Epic", WorkItemKind.Epic)]
    [InlineData("Feature", WorkItemKind.Epic)]
    [InlineData("Bug", WorkItemKind.Bug)]
    [InlineData("Task", WorkItemKind.SubTask)]
    [InlineData("Issue", WorkItemKind.Other)]
    [InlineData("Spike", WorkItemKind.Spike)]
    public async Task A_kind_is_read_by_the_level_and_by_the_name_where_there_is_none(string type, WorkItemKind kind)
    {
        await using var azure = new SmallAzure();
        azure.With($$$"""{"id":7,"rev":1,"fields":{"System.WorkItemType":"{{{type}}}","System.State":"New","System.CreatedDate":"2026-01-05T09:00:00Z","System.TeamProject":"Shop"}}""");
        Assert.Equal(kind, (await azure.Item()).Kind);
    }

    [Fact]
    public async Task A_process_that_may_not_be_read_is_noted_and_names_tell_the_kinds()
    {
        await using var azure = new SmallAzure().On(SmallAzure.Process, new ScriptedAnswer(403, """{"message":"TF400813: Not authorized."}"""));
        azure.On(SmallAzure.Types, AzureProcess.List(AzureProcess.Type("User Story", "New:Proposed", "Microsoft.VSTS.Scheduling.StoryPoints Microsoft.VSTS.Common.StackRank")));
        var profile = await azure.Describe();
        Assert.Equal("The process of project Shop could not be read (403: \"TF400813: Not authorized\"), so kinds are read from the names of types, and fields are found by what the types have.", profile.Notes[0]);
        Assert.Equal("by its name in the process", profile.Fields.Single(f => f.Meaning == FieldNames.StoryPoints).How);
    }

    internal static AzureProcess Template(string name) => name switch
    {
        "Scrum" => AzureProcess.Scrum,
        "Cmmi" => AzureProcess.Cmmi,
        "Basic" => AzureProcess.Basic,
        _ => AzureProcess.Agile,
    };
}
