using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Tests.AzureDevOps;

public sealed class AzureStatesTests
{
    [Fact]
    public async Task A_name_that_means_different_things_to_different_types_is_kept_apart()
    {
        await using var azure = new SmallAzure().On(SmallAzure.Types, AzureProcess.List(
            AzureProcess.Type("User Story", "New:Proposed Resolved:Resolved Closed:Completed", ""),
            AzureProcess.Type("Bug", "New:Proposed Resolved:Completed", "")));
        var profile = await azure.Describe();
        Assert.Equal(
            [new("New", "New", WorkItemState.NotStarted), new("User Story/Resolved", "Resolved", WorkItemState.Started), new("Bug/Resolved", "Resolved", WorkItemState.Finished), new WorkflowState("Closed", "Closed", WorkItemState.Finished)],
            profile.Workflow.States);
        Assert.Contains("State 'Resolved' means different things to different types (User Story: started, Bug: finished), so it is kept apart for each type.", profile.Notes);
    }

    [Fact]
    public async Task The_id_of_such_a_state_follows_the_type_that_the_item_had_at_the_time()
    {
        await using var azure = new SmallAzure().On(SmallAzure.Types, AzureProcess.List(
            AzureProcess.Type("User Story", "New:Proposed Resolved:Resolved Closed:Completed", ""),
            AzureProcess.Type("Bug", "New:Proposed Resolved:Completed", "")));
        azure.With(
            """{"id":7,"rev":3,"fields":{"System.WorkItemType":"Bug","System.State":"Resolved","System.CreatedDate":"2026-01-05T09:00:00Z","System.TeamProject":"Shop"}}""",
            """{"id":1,"rev":1,"revisedDate":"2026-01-06T09:00:00Z","fields":{"System.ChangedDate":{"newValue":"2026-01-05T09:00:00Z"},"System.State":{"newValue":"New"},"System.WorkItemType":{"newValue":"User Story"}}}""",
            """{"id":2,"rev":2,"revisedDate":"2026-01-07T09:00:00Z","fields":{"System.ChangedDate":{"newValue":"2026-01-06T09:00:00Z"},"System.State":{"oldValue":"New","newValue":"Resolved"}}}""",
            """{"id":3,"rev":3,"revisedDate":"9999-01-01T00:00:00Z","fields":{"System.ChangedDate":{"newValue":"2026-01-07T09:00:00Z"},"System.WorkItemType":{"oldValue":"User Story","newValue":"Bug"}}}""");
        var item = await azure.Item();
        Assert.Equal("Bug/Resolved", item.StateId);
        Assert.Equal([("New", "User Story/Resolved"), ("User Story/Resolved", "Bug/Resolved")], item.Changes.Where(c => c.Field == FieldNames.State).Select(c => (c.From!.Id!, c.To!.Id!)));
        Assert.True(item.HistoryComplete);
    }

    [Fact]
    public async Task States_are_asked_for_type_by_type_where_the_list_leaves_them_out()
    {
        await using var azure = new SmallAzure()
            .On(SmallAzure.Types, """{"value":[{"name":"User Story"},{"name":"Old Type","isDisabled":true}]}""")
            .On($"{SmallAzure.Types}/User Story/states", """{"count":2,"value":[{"name":"New","category":"Proposed"},{"name":"Closed","category":"Completed"}]}""");
        Assert.Equal(["New", "Closed"], (await azure.Describe()).Workflow.States.Select(s => s.Name));
    }

    [Fact]
    public async Task A_category_that_nobody_knows_is_noted_and_its_state_unmapped()
    {
        await using var azure = new SmallAzure().On(SmallAzure.Types, AzureProcess.List(AzureProcess.Type("User Story", "New:Proposed Parked:OnHold", "")));
        var profile = await azure.Describe();
        Assert.Equal(["New"], profile.Workflow.States.Select(s => s.Id));
        Assert.Contains("State 'Parked' of User Story has no category that is known, so it counts as unmapped until the team's Workflow says what it means.", profile.Notes);
    }

    [Fact]
    public async Task What_was_removed_is_finished_and_discarded()
    {
        await using var azure = new SmallAzure();
        azure.With("""{"id":7,"rev":1,"fields":{"System.WorkItemType":"User Story","System.State":"Removed","System.Reason":"Moved out of state New","System.CreatedDate":"2026-01-05T09:00:00Z","System.TeamProject":"Shop"}}""");
        var item = await azure.Item();
        Assert.Equal("Removed", item.StateId);
        Assert.Equal("Removed", item.Resolution);
        Assert.True(ItemHistories.Of(item).Discarded);
    }
}
