using System.Text.Json;

namespace BacklogHealth.SampleTracker.Tests.Routes.Jira;

public class CommentRoutesTests
{
    [Fact]
    public async Task Within_an_issue_20_comments_come_and_the_total_tells_of_more()
    {
        await using var sample = await Sample.Start();
        var container = (await sample.Get("rest/api/3/issue/CHK-1?fields=comment")).GetProperty("fields").GetProperty("comment");
        Assert.Equal((20, 25), (container.GetProperty("comments").GetArrayLength(), container.GetProperty("total").GetInt32()));
    }

    [Fact]
    public async Task Paging_reaches_all_comments()
    {
        await using var sample = await Sample.Start();
        var first = await sample.Get("rest/api/3/issue/10001/comment?maxResults=20");
        var second = await sample.Get("rest/api/3/issue/10001/comment?maxResults=20&startAt=20");
        Assert.Equal(Enumerable.Range(501, 25).Select(n => FormattableString.Invariant($"{n}")), Ids(first).Concat(Ids(second)));
    }

    [Fact]
    public async Task Comments_can_come_newest_first_and_in_no_other_order()
    {
        await using var sample = await Sample.Start();
        Assert.Equal("525", Ids(await sample.Get("rest/api/3/issue/10001/comment?orderBy=-created")).First());
        Assert.Equal(
            "The value 'author' of 'orderBy' is not supported. Comments can be ordered by 'created' only.",
            Sample.Message(await sample.Get("rest/api/3/issue/10001/comment?orderBy=author", 400)));
    }

    private static IEnumerable<string?> Ids(JsonElement page) => page.GetProperty("comments").EnumerateArray().Select(c => c.GetProperty("id").GetString());
}
