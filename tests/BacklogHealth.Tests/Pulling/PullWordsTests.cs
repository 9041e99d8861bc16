using BacklogHealth.Pulling;
using BacklogHealth.Storage;

namespace BacklogHealth.Tests.Pulling;

/// <summary>What people read of a pull, whatever came of it.</summary>
public sealed class PullWordsTests
{
    private static readonly PullResult Quiet = new()
    {
        Team = "A",
        Complete = true,
        Listed = true,
        InTracker = 1455,
        Stored = 1455,
        Fetched = 0,
        Created = 0,
        Updated = 0,
        Removed = 0,
        NotVisible = 0,
        Unmapped = 0,
        HistoryIncomplete = 0,
        Traffic = new PullTraffic(3, 100, TimeSpan.Zero),
        Problems = [],
        StartedAt = DateTimeOffset.UnixEpoch,
        FinishedAt = DateTimeOffset.UnixEpoch,
    };

    public static TheoryData<string, object> Complete => new()
    {
        { "Nothing had changed", Quiet },
        { "Nothing had changed, 3 not visible to the account", Quiet with { NotVisible = 3 } },
        { "1 not visible to the account", Quiet with { NotVisible = 1, Hidden = 1 } },
        { "2 not listed any more (removed if the next pull does not list them either)", Quiet with { NotListed = 2 } },
        { "1 not listed any more (removed if the next pull does not list it either)", Quiet with { NotListed = 1 } },
        { "200 removed", Quiet with { Removed = 200 } },
        { "1 removed here: it moved out of the team's scope", Quiet with { Removed = 1, MovedAway = 1 } },
        { "2 removed here: they moved out of the team's scope", Quiet with { Removed = 2, MovedAway = 2 } },
        { "5 removed (2 of them moved out of the team's scope)", Quiet with { Removed = 5, MovedAway = 2 } },
        { "1,455 read again from what is kept of them", Quiet with { ReadAgain = 1455 } },
        { "17 read: 3 new, 14 changed", Quiet with { Fetched = 17, Created = 3, Updated = 14 } },
        { "2 read: 0 new, 0 changed, 2 came back, 1 removed", Quiet with { Fetched = 2, Returned = 2, Removed = 1 } },
    };

    [Theory]
    [MemberData(nameof(Complete))]
    public void A_complete_pull_says_what_it_did_and_that_nothing_had_changed_only_where_nothing_had(string did, object pull) =>
        Assert.Equal($"1,455 of 1,455 items, complete. {did}; 3 requests.", PullWords.Proof((PullResult)pull));

    [Fact]
    public void A_pull_that_proves_nothing_says_what_was_listed_and_what_is_stored()
    {
        var open = Quiet with { Complete = false };

        Assert.Equal("1,453 of 1,455 items, NOT proven complete, nothing was removed.", PullWords.Proof(open with { Stored = 1453 }));
        Assert.Equal("1,453 of 1,455 items, NOT proven complete. 2 removed.", PullWords.Proof(open with { Stored = 1453, Removed = 2 }));
        Assert.Equal("the tracker lists 252, 452 are stored: NOT proven complete, nothing was removed.", PullWords.Proof(open with { Listed = false, InTracker = 252, Stored = 452, NotListed = 200 }));
        Assert.Equal("the tracker lists 252, 252 are stored, 200 not visible to the account: NOT proven complete, nothing was removed.", PullWords.Proof(open with { Listed = false, InTracker = 252, Stored = 252, NotVisible = 200 }));
        Assert.Equal("the tracker lists 39 and broke off, 452 are stored: NOT proven complete, nothing was removed.", PullWords.Proof(open with { Listed = false, BrokeOff = true, InTracker = 39, Stored = 452 }));
    }

    [Fact]
    public void Of_a_pull_that_broke_off_it_is_said_what_need_not_be_read_again()
    {
        Assert.Null(PullWords.Kept(Quiet));
        Assert.Equal("1 item that moved was read before, and is kept. Run sync again: it goes on from there.", PullWords.Kept(Quiet with { Fetched = 1 }));
        Assert.Equal("120 items that moved were read before, and are kept. Run sync again: it goes on from there.", PullWords.Kept(Quiet with { Fetched = 120 }));
    }
}
