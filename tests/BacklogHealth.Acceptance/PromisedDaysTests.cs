using BacklogHealth.Core.Scoring;
using BacklogHealth.Steps;

namespace BacklogHealth.Acceptance;

/// <summary>What commands say of an item's promised day is what reports say of it.</summary>
public sealed class PromisedDaysTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    public async Task Every_open_item_has_the_findings_that_its_reports_have(int daysAgo)
    {
        await using var run = await SampleRun.Start();
        await using var store = await run.OpenStore();
        var told = 0;
        foreach (var project in run.Backlog.Projects)
        {
            var stored = await run.Pull(store, project.Team);
            DateOnly? day = daysAgo == 0 ? null : SampleRun.Sunday.AddDays(-daysAgo);
            var scored = await ScoreStep.WithWeekBefore(stored, store, day, run.Time, CancellationToken.None);
            var reported = (await ForecastStep.Of(scored, store, run.Settings, CancellationToken.None)).Health.Open.ToDictionary(i => i.Item.Key, i => Said(i.Score), StringComparer.Ordinal);
            var commanded = (await ForecastStep.WithPromises(scored, store, CancellationToken.None)).Items.ToDictionary(i => i.Item.Key, i => Said(i.Score), StringComparer.Ordinal);

            Assert.Equal(reported, commanded);
            told += reported.Values.Count(s => s.Contains("BL010", StringComparison.Ordinal));
        }

        Assert.True(told > 0, "no promised day was doubted, so nothing was compared");
    }

    private static string Said(ItemScore score) =>
        string.Join('\n', score.Findings.Select(f => $"{f.RuleId} {string.Join(' ', f.Values.Select(v => $"{v.Key}={v.Value}"))}").Prepend($"{score.Clarity} {score.Slicing}"));
}
