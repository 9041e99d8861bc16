using System.Collections.Immutable;
using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.Acceptance.Sync.Cases;

public sealed class FieldThatIsThereTwiceTests
{
    public static TheoryData<SampleTrackerKind, string, string> Fields => new()
    {
        { SampleTrackerKind.JiraCloud, "customfield_10016 ('Story point estimate')", "customfield_10026 ('Story Points')" },
        { SampleTrackerKind.JiraDataCenter, "customfield_10106 ('Story Points')", "customfield_10206 ('Story Points')" },
    };

    [Theory]
    [Trait("Case", "36")]
    [MemberData(nameof(Fields))]
    public async Task Two_estimates_are_an_error_of_settings_that_names_both_and_a_setting_decides(SampleTrackerKind kind, string one, string other)
    {
        await using var sample = await SyncedSample.Start(kind, edit: TwoEstimates);
        Assert.Equal(2, await sample.Sync());
        Assert.EndsWith(
            $"several fields may hold story points: {one}, {other}. Expected one. Set the team's StoryPointsField to the id of the right one.\n", sample.Told, StringComparison.Ordinal);
        Assert.False(sample.Line!["complete"]!.GetValue<bool>());

        await sample.Configure((_, team) => team["StoryPointsField"] = one.Split(' ')[0]);
        Assert.True(await sample.Sync() == 0, sample.Told);
        AssertSameEstimates(sample, await sample.Stored());
    }

    [Theory]
    [Trait("Case", "36")]
    [MemberData(nameof(Fields))]
    public async Task The_field_that_the_board_names_is_taken_of_two(SampleTrackerKind kind, string one, string other)
    {
        Assert.NotEqual(one, other);
        await using var sample = await SyncedSample.Start(kind, edit: b => SyncedSample.Small(b, 20) with { HasTwoEstimates = true });
        Assert.True(await sample.Sync() == 0, sample.Told);
        AssertSameEstimates(sample, await sample.Stored());

        // Now by the settings: nothing has to be fetched for that, and what is kept is read anew.
        await sample.Configure((_, team) => team["StoryPointsField"] = one.Split(' ')[0]);
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal((0, 20), (sample.Number("fetched"), sample.Number("readAgain")));
        Assert.Contains("Checkout: 20 of 20 items, complete. 20 read again from what is kept of them; ", sample.Told, StringComparison.Ordinal);
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Contains("Checkout: 20 of 20 items, complete. Nothing had changed; ", sample.Told, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Case", "36")]
    [InlineData("\"5\"", 5.0)]
    [InlineData("5.5", 5.5)]
    [InlineData("{\"value\":\"5\",\"id\":\"10301\"}", null)]
    [InlineData("[{\"value\":\"5\"}]", null)]
    [InlineData("\"five\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("1e400", null)]
    [InlineData("null", null)]
    public async Task An_estimate_whose_field_became_another_type_is_read_or_is_none_and_never_zero(string raw, double? points)
    {
        await using var sample = await SyncedSample.Start(SampleTrackerKind.JiraCloud, edit: b => SyncedSample.Small(b, 20));
        Assert.Equal(0, await sample.Sync());
        var item = sample.Project.Items.First(i => i.StoryPoints is not null && i.StoryPoints != points);
        Assert.Equal(item.StoryPoints, (await sample.Stored())[item.Id].StoryPoints);

        sample.Change(b => b.With(item.Id, i => i with
        {
            RawFields = ImmutableDictionary<string, string>.Empty.Add("customfield_10016", raw),
            Updated = SampleRun.MondayMorning,
        }));
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(points, (await sample.Stored())[item.Id].StoryPoints);
    }

    private static SampleBacklog TwoEstimates(SampleBacklog backlog)
    {
        var small = SyncedSample.Small(backlog, 20);
        return small with { HasTwoEstimates = true, Projects = [.. small.Projects.Select(p => p with { BoardsNameEstimate = false })] };
    }

    private static void AssertSameEstimates(SyncedSample sample, Dictionary<string, BacklogHealth.Core.WorkItems.WorkItem> stored)
    {
        Assert.Contains(stored.Values, i => i.StoryPoints > 0);
        Assert.All(sample.Project.Items, i => Assert.Equal(i.StoryPoints, stored[i.Id].StoryPoints));
    }
}
