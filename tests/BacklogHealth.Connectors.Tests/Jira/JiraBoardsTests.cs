using BacklogHealth.Connectors.Tests.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Tests.Jira;

public sealed class JiraBoardsTests
{
    private const string Boards = "GET /rest/agile/1.0/board";
    private const string Sprints = "GET /rest/agile/1.0/board/7/sprint";

    [Fact]
    public async Task Sprints_are_read_over_all_pages_and_stand_oldest_first()
    {
        await using var jira = new SmallJira().On(
            Sprints,
            """{"isLast":false,"values":[{"id":12,"name":"Sprint 2","state":"active","goal":" Pay by card ","startDate":"2026-02-16T09:00:00.000Z","endDate":"2026-03-02T09:00:00.000Z"},{"id":13,"name":"Sprint 3","state":"future"}]}""",
            """{"isLast":true,"values":[{"id":9,"name":"Sprint 1","state":"closed","goal":"","startDate":"2026-02-02T10:00:00.000+01:00","endDate":"2026-02-16T09:00:00.000Z","completeDate":"2026-02-16T10:00:00.000Z"}]}""");
        var profile = await jira.Describe();
        Assert.Equal(
            [
                new Sprint("9", "Sprint 1", null, SprintPhase.Closed, At("2026-02-02T09:00Z"), At("2026-02-16T09:00Z"), At("2026-02-16T10:00Z")),
                new Sprint("12", "Sprint 2", "Pay by card", SprintPhase.Active, At("2026-02-16T09:00Z"), At("2026-03-02T09:00Z"), null),
                new Sprint("13", "Sprint 3", null, SprintPhase.Future, null, null, null),
            ],
            profile.Sprints);
        Assert.Equal(["?startAt=0&maxResults=50", "?startAt=2&maxResults=50"], jira.Asked(Sprints).Select(r => r.Query));
    }

    [Fact]
    public async Task A_board_that_answers_400_to_sprints_has_none()
    {
        await using var jira = new SmallJira().On(Sprints, new ScriptedAnswer(400, """{"errorMessages":["The board does not support sprints"]}"""));
        var profile = await jira.Describe();
        Assert.Empty(profile.Sprints);
        Assert.Equal(["Board 'Checkout' (7) has no sprints (400: \"The board does not support sprints\")."], profile.Notes);
    }

    [Fact]
    public async Task A_kanban_board_is_not_even_asked()
    {
        await using var jira = new SmallJira().On(Boards, """{"isLast":true,"values":[{"id":7,"name":"Flow","type":"kanban"}]}""");
        Assert.Equal(["Board 'Flow' (7) is a Kanban board and has no sprints."], (await jira.Describe()).Notes);
        Assert.Empty(jira.Asked(Sprints));
    }

    [Fact]
    public async Task A_team_managed_board_has_its_sprints()
    {
        await using var jira = new SmallJira()
            .On(Boards, """{"isLast":true,"values":[{"id":7,"name":"CHK board","type":"simple"}]}""")
            .On(Sprints, """{"isLast":true,"values":[{"id":9,"name":"S1","state":"future"}]}""");
        Assert.Equal("9", Assert.Single((await jira.Describe()).Sprints).Id);
    }

    [Fact]
    public async Task A_project_without_boards_is_read_without_them()
    {
        await using var jira = new SmallJira().On(Boards, """{"isLast":true,"values":[]}""");
        var profile = await jira.Describe();
        Assert.Equal(["Project CHK has no board, so there are no sprints, and the order of states is a guess."], profile.Notes);
        Assert.Equal(["10", "20", "30"], profile.Workflow.States.Select(s => s.Id));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_site_that_does_not_give_boards_is_read_without_them(int status)
    {
        await using var jira = new SmallJira().On(Boards, new ScriptedAnswer(status, "{}"));
        Assert.Equal([$"Boards could not be read ({status}), so there are no sprints, and the order of states is a guess."], (await jira.Describe()).Notes);
    }

    [Fact]
    public async Task A_board_without_columns_is_used_without_its_order()
    {
        await using var jira = new SmallJira().On("GET /rest/agile/1.0/board/7/configuration", new ScriptedAnswer(422, "{}"));
        Assert.Equal(["The configuration of board 'Checkout' (7) could not be read (422), so the order of states is a guess."], (await jira.Describe()).Notes);
    }

    [Theory]
    [InlineData("8")]
    [InlineData("payments")]
    public async Task The_board_may_be_chosen_by_number_or_name(string board)
    {
        await using var jira = TwoBoards()
            .On("GET /rest/agile/1.0/board/8/configuration", """{"columnConfig":{"columns":[]}}""")
            .On("GET /rest/agile/1.0/board/8/sprint", """{"isLast":true,"values":[{"id":3,"name":"P1","state":"future"}]}""");
        var profile = await jira.Describe(o => o with { Board = board });
        Assert.Equal("3", Assert.Single(profile.Sprints).Id);
        Assert.Empty(profile.Notes);
    }

    [Fact]
    public async Task A_board_that_is_not_there_is_an_error_that_lists_those_that_are()
    {
        await using var jira = TwoBoards();
        var error = await Assert.ThrowsAsync<TrackerException>(() => jira.Describe(o => o with { Board = "Chekout" }));
        Assert.Equal(TrackerFault.Settings, error.Fault);
        Assert.Equal($"{jira.Where}: there is no board 'Chekout'. Expected one of: 'Checkout' (7), 'Payments' (8). Set the team's Board to a number.", error.Message);
    }

    [Fact]
    public async Task Pages_that_never_end_are_an_error()
    {
        await using var jira = new SmallJira().On(Sprints, """{"isLast":false,"values":[{"id":9,"name":"S1","state":"future"}]}""");
        var error = await Assert.ThrowsAsync<TrackerException>(() => jira.Describe());
        Assert.Equal(TrackerFault.Incomplete, error.Fault);
        Assert.Equal($"{jira.Where}: GET /rest/agile/1.0/board/7/sprint gave the same page twice. Expected each entry once. Run the sync again; what is stored stays as it is.", error.Message);
    }

    [Fact]
    public async Task An_empty_page_that_is_not_the_last_is_an_error()
    {
        await using var jira = new SmallJira().On(Sprints, """{"isLast":false,"values":[]}""");
        var error = await Assert.ThrowsAsync<TrackerException>(() => jira.Describe());
        Assert.Equal($"{jira.Where}: GET /rest/agile/1.0/board/7/sprint gave an empty page and said that more follows. Expected entries on every page but the last. Run the sync again; what is stored stays as it is.", error.Message);
    }

    [Fact]
    public async Task Of_several_boards_all_sprints_are_read_and_one_without_columns_is_left_out_with_a_note()
    {
        await using var jira = TwoBoards()
            .On("GET /rest/agile/1.0/board/8/configuration", new ScriptedAnswer(422, "{}"))
            .On("GET /rest/agile/1.0/board/8/sprint", """{"isLast":true,"values":[{"id":3,"name":"P1","state":"future"}]}""")
            .On(Sprints, """{"isLast":true,"values":[{"id":9,"name":"S1","state":"future"},{"id":3,"name":"P1","state":"future"}]}""");
        var profile = await jira.Describe();
        Assert.Equal(["3", "9"], profile.Sprints.Select(s => s.Id));
        Assert.Equal(
            [
                "Project CHK has 2 boards. 'Checkout' (7) gives the order of states and the estimate; set the team's Board to choose another.",
                "The configuration of board 'Payments' (8) could not be read (422), so the field it estimates with is not known.",
            ],
            profile.Notes);
    }

    private static SmallJira TwoBoards() => new SmallJira().On(Boards, """{"isLast":true,"values":[{"id":8,"name":"Payments","type":"scrum"},{"id":7,"name":"Checkout","type":"scrum"}]}""");

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
