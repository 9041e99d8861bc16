using System.Globalization;
using BacklogHealth.Connectors.Tests.Http;

namespace BacklogHealth.Connectors.Tests.AzureDevOps;

public sealed class AzureWindowsTests
{
    [Fact]
    public async Task More_ids_than_a_query_gives_are_listed_in_windows_that_fit()
    {
        var all = Enumerable.Range(1, 50_000).Select(i => i * 3).ToList();
        await using var azure = new SmallAzure().On(SmallAzure.Wiql, request => Answer(request, all, cuts: false));
        var pages = await azure.List();
        Assert.Equal(all.Select(i => i.ToString(CultureInfo.InvariantCulture)), pages.SelectMany(p => p.Entries).Select(e => e.Id));
        Assert.All(pages, p => Assert.InRange(p.Entries.Length, 1, 19_999));
        Assert.Equal([.. Enumerable.Repeat(false, pages.Count - 1), true], pages.Select(p => p.IsLast));
        Assert.Contains(azure.Queries, q => q.EndsWith("AND [System.Id] >= 112501 ORDER BY [System.Id]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_as_long_as_the_limit_is_taken_for_one_that_was_cut()
    {
        var all = Enumerable.Range(1, 30_000).ToList();
        await using var azure = new SmallAzure().On(SmallAzure.Wiql, request => Answer(request, all, cuts: true));
        Assert.Equal(30_000, (await azure.List()).Sum(p => p.Entries.Length));
    }

    [Fact]
    public async Task A_scope_of_exactly_the_limit_is_split_and_whole()
    {
        var all = Enumerable.Range(1, 20_000).ToList();
        await using var azure = new SmallAzure().On(SmallAzure.Wiql, request => Answer(request, all, cuts: true));
        Assert.Equal(20_000, (await azure.List()).Sum(p => p.Entries.Length));
    }

    [Fact]
    public async Task What_is_created_while_the_windows_are_read_belongs_to_the_last_one()
    {
        var all = Enumerable.Range(1, 30_000).ToList();
        await using var azure = new SmallAzure().On(SmallAzure.Wiql, request =>
        {
            var answer = Answer(request, all, cuts: false);
            if (request.Body.Contains("DESC", StringComparison.Ordinal))
            {
                all.Add(30_001);
            }

            return answer;
        });
        Assert.Equal("30001", (await azure.List())[^1].Entries[^1].Id);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(59)]
    public async Task An_answer_that_was_cut_below_the_limit_is_gone_on_with_until_nothing_lies_behind(int kept)
    {
        var all = Enumerable.Range(1, 60).Select(i => i * 7).ToList();
        await using var azure = new SmallAzure().On(SmallAzure.Wiql, request => SmallAzure.Ids(all.Where(SmallAzure.Range(SmallAzure.Query(request))).Take(kept)));
        Assert.Equal(all.Select(i => i.ToString(CultureInfo.InvariantCulture)), (await azure.List()).SelectMany(p => p.Entries).Select(e => e.Id));
        Assert.EndsWith(" AND [System.Id] >= 421 ORDER BY [System.Id]", azure.Queries.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Windows_that_were_cut_are_gone_on_with_too()
    {
        var all = Enumerable.Range(1, 30_000).ToList();
        await using var azure = new SmallAzure().On(SmallAzure.Wiql, request =>
        {
            var found = all.Where(SmallAzure.Range(SmallAzure.Query(request))).ToList();
            return SmallAzure.Query(request).Contains("DESC", StringComparison.Ordinal) ? SmallAzure.Ids(30_000) : found.Count > 20_000 ? TooMany : SmallAzure.Ids(found.Take(9_000));
        });
        Assert.Equal(all.Select(i => i.ToString(CultureInfo.InvariantCulture)), (await azure.List()).SelectMany(p => p.Entries).Select(e => e.Id));
    }

    [Fact]
    public async Task A_scope_without_items_is_one_empty_last_page()
    {
        await using var azure = new SmallAzure();
        var page = Assert.Single(await azure.List());
        Assert.Empty(page.Entries);
        Assert.True(page.IsLast);
    }

    [Fact]
    public async Task A_limit_that_no_window_keeps_is_an_error()
    {
        await using var azure = new SmallAzure().On(SmallAzure.Wiql, request => request.Body.Contains("DESC", StringComparison.Ordinal) ? SmallAzure.Ids(2) : TooMany);
        var error = await Assert.ThrowsAsync<TrackerException>(() => azure.List());
        Assert.Equal(TrackerFault.Incomplete, error.Fault);
        Assert.Equal($"{azure.Where}: the query gave 20000 items or more with ids from 0 to 0. Expected fewer than that in so small a range. Run the sync again; what is stored stays as it is.", error.Message);
    }

    [Theory]
    [InlineData("1,1", "the query gave item 1 twice. Expected every item once.")]
    [InlineData("1,x", "the query gave an item without an id. Expected an id for every item.")]
    public async Task A_listing_that_contradicts_itself_is_an_error(string ids, string message)
    {
        await using var azure = new SmallAzure().On(SmallAzure.Wiql, $$"""{"workItems":[{{string.Join(',', ids.Split(',').Select(i => $$"""{"id":"{{i}}"}"""))}}]}""");
        var error = await Assert.ThrowsAsync<TrackerException>(() => azure.List());
        Assert.Equal(TrackerFault.Incomplete, error.Fault);
        Assert.Equal($"{azure.Where}: {message} Run the sync again; what is stored stays as it is.", error.Message);
    }

    [Fact]
    public async Task An_id_outside_its_window_is_an_error()
    {
        await using var azure = new SmallAzure().On(SmallAzure.Wiql, request =>
            request.Body.Contains("DESC", StringComparison.Ordinal) ? SmallAzure.Ids(100) : SmallAzure.Query(request).Contains("<=", StringComparison.Ordinal) ? SmallAzure.Ids(99) : TooMany);
        var error = await Assert.ThrowsAsync<TrackerException>(() => azure.List());
        Assert.Equal($"{azure.Where}: the query for ids from 0 to 50 gave item 99. Expected only ids of that range. Run the sync again; what is stored stays as it is.", error.Message);
    }

    private static ScriptedAnswer TooMany { get; } = new(400, """{"message":"VS402337: The number of work items returned exceeds the size limit of 20000. Change the query to return fewer items."}""");

    // As the service answers: too many ids are an error, or, where it is asked for a number, cut.
    private static ScriptedAnswer Answer(ScriptedRequest request, List<int> all, bool cuts)
    {
        var query = SmallAzure.Query(request);
        if (query.Contains("DESC", StringComparison.Ordinal))
        {
            return SmallAzure.Ids(all[^1]);
        }

        var found = all.Where(SmallAzure.Range(query)).ToList();
        return found.Count <= 20_000 ? SmallAzure.Ids(found) : cuts ? SmallAzure.Ids(found.Take(20_000)) : TooMany;
    }
}
