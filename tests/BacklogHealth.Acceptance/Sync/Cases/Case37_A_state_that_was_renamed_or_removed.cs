using System.Text.Json.Nodes;
using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.Acceptance.Sync.Cases;

public sealed class StateThatWasRenamedOrRemovedTests
{
    [Theory]
    [Trait("Case", "37")]
    [InlineData(SampleTrackerKind.JiraCloud)]
    [InlineData(SampleTrackerKind.JiraDataCenter)]
    public async Task A_renamed_state_is_the_same_state_by_its_id(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind);
        Assert.Equal(0, await sample.Sync());
        var before = Dates(await sample.Exported());
        Assert.Contains(before.Values, d => d.Started is not null && d.Finished is not null);

        foreach (var (status, n) in sample.Project.Statuses.Select((s, n) => (s, n)))
        {
            sample.Change(b => b.RenameStatus(status.Id, $"Column {n}"));
        }

        Assert.True(await sample.Sync("--full") == 0, sample.Told);
        Assert.Equal(before, Dates(await sample.Exported()));
        Assert.Equal((0, 0), (sample.Number("unmapped"), sample.Number("historyIncomplete")));
        Assert.All((await sample.Stored()).Values, i => Assert.StartsWith("Column ", i.OriginalState, StringComparison.Ordinal));
        Assert.DoesNotContain("does not name", await CoachReport(sample), StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Case", "37")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task A_removed_state_is_listed_as_unmapped_until_the_workflow_says_what_it_means(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind);
        Assert.Equal(0, await sample.Sync());
        var before = Dates(await sample.Exported());
        var (removed, next) = (sample.Project.Statuses[3], sample.Project.Statuses[2]);
        sample.Change(b => b.RemoveStatus(removed.Id, next.Id, SampleRun.MondayMorning));

        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(sample.Project.Items.Length, sample.Number("stored"));
        Assert.Contains($"States that the workflow does not name: {removed.Name} (", await CoachReport(sample), StringComparison.Ordinal);

        await sample.Configure((_, team) => team["Workflow"] = new JsonObject { [removed.Name] = "Started" });
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.DoesNotContain("does not name", await CoachReport(sample), StringComparison.Ordinal);
        Assert.Equal(before, Dates(await sample.Exported()));
    }

    [Theory]
    [Trait("Case", "37")]
    [InlineData(SampleTrackerKind.JiraCloud)]
    [InlineData(SampleTrackerKind.JiraDataCenter)]
    public async Task Items_in_a_state_that_means_nothing_are_counted_until_the_workflow_says_what_it_means(SampleTrackerKind kind)
    {
        // A category of the future: Jira gives each status one of three.
        await using var sample = await SyncedSample.Start(kind, edit: b => b with
        {
            Projects = [.. b.Projects.Select(p => p with { Statuses = [.. p.Statuses.Select(s => s.Name == "In Review" ? s with { Category = "undefined" } : s)] })],
        });
        var item = sample.Project.Items[0].Id;
        sample.Change(b => b.MoveTo(item, sample.Project.Statuses[3].Id, SampleRun.MondayMorning.AddHours(-1)));
        var there = sample.Project.Items.Count(i => i.StatusId == sample.Project.Statuses[3].Id);
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(there, sample.Number("unmapped"));
        Assert.Contains($"{there} in states that the workflow does not name (In Review)", sample.Told, StringComparison.Ordinal);
        Assert.Contains("States that the workflow does not name: In Review (", await CoachReport(sample), StringComparison.Ordinal);

        await sample.Configure((_, team) => team["Workflow"] = new JsonObject { ["In Review"] = "Started" });
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(0, sample.Number("unmapped"));
        Assert.Equal("started", (await sample.Exported())[item]["state"]!.GetValue<string>());
        Assert.DoesNotContain("does not name", sample.Told + await CoachReport(sample), StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Case", "37")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task A_name_in_the_workflow_that_is_no_states_is_told_with_the_nearest_one_by_sync_and_doctor(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind);
        var near = sample.Project.Statuses[2].Name;
        const string far = "Waiting for the lawyer of the customer";
        await sample.Configure((_, team) => team["Workflow"] = new JsonObject { [near[..^1]] = "Finished", [far] = "Finished", [sample.Project.Statuses[0].Name.ToUpperInvariant()] = "NotStarted" });

        Assert.True(await sample.Sync() == 0, sample.Told);
        var told = sample.Told.Split('\n').Where(l => l.Contains("setting Workflow", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, told.Count);
        Assert.All(told, t => Assert.Contains("', which the tracker does not have and no item was ever in. Expected one of: ", t, StringComparison.Ordinal));
        Assert.StartsWith($"Checkout: the setting Workflow names the state '{near[..^1]}'", told[0], StringComparison.Ordinal);
        Assert.EndsWith($" Did you mean '{near}'?", told[0], StringComparison.Ordinal);
        Assert.StartsWith($"Checkout: the setting Workflow names the state '{far}'", told[1], StringComparison.Ordinal);
        Assert.DoesNotContain("Did you mean", told[1], StringComparison.Ordinal);

        var (code, output) = await sample.Run("doctor");
        Assert.Equal(0, code);
        Assert.Contains($"NOTE  sample, team Checkout, workflow: a name is no state's. The setting Workflow names the state '{near[..^1]}', which", output, StringComparison.Ordinal);
        Assert.Contains($"'{far}'", output, StringComparison.Ordinal);
        Assert.Contains("1 team, 1 connection in ", output, StringComparison.Ordinal);
        Assert.Contains("opens; 1 team stored", output, StringComparison.Ordinal);
    }

    private static async Task<string> CoachReport(SyncedSample sample) => (await sample.Reports()).Single(r => r.Key.EndsWith("coach.md", StringComparison.Ordinal)).Value;

    private static Dictionary<string, (string? Started, string? Finished)> Dates(Dictionary<string, JsonObject> rows) =>
        rows.ToDictionary(r => r.Key, r => (r.Value["started"]?.GetValue<string>(), r.Value["finished"]?.GetValue<string>()));
}
