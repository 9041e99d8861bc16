using System.Globalization;
using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.Acceptance.Sync.Cases;

public sealed class DatesThatNoCalendarKnowsTests
{
    [Theory]
    [Trait("Case", "39")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task The_item_is_kept_and_each_such_date_is_noted(SampleTrackerKind kind)
    {
        await using var sample = await Hostile.Pulled(kind);
        var item = await sample.Labelled("impossible-dates");
        Assert.Null(item.Due);
        Assert.Equal(2, item.ReadingNotes.Length);
        Assert.Contains(item.ReadingNotes, n => n.Contains("10000-02-30", StringComparison.Ordinal));
        Assert.Contains(item.ReadingNotes, n => n.Contains("0001-01-01", StringComparison.Ordinal));
        Assert.Equal(Hostile.At.Date, item.Created.UtcDateTime.Date);

        var row = (await sample.Exported())[item.Id];
        Assert.Equal("not-started", row["state"]!.GetValue<string>());
        Assert.Equal((null, null), (row["started"], row["finished"]));
        Assert.Equal(15, (await sample.Reports()).Count);

        var (code, told) = await sample.Run("explain", item.Key);
        Assert.Equal(0, code);
        Assert.All(item.ReadingNotes, n => Assert.Contains(n, told, StringComparison.Ordinal));
    }

    [Theory]
    [Trait("Case", "39")]
    [InlineData("\"12/Mär/26 4:05 PM\"")]
    [InlineData("\"2026-02-29\"")]
    [InlineData("\"tomorrow\"")]
    [InlineData("20260305")]
    [InlineData("[]")]
    public async Task A_due_date_in_words_or_in_another_form_is_none(string raw)
    {
        await using var sample = await Hostile.Pulled(SampleTrackerKind.JiraDataCenter, b => b.With(
            b.Projects[0].Items.Single(i => i.Labels.Contains("impossible-dates")).Id, i => i with { RawFields = i.RawFields.SetItem("duedate", raw) }));
        Assert.Null((await sample.Labelled("impossible-dates")).Due);
    }

    [Theory]
    [Trait("Case", "39")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task An_hour_that_the_clocks_have_twice_or_not_at_all_keeps_its_order(SampleTrackerKind kind)
    {
        // In Berlin the clocks go back from three to two on 25 October 2026 at 01:00 UTC: both moves happen at half past two.
        var (first, second) = (Utc("2026-10-25T00:30:00Z"), Utc("2026-10-25T01:30:00Z"));
        await using var sample = await Hostile.Pulled(kind, b =>
        {
            var item = Fresh(b);
            return b.MoveTo(item, b.Projects[0].Statuses[2].Id, first).MoveTo(item, b.Projects[0].Statuses[4].Id, second);
        });
        var row = (await sample.Exported())[Fresh(sample.Backlog)];
        Assert.Equal((first, second), (Utc(row["started"]!.GetValue<string>()), Utc(row["finished"]!.GetValue<string>())));
    }

    private static string Fresh(SampleBacklog backlog) => backlog.Projects[0].Items.Single(i => i.Labels.Contains("template")).Id;

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
