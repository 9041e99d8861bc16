using BacklogHealth.Anonymising;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.Anonymising;

public sealed class AnonymousKeysTests
{
    [Fact]
    public void Items_are_numbered_by_project_in_the_order_in_which_they_came()
    {
        var keys = new AnonymousKeys("Checkout", new Numbered(), new Numbered());
        var items = new[] { A.WorkItem("CHK-90"), A.WorkItem("WEB-4"), A.WorkItem("CHK-7") };
        foreach (var item in items)
        {
            keys.Add(item);
        }

        Assert.Equal(["A-1", "B-1", "A-2"], items.Select(keys.Of));
        Assert.Equal("A-2", keys.OfId("id-CHK-7"));
        Assert.Equal("X-1", keys.Of("OPS-1"));
        Assert.Equal("X-1", keys.Of("OPS-1"));
        Assert.Null(keys.Find("OPS-1"));
        Assert.Null(keys.OfId("id-OPS-1"));
    }

    [Fact]
    public void Two_teams_have_no_key_in_common_even_where_their_items_have()
    {
        var projects = new Numbered();
        var (one, other) = (new AnonymousKeys("Checkout", projects, new Numbered()), new AnonymousKeys("Web", projects, new Numbered()));
        one.Add(A.WorkItem("CHK-1"));
        other.Add(A.WorkItem("CHK-1"));
        Assert.NotEqual(one.Of("CHK-1"), other.Of("CHK-1"));
    }

    [Fact]
    public void Ranks_become_places_in_their_order()
    {
        var keys = new AnonymousKeys("Checkout", new Numbered(), new Numbered());
        keys.Add(A.WorkItem("CHK-1") with { Rank = "0|i0009:" });
        keys.Add(A.WorkItem("CHK-2") with { Rank = "0|hzzzz:" });
        Assert.Equal((2, 1, null), (keys.Place("0|i0009:"), keys.Place("0|hzzzz:"), keys.Place(null)));
    }
}
