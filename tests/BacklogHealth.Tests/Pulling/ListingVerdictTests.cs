using BacklogHealth.Core.WorkItems;
using BacklogHealth.Pulling;
using BacklogHealth.Storage;

namespace BacklogHealth.Tests.Pulling;

/// <summary>When a listing is believed, doubted, or taken for a loss of permission.</summary>
public sealed class ListingVerdictTests
{
    private static readonly AccessCheck NoBrowse = new("Browse projects", false, "to list and read the team's items", true, "Let an administrator give it to the account.");

    [Fact]
    public void A_listing_that_agrees_with_the_store_is_complete_and_removes_by_the_usual_rule()
    {
        var verdict = Of(new Census(100, 100, 0, 100, 0, 100, 0), approximate: 100);

        Assert.True(verdict.Complete);
        Assert.Equal(Removals.AfterTwoListings, verdict.Removals);
        Assert.Empty(verdict.Problems);
    }

    [Fact]
    public void A_listing_without_an_end_removes_nothing()
    {
        var verdict = Of(new Census(40, 40, 0, 40, 0, 100, 60), ended: false);

        Assert.False(verdict.Complete);
        Assert.Equal(Removals.None, verdict.Removals);
        Assert.Equal("Team A: the listing of the tracker broke off. Expected all of it; nothing was removed. Run sync again: it goes on from what is stored.", Assert.Single(verdict.Problems));
    }

    [Theory]
    [InlineData(21, 69, true)]   // 21 are more than 20, and more than 30 % of 69
    [InlineData(20, 21, false)]  // 20 are not more than 20, whatever their share
    [InlineData(30, 100, false)] // 30 are not more than 30 % of 100
    [InlineData(31, 100, true)]
    [InlineData(5, 5, true)]     // nothing is listed at all
    public void A_listing_is_doubted_where_more_than_twenty_and_more_than_thirty_percent_vanish(int missing, int there, bool doubted)
    {
        var listed = there - missing;
        Assert.Equal(doubted, ListingVerdict.IsShrunken(new Census(listed, listed, 0, listed, 0, there, missing)));
    }

    [Fact]
    public void A_shrunken_listing_waits_for_a_person()
    {
        var census = new Census(50, 50, 50, 0, 0, 100, 50);
        var unexplained = MissingItems.None with { AllExplained = false };

        var doubted = Of(census, missing: unexplained, twice: true);
        Assert.False(doubted.Complete);
        Assert.Equal(Removals.None, doubted.Removals);
        Assert.Equal(
            "Team A: 50 of 100 stored items are missing from two listings of the tracker. Expected most of them to be there; nothing was removed. Check the query and the permissions, then run `sync --accept-removals` if the items are really gone.",
            Assert.Single(doubted.Problems));

        var accepted = Of(census, missing: unexplained, twice: true, accepted: true);
        Assert.True(accepted.Complete);
        Assert.Equal(Removals.Accepted, accepted.Removals);
    }

    [Fact]
    public void A_shrunken_listing_is_believed_where_the_tracker_says_that_the_items_were_deleted() =>
        Assert.Equal(Removals.AfterTwoListings, Of(new Census(50, 50, 50, 0, 0, 100, 50), missing: MissingItems.None, twice: true).Removals);

    [Fact]
    public void A_permission_that_is_gone_makes_items_invisible_and_removes_none_even_if_a_person_accepts()
    {
        var verdict = Of(new Census(50, 50, 50, 0, 0, 52, 2), missing: new MissingItems(["7", "8"], 2, [], [], false, NoBrowse), twice: true, accepted: true);

        Assert.False(verdict.Complete);
        Assert.Equal(Removals.None, verdict.Removals);
        Assert.Equal(["7", "8"], verdict.NotVisible);
        Assert.Equal(
            "Team A: 2 of 52 stored items cannot be seen any more, since the account lacks the permission Browse projects. They are kept as not visible, and left out of reports. Let an administrator give it to the account.",
            Assert.Single(verdict.Problems));
    }

    [Fact]
    public void Items_that_the_tracker_gives_and_does_not_list_make_the_listing_doubtful()
    {
        var verdict = Of(new Census(99, 99, 0, 99, 0, 100, 1), missing: new MissingItems(["7"], 1, ["CHK-7"], [], true, null));

        Assert.False(verdict.Complete);
        Assert.Equal(Removals.None, verdict.Removals);
        Assert.Equal(
            "Team A: 1 of the stored items is missing from the listing, and the tracker still gives it (CHK-7). Expected every item of the project to be listed; nothing was removed. Run sync again: a search index may lag behind.",
            Assert.Single(verdict.Problems));
    }

    [Fact]
    public void Of_more_missing_items_than_were_asked_for_it_is_said_how_many_are_known_to_be_there()
    {
        string[] ids = [.. Enumerable.Range(1, 255).Select(n => FormattableString.Invariant($"{n}"))];
        string[] there = [.. ids.Take(50).Select(id => "CHK-" + id)];
        var verdict = Of(new Census(200, 200, 200, 0, 0, 455, 255), missing: new MissingItems([.. ids], 50, [.. there], [], true, null), twice: true);

        Assert.Equal(
            "Team A: 255 of the stored items are missing from the listing, and the tracker still gives at least 50 of them (the first is CHK-1). Expected every item of the project to be listed; nothing was removed. Run sync again: a search index may lag behind.",
            Assert.Single(verdict.Problems));
    }

    [Fact]
    public void Items_that_may_not_be_seen_are_hidden_and_the_rest_goes_by_the_usual_rule()
    {
        var verdict = Of(new Census(98, 98, 0, 98, 0, 100, 2), missing: new MissingItems(["7", "8"], 2, [], ["8"], false, null));

        Assert.True(verdict.Complete);
        Assert.Equal(Removals.AfterTwoListings, verdict.Removals);
        Assert.Equal(["8"], verdict.NotVisible);
    }

    [Fact]
    public void Two_listings_that_contradict_each_other_prove_nothing()
    {
        var verdict = Of(new Census(100, 100, 97, 3, 0, 100, 0), approximate: 100, twice: true);

        Assert.False(verdict.Complete);
        Assert.Equal("Team A: a second listing lacks 3 of the 100 items that the first one had. Expected two listings that agree; nothing was removed. Run sync again.", Assert.Single(verdict.Problems));
    }

    [Fact]
    public void A_second_listing_that_finds_what_the_first_lacked_is_believed_where_the_count_agrees() =>
        Assert.True(Of(new Census(45, 6, 45, 0, 39, 0, 0), approximate: 45, twice: true).Complete);

    [Theory]
    [InlineData(6, 45, false)]
    [InlineData(40, 45, true)]      // five more may be a count that lags behind
    [InlineData(39, 45, false)]
    [InlineData(1000, 1050, true)]  // so may five in a hundred
    [InlineData(1000, 1060, false)]
    [InlineData(45, 6, true)]       // a count that is too small hides nothing
    public void A_count_that_is_far_above_two_listings_makes_them_doubtful(int listed, int count, bool complete)
    {
        var verdict = Of(new Census(listed, listed, listed, 0, 0, 0, 0), approximate: count, twice: true);

        Assert.Equal(complete, verdict.Complete);
        if (!complete)
        {
            Assert.Equal(
                FormattableString.Invariant($"Team A: two listings gave {listed} items, and the tracker itself counts about {count}. Expected about as many; nothing was removed. Run sync again; if it stays so, have an administrator rebuild the tracker's search index."),
                Assert.Single(verdict.Problems));
        }
    }

    private static ListingVerdict Of(Census census, int? approximate = null, MissingItems? missing = null, bool ended = true, bool twice = false, bool accepted = false) =>
        ListingVerdict.Of(Team.Imported("A"), new ScopeListing(census, ended, approximate, twice, null), missing ?? MissingItems.None, accepted);
}
