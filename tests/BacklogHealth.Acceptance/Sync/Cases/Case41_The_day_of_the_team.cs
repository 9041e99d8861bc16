using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.Testing;

namespace BacklogHealth.Acceptance.Sync.Cases;

/// <summary>Instants are UTC, days are the team's. Every day below is written out; none is computed by what is tested.</summary>
public sealed class DayOfTheTeamTests
{
    [Theory]
    [Trait("Case", "41")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task An_item_that_was_finished_half_an_hour_after_midnight_was_finished_on_that_day(SampleTrackerKind kind)
    {
        // Half past midnight on Friday 20 November in Berlin; still Thursday in UTC and in New York.
        await using var sample = await Finished(kind, A.Time("2026-11-19 23:30"));
        Assert.Equal(0, await sample.Sync());
        var item = (await sample.Stored())[sample.Project.Items[^1].Id];
        var finish = $"state: In Progress → {item.OriginalState}";
        Assert.Equal("2026-11-19T23:30:00Z", (await sample.Exported())[item.Id]["finished"]!.GetValue<string>());
        Assert.Contains($"2026-11-20  {finish}", (await sample.Run("explain", item.Key)).Output, StringComparison.OrdinalIgnoreCase);

        // A past day is shown as it began.
        Assert.Equal(("started", "finished"), (await StateOn(sample, item.Id, "2026-11-20"), await StateOn(sample, item.Id, "2026-11-21")));

        await sample.Configure((_, team) => team["TimeZone"] = "America/New_York");
        Assert.Contains($"2026-11-19  {finish}", (await sample.Run("explain", item.Key)).Output, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(("started", "finished"), (await StateOn(sample, item.Id, "2026-11-19"), await StateOn(sample, item.Id, "2026-11-20")));
    }

    [Theory]
    [Trait("Case", "41")]
    [InlineData("Europe/Berlin", "Monday 23 November 2026, 00:30 (Europe/Berlin)")]
    [InlineData("UTC", "Sunday 22 November 2026, 23:30 (UTC)")]
    [InlineData("America/Denver", "Sunday 22 November 2026, 16:30 (America/Denver)")]
    [InlineData("Pacific/Kiritimati", "Monday 23 November 2026, 13:30 (Pacific/Kiritimati)")]
    public async Task Today_is_the_day_of_the_team(string zone, string today)
    {
        await using var sample = await SyncedSample.Start(SampleTrackerKind.JiraCloud, edit: b => SyncedSample.Small(b, 30), time: new SkippingTime(A.Time("2026-11-22 23:30")));
        await sample.Configure((_, team) => team["TimeZone"] = zone);
        Assert.Equal(0, await sample.Sync());
        Assert.All(
            (await sample.Reports()).Where(r => r.Key.EndsWith(".md", StringComparison.Ordinal)),
            r => Assert.Contains(today, r.Value, StringComparison.Ordinal));
    }

    private static async Task<string> StateOn(SyncedSample sample, string id, string day)
    {
        var rows = await sample.Exported("--as-of", day);
        return rows[id]["state"]!.GetValue<string>();
    }

    private static Task<SyncedSample> Finished(SampleTrackerKind kind, DateTimeOffset at) => SyncedSample.Start(kind, edit: b =>
    {
        b = SyncedSample.Small(b, 12).AddMany(b.Projects[0].Key, 1, A.Time("2026-11-02 09:00"));
        var (id, states) = (b.Projects[0].Items[^1].Id, b.Projects[0].Statuses);
        return b.MoveTo(id, states[2].Id, A.Time("2026-11-16 09:00")).MoveTo(id, states[4].Id, at);
    });
}
