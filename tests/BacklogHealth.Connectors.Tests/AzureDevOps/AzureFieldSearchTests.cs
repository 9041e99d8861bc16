using BacklogHealth.Connectors.Tests.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Tests.AzureDevOps;

public sealed class AzureFieldSearchTests
{
    private const string AllFields = """
        {"value":[{"referenceName":"Microsoft.VSTS.Scheduling.StoryPoints","name":"Story Points","type":"double"},
                  {"referenceName":"Microsoft.VSTS.Scheduling.Effort","name":"Effort","type":"double"},
                  {"referenceName":"Microsoft.VSTS.Common.AcceptanceCriteria","name":"Acceptance Criteria","type":"html"},
                  {"referenceName":"Custom.AC","name":"Acceptance criteria","type":"html"},
                  {"referenceName":"Custom.Points","name":"Points","type":"double"}]}
        """;

    [Fact]
    public async Task Two_fields_for_story_points_are_an_error_that_names_both()
    {
        await using var azure = Fields("Microsoft.VSTS.Scheduling.StoryPoints Microsoft.VSTS.Scheduling.Effort").On(SmallAzure.Process, new ScriptedAnswer(404, "{}"));
        var error = await Assert.ThrowsAsync<TrackerException>(() => azure.Describe());
        Assert.Equal(TrackerFault.Settings, error.Fault);
        Assert.Equal($"{azure.Where}: several fields may hold story points: Microsoft.VSTS.Scheduling.Effort ('Effort'), Microsoft.VSTS.Scheduling.StoryPoints ('Story Points'). Expected one. Set the team's StoryPointsField to the reference name of the right one.", error.Message);
        Assert.Equal("StoryPointsField", error.Choice!.Setting);
        Assert.Equal([new("Microsoft.VSTS.Scheduling.Effort", "Effort"), new FieldCandidate("Microsoft.VSTS.Scheduling.StoryPoints", "Story Points")], error.Choice.Candidates);
    }

    [Fact]
    public async Task Two_fields_for_acceptance_criteria_are_an_error_that_names_both()
    {
        await using var azure = Fields("Microsoft.VSTS.Common.AcceptanceCriteria Custom.AC");
        var error = await Assert.ThrowsAsync<TrackerException>(() => azure.Describe());
        Assert.Equal($"{azure.Where}: several fields may hold acceptance criteria: Custom.AC ('Acceptance criteria'), Microsoft.VSTS.Common.AcceptanceCriteria ('Acceptance Criteria'). Expected one. Set the team's AcceptanceCriteriaField to the reference name of the right one.", error.Message);
    }

    [Theory]
    [InlineData("Custom.Points")]
    [InlineData("points")]
    public async Task Settings_choose_a_field_by_reference_name_or_name(string setting)
    {
        await using var azure = Fields("Microsoft.VSTS.Scheduling.StoryPoints Custom.Points");
        var profile = await azure.Describe(o => o with { StoryPointsField = setting });
        Assert.Equal(new FieldFound(FieldNames.StoryPoints, "Custom.Points", "Points", "by the team's settings"), profile.Fields[0]);
    }

    [Fact]
    public async Task A_field_that_no_type_has_is_an_error_of_settings()
    {
        await using var azure = Fields("Microsoft.VSTS.Scheduling.StoryPoints");
        var error = await Assert.ThrowsAsync<TrackerException>(() => azure.Describe(o => o with { StoryPointsField = "Custom.Points" }));
        Assert.Equal($"{azure.Where}: the types of project 'Shop' have no field 'Custom.Points'. Expected the reference name of a field, for example Microsoft.VSTS.Scheduling.StoryPoints. Set the team's StoryPointsField.", error.Message);
    }

    [Fact]
    public async Task A_process_without_such_fields_has_none()
    {
        await using var azure = Fields("Custom.Points");
        Assert.Empty((await azure.Describe()).Fields);
    }

    [Fact]
    public async Task The_field_for_what_is_blocked_is_found_where_the_process_has_one()
    {
        await using var azure = new SmallAzure(AzureProcess.Cmmi);
        Assert.Contains(new FieldFound(FieldNames.Flagged, "Microsoft.VSTS.CMMI.Blocked", "Blocked", "by its name in the process"), (await azure.Describe()).Fields);
    }

    private static SmallAzure Fields(string ofType) => new SmallAzure()
        .On(SmallAzure.Fields, AllFields)
        .On(SmallAzure.Types, AzureProcess.List(AzureProcess.Type("User Story", "New:Proposed", ofType)));
}
