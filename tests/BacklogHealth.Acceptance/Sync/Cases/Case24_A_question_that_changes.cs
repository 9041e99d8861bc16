using BacklogHealth.SampleTracker;

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

    private static int Fetched(SyncedSample sample, int team) => sample.Lines[team]["fetched"]!.GetValue<int>();
}
