using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.SampleTracker.Faults;

namespace BacklogHealth.Acceptance.Sync.Cases;

/// <summary>Boards that show a part, know no sprints, or are not set up. Jira only.</summary>
public sealed class BoardsTests
{
    [Theory]
    [Trait("Case", "22")]
    [MemberData(nameof(TrackerKinds.Jiras), MemberType = typeof(TrackerKinds))]
    public async Task The_scope_of_a_board_is_its_saved_filter_and_never_what_its_columns_show(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind, edit: b => With(b, p => p with { MoreBoards = [new SampleBoard(77, "Stories", "scrum", Jql: "project = CHK AND type = Story")] }));
        await sample.Configure((_, team) => (team["Project"], team["Board"]) = ("", "77"));
        Assert.True(await sample.Sync() == 0, sample.Told);

        var stories = sample.Project.Items.Where(i => i.Type == "Story").Select(i => i.Id).ToList();
        Assert.Equal(stories.Order(StringComparer.Ordinal), (await sample.Stored()).Keys.Order(StringComparer.Ordinal));
        Assert.Contains($"Checkout: {stories.Count} of {stories.Count} items, complete.", sample.Told, StringComparison.Ordinal);
        Assert.DoesNotContain(sample.Server.Requests, r => r.Target.Contains("/board/77/issue", StringComparison.Ordinal) || r.Target.Contains("/board/77/backlog", StringComparison.Ordinal));
    }

    [Theory]
    [Trait("Case", "22")]
    [MemberData(nameof(TrackerKinds.Jiras), MemberType = typeof(TrackerKinds))]
    public async Task A_board_beside_the_project_takes_nothing_from_the_scope(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind, edit: b => With(b, p => p with { MoreBoards = [new SampleBoard(77, "Stories", "scrum", Jql: "project = CHK AND type = Story")] }));
        await sample.Configure((_, team) => team["Board"] = "77");
        Assert.True(await sample.Sync() == 0, sample.Told);
        await sample.HoldsAll();
        var missing = sample.Project.Items[^1].Key;

        await sample.Serve(TrackerKinds.Listing(kind).EndAfter(SyncedSample.SmallSize - 1));
        Assert.Equal(3, await sample.Sync());
        Assert.Contains($"and the tracker still gives it ({missing}).", Assert.Single(sample.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Case", "23")]
    [MemberData(nameof(TrackerKinds.Jiras), MemberType = typeof(TrackerKinds))]
    public async Task A_board_without_sprints_or_columns_is_skipped_with_a_note(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(
            kind,
            FaultScript.When("/board/79/sprint").Answer(400, """{"errorMessages":["The board does not support sprints"],"errors":{}}"""),
            b => With(b, p => p with
            {
                MoreBoards = [new SampleBoard(77, "Flow", "kanban"), new SampleBoard(78, "Bare", "scrum", IsMapped: false), new SampleBoard(79, "Odd", "scrum")],
            }));
        Assert.True(await sample.Sync() == 0, sample.Told);

        var told = sample.Told.Split('\n');
        Assert.Contains("Checkout: Board 'Flow' (77) is a Kanban board and has no sprints.", told);
        Assert.Contains("Checkout: The configuration of board 'Bare' (78) could not be read (422: \"The board has no column with a mapped status\"), so the field it estimates with is not known.", told);
        Assert.Contains("Checkout: Board 'Odd' (79) has no sprints (400: \"The board does not support sprints\").", told);
        Assert.Equal(sample.Project.Sprints.Length, (await sample.Ask(store => store.Profile("Checkout"))).Sprints.Length);
        Assert.DoesNotContain(sample.Server.Requests, r => r.Target.Contains("/board/77/sprint", StringComparison.Ordinal));
        await sample.HoldsAll();
    }

    [Theory]
    [Trait("Case", "23")]
    [MemberData(nameof(TrackerKinds.Jiras), MemberType = typeof(TrackerKinds))]
    public async Task Sprints_of_a_team_managed_board_are_there(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind, edit: b => With(b, p => p with { BoardType = "simple" }));
        Assert.True(await sample.Sync() == 0, sample.Told);

        var sprints = (await sample.Ask(store => store.Profile("Checkout"))).Sprints;
        Assert.Equal(sample.Project.Sprints.Select(s => s.Name).Order(StringComparer.Ordinal), sprints.Select(s => s.Name).Order(StringComparer.Ordinal));
        Assert.NotEmpty(sprints);
        await sample.HoldsAll();
    }

    private static SampleBacklog With(SampleBacklog backlog, Func<SampleProject, SampleProject> change) =>
        backlog with { Projects = backlog.Projects.SetItem(0, change(backlog.Projects[0])) };
}
