using BacklogHealth.Core.WorkItems;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.Storage;

namespace BacklogHealth.Acceptance;

/// <summary>A past day as the store rebuilds it, held against what the sample's own record says of that day.</summary>
public sealed class AsOfTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(30)]
    [InlineData(365)]
    public async Task Every_item_stands_as_it_stood(int daysAgo)
    {
        await using var run = await SampleRun.Start();
        await using var store = await run.OpenStore();
        var project = run.Backlog.Projects[0];
        await run.Pull(store, project.Team);
        var at = SampleRun.MondayMorning.AddDays(-daysAgo);

        var rebuilt = new Dictionary<string, WorkItem>(StringComparer.Ordinal);
        await foreach (var item in store.Items(project.Team, at, ItemChoice.All))
        {
            rebuilt.Add(item.Item.Id, item.Item);
        }

        var then = project.Items.Where(i => i.Created < at).ToList();
        Assert.Equal(then.Select(i => i.Id).Order(StringComparer.Ordinal), rebuilt.Keys.Order(StringComparer.Ordinal));
        Assert.All(then, sample =>
        {
            Assert.Equal(Then(sample, at, "status", c => c.From, sample.StatusId), rebuilt[sample.Id].StateId);
            Assert.Equal(Then(sample, at, "summary", c => c.FromText, sample.Title), rebuilt[sample.Id].Title);
            Assert.Equal(sample.Comments.Count(c => c.At < at), rebuilt[sample.Id].Comments.Length);
        });
    }

    [Fact]
    public async Task A_report_on_a_past_day_knows_nothing_of_what_came_later()
    {
        await using var run = await SampleRun.Start();
        await using var store = await run.OpenStore();
        var team = run.Backlog.Projects[0].Team;
        await run.Pull(store, team);
        var request = new Steps.ReportRequest([Reports.Audience.ProductOwner], ["json"], run.ReportFolder);
        var day = SampleRun.Sunday.AddDays(-60);
        var before = await run.Flow(store).FromStore(run.Team(team), day, request, CancellationToken.None);
        var said = await File.ReadAllTextAsync(before.Saved.Files[0]);

        // A morning's work later, the same past day reads the same but for the names of data it rests on.
        run.Server.Replace(SampleBacklogGenerator.NextMorning(run.Backlog, SampleRun.MondayMorning.AddMinutes(-5), 1));
        await run.Pull(store, team);
        var after = await run.Flow(store).FromStore(run.Team(team), day, request, CancellationToken.None);
        var again = await File.ReadAllTextAsync(after.Saved.Files[0]);

        string[] WithoutSource(string json) => [.. json.Split('\n').Where(l => !l.Contains("dataState", StringComparison.OrdinalIgnoreCase) && !l.Contains("data state", StringComparison.Ordinal) && !l.Contains("stored", StringComparison.OrdinalIgnoreCase) && !l.Contains("inTracker", StringComparison.Ordinal))];
        Assert.Equal(WithoutSource(said), WithoutSource(again));
    }

    // The first change at or after the day tells the value before it; where nothing changed since, today's value holds.
    private static string? Then(SampleItem item, DateTimeOffset at, string field, Func<SampleChange, string?> before, string? now) =>
        item.Changes.FirstOrDefault(c => c.Field == field && c.At >= at) is { } next ? before(next) : now;
}
