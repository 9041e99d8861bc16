using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.Acceptance.Sync.Cases;

/// <summary>A field that a team's query names was renamed; the other team's query is well.</summary>
public sealed class QueryThatIsRefusedTests
{
    [Theory]
    [Trait("Case", "11")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task The_team_fails_visibly_and_the_other_goes_on(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind);
        await sample.Configure(bothTeams: true);
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(2, sample.Lines.Count);
        var state = await sample.State();
        var other = sample.Backlog.Projects[1];
        sample.Change(b => b.Retitle(other.Items[^1].Id, "Edited in the other team", SampleMoments.At()));

        await sample.Configure((_, team) => team["Query"] = kind == SampleTrackerKind.AzureDevOps ? "[Custom.Severity] = 1" : "project = CHK AND Severity = High", bothTeams: true);
        Assert.Equal(2, await sample.Sync());

        var sentence = kind == SampleTrackerKind.AzureDevOps
            ? $"{sample.Where}: Azure DevOps refused the query SELECT [System.Id] FROM WorkItems WHERE [System.TeamProject] = @project AND ([Custom.Severity] = 1) ORDER BY [System.Id] (400: \"TF51005: The query references a field that does not exist. The error is caused by «[Custom.Severity]»\"). Expected a query that it can run. Mend the team's Query, AreaPath or Project."
            : $"{sample.Where}: Jira refused the query (project = CHK AND Severity = High) ORDER BY created ASC, key ASC (400): \"Field 'Severity' does not exist or you do not have permission to view it\". Expected a query that Jira can run. Mend the team's Query or Project.";
        Assert.Contains(sentence, sample.Told.Split('\n'));
        Assert.Equal([sentence], sample.Problems);
        Assert.Equal((false, true), (sample.Lines[0]["complete"]!.GetValue<bool>(), sample.Lines[1]["complete"]!.GetValue<bool>()));
        Assert.Equal(state, await sample.State());
        Assert.Equal("Edited in the other team", (await sample.Stored(other.Team))[other.Items[^1].Id].Title);

        await sample.Configure(bothTeams: true);
        Assert.True(await sample.Sync() == 0, sample.Told);
        await sample.HoldsAll();
    }
}
