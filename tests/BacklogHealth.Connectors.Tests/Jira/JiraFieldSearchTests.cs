using System.Collections.Immutable;
using System.Text.Json;
using BacklogHealth.Connectors.Jira;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Tests.Jira;

public sealed class JiraFieldSearchTests
{
    private const string Both = """
        {"id":"customfield_10016","name":"Story point estimate","schema":{"type":"number","custom":"com.pyxis.greenhopper.jira:jsw-story-points"}},
        {"id":"customfield_10028","name":"Story Points","schema":{"type":"number","custom":"com.atlassian.jira.plugin.system.customfieldtypes:float"}}
        """;

    private readonly ImmutableArray<string>.Builder _notes = ImmutableArray.CreateBuilder<string>();

    [Fact]
    public void The_board_says_which_field_holds_the_estimate() =>
        Assert.Equal("customfield_10028", Find(Both, Board with { EstimateField = "customfield_10028" }).StoryPoints?.Id);

    [Fact]
    public void The_settings_win_over_the_board() =>
        Assert.Equal("customfield_10016", Find(Both, Board with { EstimateField = "customfield_10028" }, o => o with { StoryPointsField = "customfield_10016" }).StoryPoints?.Id);

    [Fact]
    public void A_field_may_be_set_by_its_name() =>
        Assert.Equal("customfield_10028", Find(Both, null, o => o with { StoryPointsField = "story points" }).StoryPoints?.Id);

    [Fact]
    public void Two_candidates_are_an_error_that_lists_both()
    {
        var error = Assert.Throws<TrackerException>(() => Find(Both, Board));
        Assert.Equal(TrackerFault.Settings, error.Fault);
        Assert.Equal("acme (https://acme.example): several fields may hold story points: customfield_10016 ('Story point estimate'), customfield_10028 ('Story Points'). Expected one. Set the team's StoryPointsField to the id of the right one.", error.Message);
    }

    [Fact]
    public void A_field_that_is_not_there_is_an_error()
    {
        var error = Assert.Throws<TrackerException>(() => Find(Both, null, o => o with { StoryPointsField = "Size" }));
        Assert.Equal("acme (https://acme.example): there is no field 'Size'. Expected the id or the name of a field, for example customfield_10016. Set the team's StoryPointsField.", error.Message);
    }

    [Fact]
    public void A_board_that_estimates_by_time_has_no_story_points()
    {
        Assert.Null(Find(Both, Board with { EstimateField = "timeoriginalestimate" }).StoryPoints);
        Assert.Equal(["Board 'Checkout' (7) estimates by 'timeoriginalestimate', which are no story points; none are read."], _notes);
    }

    [Fact]
    public void A_field_of_another_project_is_no_candidate()
    {
        var other = Both.Replace("\"name\":\"Story Points\"", "\"scope\":{\"project\":{\"id\":\"200\"}},\"name\":\"Story Points\"", StringComparison.Ordinal);
        Assert.Equal("customfield_10016", Find(other, Board).StoryPoints?.Id);
    }

    [Fact]
    public void Sprint_epic_link_and_rank_are_found_by_their_kind()
    {
        var fields = Find("""
            {"id":"customfield_1","name":"Iteration","schema":{"custom":"com.pyxis.greenhopper.jira:gh-sprint"}},
            {"id":"customfield_2","name":"Epos","schema":{"custom":"com.pyxis.greenhopper.jira:gh-epic-link"}},
            {"id":"customfield_3","name":"Rang","schema":{"custom":"com.pyxis.greenhopper.jira:gh-lexo-rank"}},
            {"id":"customfield_4","name":"acceptance criteria","schema":{"type":"string"}}
            """, null);
        Assert.Equal(
            [
                (FieldNames.Sprint, new JiraField("customfield_1", "Iteration", "by its kind")),
                (FieldNames.Parent, new("customfield_2", "Epos", "by its kind")),
                (FieldNames.Rank, new("customfield_3", "Rang", "by its kind")),
                (FieldNames.AcceptanceCriteria, new("customfield_4", "acceptance criteria", "by its name")),
            ],
            fields.Found);
        Assert.Equal(["customfield_1", "customfield_2", "customfield_3", "customfield_4"], fields.Asked[^4..]);
    }

    [Fact]
    public void The_board_says_which_field_orders_it() =>
        Assert.Equal("customfield_9", Find("""{"id":"customfield_3","name":"Rank","schema":{"custom":"com.pyxis.greenhopper.jira:gh-lexo-rank"}}""", Board with { RankField = "customfield_9" }).Rank?.Id);

    [Fact]
    public void Boards_that_estimate_with_several_fields_are_an_error_that_lists_both()
    {
        var error = Assert.Throws<TrackerException>(() => Find(Both, Board with { EstimateField = "customfield_10028" }, null, new JiraBoard("8", "Payments", "scrum", "100", [], "customfield_10016")));
        Assert.Equal(TrackerFault.Settings, error.Fault);
        Assert.Equal("acme (https://acme.example): the boards of the project estimate with several fields: customfield_10028 ('Story Points') on board 'Checkout' (7), customfield_10016 ('Story point estimate') on board 'Payments' (8). Expected one. Set the team's Board, or the team's StoryPointsField to the id of the right one.", error.Message);
        Assert.Equal("StoryPointsField", error.Choice!.Setting);
        Assert.Equal([new("customfield_10028", "Story Points"), new FieldCandidate("customfield_10016", "Story point estimate")], error.Choice.Candidates);
    }

    [Fact]
    public void A_board_that_estimates_with_points_counts_beside_one_that_does_not() =>
        Assert.Equal("customfield_10016", Find(Both, Board with { EstimateField = "timeoriginalestimate" }, null, new JiraBoard("8", "Payments", "scrum", "100", [], "customfield_10016")).StoryPoints?.Id);

    [Theory]
    [InlineData("com.pyxis.greenhopper.jira:gh-sprint", "sprints", "SprintField")]
    [InlineData("com.pyxis.greenhopper.jira:gh-epic-link", "the epic", "EpicLinkField")]
    [InlineData("com.pyxis.greenhopper.jira:gh-lexo-rank", "backlog order", "RankField")]
    [InlineData("com.atlassian.jira.plugin.system.customfieldtypes:multicheckboxes", "the flag of blocked items", "FlaggedField")]
    [InlineData("com.atlassian.jira.plugin.system.customfieldtypes:atlassian-team", "the team", "TeamField")]
    public void Two_candidates_of_any_meaning_are_an_error_that_lists_both(string kind, string meaning, string setting)
    {
        var fields = $$$$"""{"id":"customfield_9","name":"Flagged","schema":{"custom":"{{{{kind}}}}"}},{"id":"customfield_10","name":"flagged","schema":{"custom":"{{{{kind}}}}"}}""";
        var error = Assert.Throws<TrackerException>(() => Find(fields, null));
        Assert.Equal($"acme (https://acme.example): several fields may hold {meaning}: customfield_9 ('Flagged'), customfield_10 ('flagged'). Expected one. Set the team's {setting} to the id of the right one.", error.Message);
        JiraOptions Set(JiraOptions o) => o with { SprintField = Id("SprintField"), EpicLinkField = Id("EpicLinkField"), RankField = Id("RankField"), FlaggedField = Id("FlaggedField"), TeamField = Id("TeamField") };
        string Id(string name) => name == setting ? "customfield_10" : "";
        Assert.Equal(new JiraField("customfield_10", "flagged", "by the team's settings"), Assert.Single(Find(fields, null, Set).Found).Field);
    }

    [Theory]
    [InlineData("""{"id":"customfield_5","name":"Markiert","untranslatedName":"Flagged","schema":{"type":"array","custom":"com.atlassian.jira.plugin.system.customfieldtypes:multicheckboxes"}}""", "customfield_5")]
    [InlineData("""{"id":"customfield_5","name":"Markiert","clauseNames":["cf[5]","Flagged"],"schema":{"type":"array","custom":"com.atlassian.jira.plugin.system.customfieldtypes:multicheckboxes"}}""", "customfield_5")]
    [InlineData("""{"id":"customfield_5","name":"Flagged","schema":{"type":"string","custom":"com.atlassian.jira.plugin.system.customfieldtypes:textfield"}}""", null)]
    public void The_flag_is_found_in_any_language(string field, string? id) => Assert.Equal(id, Find(field, null).Flagged?.Id);

    [Theory]
    [InlineData("com.atlassian.teams:rm-teams-custom-field-team")]
    [InlineData("com.atlassian.jira.plugin.system.customfieldtypes:atlassian-team")]
    public void A_team_field_is_found_by_either_kind(string kind) =>
        Assert.Equal("customfield_5", Find($$$$"""{"id":"customfield_5","name":"Squad","schema":{"custom":"{{{{kind}}}}"}}""", null).Team?.Id);

    [Fact]
    public void A_field_that_only_its_name_speaks_for_is_found_by_its_name() =>
        Assert.Equal("by its name", Find("""{"id":"customfield_5","name":"Story Points","schema":{"type":"number"}}""", null).StoryPoints?.How);

    private static readonly JiraBoard Board = new("7", "Checkout", "scrum", "100", []);

    private JiraFields Find(string fields, JiraBoard? board, Func<JiraOptions, JiraOptions>? change = null, params JiraBoard[] others)
    {
        var options = new JiraOptions { Name = "acme", BaseUrl = new Uri("https://acme.example"), User = "", Token = "", Project = "CHK" };
        using var site = new JiraSite(change is null ? options : change(options), TimeProvider.System);
        using var json = JsonDocument.Parse($"[{fields}]");
        return JiraFieldSearch.Find(site, json.RootElement, board is null ? JiraBoards.None : new JiraBoards(board, [board, .. others], []), "100", _notes);
    }
}
