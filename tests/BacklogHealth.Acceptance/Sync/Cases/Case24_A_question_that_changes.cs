using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.SampleTracker.Faults;

namespace BacklogHealth.Acceptance.Sync.Cases;

/// <summary>Somebody changes which items a team has, or which field means what.</summary>
public sealed class QuestionThatChangesTests
{
    [Theory]
    [Trait("Case", "24")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task Another_query_reads_the_scope_of_this_team_anew_and_of_no_other(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind);
        await sample.Configure(bothTeams: true);
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal((0, 0), (sample.Number("fetched"), Fetched(sample, 1)));

        await sample.Configure((_, team) => team["Query"] = kind == SampleTrackerKind.AzureDevOps ? "[System.WorkItemType] <> 'Epic'" : "project = CHK AND type != Epic", bothTeams: true);
        var asked = sample.Project.Items.Where(i => i.Type != "Epic").Select(i => i.Id).ToList();
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal((asked.Count, 0), (sample.Number("fetched"), Fetched(sample, 1)));

        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal((0, SyncedSample.SmallSize - asked.Count), (sample.Number("fetched"), sample.Number("removed")));
        Assert.Equal(asked.Order(StringComparer.Ordinal), (await sample.Stored()).Values.Where(i => i.RemovedAt is null).Select(i => i.Id).Order(StringComparer.Ordinal));

        await sample.Configure(bothTeams: true);
        Assert.True(await sample.Sync() == 0, sample.Told);
        await sample.HoldsAll();
    }

    [Theory]
    [Trait("Case", "24")]
    [InlineData(SampleTrackerKind.JiraCloud, "customfield_10016", "customfield_10026")]
    [InlineData(SampleTrackerKind.JiraDataCenter, "customfield_10106", "customfield_10206")]
    [InlineData(SampleTrackerKind.AzureDevOps, "Microsoft.VSTS.Scheduling.StoryPoints", "Microsoft.VSTS.Common.Priority")]
    public async Task Another_field_for_the_estimate_gives_the_same_as_a_pull_that_began_with_it(SampleTrackerKind kind, string field, string other)
    {
        await using var sample = await SyncedSample.Start(kind, edit: b => b with { HasTwoEstimates = true });
        await sample.Configure((_, team) => team["StoryPointsField"] = field);
        Assert.True(await sample.Sync() == 0, sample.Told);
        var state = await sample.State();

        await sample.Configure((_, team) => team["StoryPointsField"] = other);
        Assert.True(await sample.Sync() == 0, sample.Told);
        var mapped = await sample.State();
        Assert.NotEqual(state, mapped);

        await using var fresh = await SyncedSample.Start(kind, edit: b => b with { HasTwoEstimates = true });
        await fresh.Configure((_, team) => team["StoryPointsField"] = other);
        Assert.True(await fresh.Sync() == 0, fresh.Told);
        Assert.Equal(await fresh.State(), mapped);
    }

    [Theory]
    [Trait("Case", "24")]
    [MemberData(nameof(TrackerKinds.Jiras), MemberType = typeof(TrackerKinds))]
    public async Task Another_saved_filter_of_the_board_reads_the_scope_anew_and_a_tracker_that_was_away_does_not(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind, edit: b => With(b, "project = CHK AND type = Story"));
        await sample.Configure((_, team) => (team["Project"], team["Board"]) = ("", "77"));
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(0, sample.Number("fetched"));

        await sample.Serve(FaultScript.When("/myself").Answer(401));
        Assert.Equal(4, await sample.Sync());
        await sample.Serve();
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(0, sample.Number("fetched"));

        sample.Change(b => With(b, "project = CHK AND type in (Story, Task)"));
        Assert.True(await sample.Sync() == 0, sample.Told);
        var wanted = sample.Project.Items.Where(i => i.Type is "Story" or "Task").Select(i => i.Id).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(wanted.Count, sample.Number("fetched"));
        Assert.Equal(wanted, (await sample.Stored()).Keys.Order(StringComparer.Ordinal));
    }

    private static SampleBacklog With(SampleBacklog backlog, string filter) => backlog with
    {
        Projects = backlog.Projects.SetItem(0, backlog.Projects[0] with { MoreBoards = [new SampleBoard(77, "Stories", "scrum", Jql: filter)] }),
    };

    private static int Fetched(SyncedSample sample, int team) => sample.Lines[team]["fetched"]!.GetValue<int>();
}
