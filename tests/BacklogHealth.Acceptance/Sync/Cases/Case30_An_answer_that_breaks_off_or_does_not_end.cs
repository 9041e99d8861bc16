using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.SampleTracker.Faults;

namespace BacklogHealth.Acceptance.Sync.Cases;

public sealed class AnswerThatBreaksOffTests
{
    // A little more than what is read of one answer.
    private const int TooMuch = 68_000_000;

    public static TheoryData<SampleTrackerKind, string> Breaks
    {
        get
        {
            var data = new TheoryData<SampleTrackerKind, string>();
            foreach (var kind in Enum.GetValues<SampleTrackerKind>())
            {
                foreach (var how in (string[])["reset", "cut", "dropped"])
                {
                    data.Add(kind, how);
                }
            }

            return data;
        }
    }

    [Theory]
    [Trait("Case", "30")]
    [MemberData(nameof(Breaks))]
    public async Task An_answer_that_breaks_off_is_asked_for_again(SampleTrackerKind kind, string how)
    {
        await using var sample = await Start(kind, Break(EachKind.Fetching(kind).Times(2), how));
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(sample.Project.Items.Length, (await sample.Stored()).Count);
        Assert.Equal(sample.Number("inTracker"), sample.Number("stored"));
    }

    [Theory]
    [Trait("Case", "30")]
    [MemberData(nameof(Breaks))]
    public async Task An_answer_that_always_breaks_off_ends_the_run_and_what_is_stored_stays(SampleTrackerKind kind, string how)
    {
        // One more than the tries of one run: the refusal of the newest interface is none less for being cut.
        await using var sample = await Start(kind, Break(EachKind.Fetching(kind).Nth(EachKind.FetchesOfAll(kind) + 1).Times(6), how));
        Assert.Equal(0, await sample.Sync());
        var before = await sample.State();
        sample.Change(b => b.Retitle(sample.Project.Items[0].Id, "Another title", SampleRun.MondayMorning));

        Assert.Equal(1, await sample.Sync());
        Assert.Contains($"{sample.Where}: the answer broke off (5 tries). Expected ", sample.Told, StringComparison.Ordinal);
        Assert.EndsWith("What was read is kept; try again later.\n", sample.Told, StringComparison.Ordinal);
        Assert.False(sample.Line!["complete"]!.GetValue<bool>());
        Assert.Equal(before, await sample.State());

        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal("Another title", (await sample.Stored())[sample.Project.Items[0].Id].Title);
    }

    [Theory]
    [Trait("Case", "30")]
    [MemberData(nameof(TrackerKinds.Jiras), MemberType = typeof(TrackerKinds))]
    public async Task A_first_pull_that_breaks_off_says_how_much_is_kept_and_goes_on_from_there(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind, edit: b => b.AddMany("CHK", 190, SampleMoments.At(-3600)));
        var (all, last) = (sample.Project.Items.Length, sample.Project.Items[^1].Id);
        await sample.Serve(EachKind.Fetching(kind).Asking(last).Times(100).Drop());
        Assert.Equal(1, await sample.Sync());
        var kept = sample.Number("fetched");
        Assert.InRange(kept, 1, all - 1);
        Assert.Equal((all, kept), (sample.Number("inTracker"), sample.Number("stored")));
        Assert.Contains($"Checkout: {kept} items that moved were read before, and are kept. Run sync again: it goes on from there.", sample.Told.Split('\n'));
        Assert.Contains("**The tracker could not be read to the end on ", (await sample.Reports()).First(r => r.Key.EndsWith(".md", StringComparison.Ordinal)).Value, StringComparison.Ordinal);

        await sample.Serve();
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(all - kept, sample.Number("fetched"));
        await sample.HoldsAll();
    }

    [Theory]
    [Trait("Case", "30")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task One_item_whose_answer_is_a_bomb_is_left_out_and_named_and_all_others_are_stored(SampleTrackerKind kind)
    {
        var (bad, items) = ("", 0);
        await using var sample = await SyncedSample.Start(kind, edit: b =>
        {
            b = SyncedSample.Small(b, 12);
            (bad, items) = (b.Projects[0].Items[5].Id, 12);
            return b;
        });
        Assert.Equal(0, await sample.Sync());
        Assert.Equal((items, bad.Length > 0), (sample.Number("stored"), true));

        await using var bombed = await SyncedSample.Start(kind, EachKind.Fetching(kind).Asking(bad).Times(8).GzipBomb(TooMuch), b => SyncedSample.Small(b, items));
        Assert.Equal(3, await bombed.Sync());
        Assert.Equal((items, items - 1), (bombed.Number("inTracker"), bombed.Number("stored")));
        Assert.DoesNotContain(bad, (await bombed.Stored()).Keys);
        Assert.Equal(
            [$"Team Checkout, item {bad}: what the tracker sent cannot be read (the tracker's answer for it has more than 64 MB). Expected an item with all its parts. It stands as it was, and the next sync tries again; mend it in the tracker, or take it out of the query."],
            bombed.Problems);

        // The tracker sends it well again after a while.
        for (var run = 0; run < 8 && await bombed.Sync() != 0; run++)
        {
        }

        Assert.Equal(await sample.State(), await bombed.State());
    }

    [Theory]
    [Trait("Case", "30")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task A_listing_that_is_a_bomb_ends_the_run_and_what_is_stored_stays(SampleTrackerKind kind)
    {
        var listing = kind switch
        {
            SampleTrackerKind.JiraCloud => FaultScript.When("/search/jql").Nth(2),
            SampleTrackerKind.JiraDataCenter => FaultScript.When("/api/2/search").Asking("\"maxResults\":5000").Nth(2),
            _ => FaultScript.When("/wiql").Nth(3),
        };
        await using var sample = await Start(kind, listing.GzipBomb(TooMuch));
        Assert.Equal(0, await sample.Sync());
        var before = await sample.State();
        Assert.Equal(1, await sample.Sync());
        Assert.Contains(" answered with more than 64 MB. Expected an answer of a usual size.", sample.Told, StringComparison.Ordinal);
        Assert.Equal(before, await sample.State());
        Assert.True(await sample.Sync() == 0, sample.Told);
    }

    [Theory]
    [Trait("Case", "30")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task A_text_of_20_million_characters_is_cut_and_marked_and_the_run_goes_on(SampleTrackerKind kind)
    {
        await using var sample = await Start(kind, FaultScript.None, b => b.AddHugeItem(b.Projects[0].Key, SampleRun.MondayMorning.AddDays(-1)));
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(sample.Project.Items.Length, (await sample.Stored()).Count);
        var huge = (await sample.Stored()).Values.Single(i => i.Labels.Contains("huge"));
        Assert.InRange(huge.Description.Plain.Length, 999_000, 1_000_000);
        Assert.Contains("description", Assert.Single(huge.ReadingNotes), StringComparison.OrdinalIgnoreCase);
    }

    private static FaultScript Break(FaultScript script, string how) => how switch
    {
        "reset" => script.BreakOff(300),
        "cut" => script.CutBody(300),
        _ => script.Drop(),
    };

    private static Task<SyncedSample> Start(SampleTrackerKind kind, FaultScript faults, Func<SampleBacklog, SampleBacklog>? edit = null) =>
        SyncedSample.Start(kind, faults, b => (edit ?? (x => x))(SyncedSample.Small(b, 20)));
}
