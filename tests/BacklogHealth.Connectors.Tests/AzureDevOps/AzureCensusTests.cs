using System.Globalization;
using BacklogHealth.Connectors.AzureDevOps;
using BacklogHealth.Connectors.Tests.Http;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Testing;

namespace BacklogHealth.Connectors.Tests.AzureDevOps;

public sealed class AzureCensusTests
{
    private const string Cursor = "1|2026-02-01T10:00:00.0000000+00:00|100%3B7%3B1|55";

    [Fact]
    public async Task Without_a_cursor_nothing_is_stamped_and_a_cursor_is_gained_from_the_services_own_time()
    {
        await using var azure = new SmallAzure()
            .Holding(7, 9)
            .On(SmallAzure.Revisions, SmallAzure.FeedEnd("100;7;1", """{"id":7,"rev":5}"""))
            .On(SmallAzure.Links, SmallAzure.FeedEnd("55", """{"sourceId":7,"targetId":9,"changedDate":"2026-02-02T09:30:00Z"}"""));
        var page = Assert.Single(await azure.List());
        Assert.Equal([new("7", null), new("9", null)], page.Entries);
        Assert.Equal("1|2026-02-02T10:00:00.1230000+00:00|100%3B7%3B1|55", page.Cursor);
        var since = "startDateTime=2026-02-02T09:00:00.1230000Z&api-version=7.1";
        Assert.Equal([$"?fields=System.Rev&includeDeleted=true&includeLatestOnly=true&$maxPageSize=1000&{since}"], azure.Asked(SmallAzure.Revisions).Select(r => r.Query));
        Assert.Equal([$"?{since}"], azure.Asked(SmallAzure.Links).Select(r => r.Query));
    }

    [Fact]
    public async Task With_a_cursor_what_the_record_names_has_moved_and_nothing_else_has()
    {
        await using var azure = new SmallAzure()
            .Holding(7, 8, 9)
            .On(SmallAzure.Revisions, """{"values":[{"id":7,"rev":5}],"continuationToken":"200;7;5","isLastBatch":false}""", SmallAzure.FeedEnd("300;1;1", """{"id":9,"rev":2},{"id":4711,"rev":1}"""));
        var page = Assert.Single(await azure.List(Cursor));
        Assert.Equal([new("7", "5"), new("8", null), new("9", "2")], page.Entries);
        Assert.Equal("1|2026-02-02T10:00:00.1230000+00:00|300%3B1%3B1|l-1", page.Cursor);
        Assert.Equal(["continuationToken=100%3B7%3B1", "continuationToken=200%3B7%3B5"], azure.Asked(SmallAzure.Revisions).Select(r => r.Query.Split('&').Single(p => p.Contains("Token", StringComparison.Ordinal))));
        Assert.Equal(["?continuationToken=55&api-version=7.1"], azure.Asked(SmallAzure.Links).Select(r => r.Query));
    }

    [Fact]
    public async Task An_item_whose_links_alone_changed_gets_a_stamp_that_no_fetched_item_has()
    {
        await using var azure = new SmallAzure()
            .Holding(7, 8, 9)
            .On(SmallAzure.Links, SmallAzure.FeedEnd("56", """{"rel":"System.LinkTypes.Hierarchy","attributes":{"sourceId":7,"targetId":9,"changedDate":"2026-02-02T09:30:00Z"}}"""));
        Assert.Equal(["links 2026-02-02T09:30:00Z", null, "links 2026-02-02T09:30:00Z"], Assert.Single(await azure.List(Cursor)).Entries.Select(e => e.Stamp));
    }

    [Fact]
    public async Task The_records_are_read_for_the_whole_organisation_and_before_the_listing()
    {
        await using var azure = new SmallAzure();
        await azure.List(Cursor);
        var order = azure.All.Select(r => Uri.UnescapeDataString(r.Route)).Where(r => r is SmallAzure.Wiql or SmallAzure.Revisions or SmallAzure.Links);
        Assert.Equal([SmallAzure.Revisions, SmallAzure.Links, SmallAzure.Wiql], order);
    }

    [Fact]
    public async Task A_cursor_is_good_for_a_second_listing_too()
    {
        await using var azure = new SmallAzure().Holding(7).On(SmallAzure.Revisions, SmallAzure.FeedEnd("200", """{"id":7,"rev":5}"""));
        Assert.Equal((await azure.List(Cursor))[0].Entries, (await azure.List(Cursor))[0].Entries);
    }

    [Fact]
    public async Task A_record_that_ends_without_a_new_token_leaves_the_cursor_where_it_is()
    {
        await using var azure = new SmallAzure().On(SmallAzure.Revisions, """{"values":[],"isLastBatch":true}""").On(SmallAzure.Links, """{"values":[],"isLastBatch":true}""");
        Assert.Equal("1|2026-02-02T10:00:00.1230000+00:00|100%3B7%3B1|55", Assert.Single(await azure.List(Cursor)).Cursor);
    }

    [Fact]
    public async Task A_record_that_never_gave_a_token_gives_no_cursor()
    {
        await using var azure = new SmallAzure().On(SmallAzure.Links, """{"values":[],"isLastBatch":true}""");
        Assert.Null(Assert.Single(await azure.List()).Cursor);
    }

    [Fact]
    public async Task The_token_may_stand_in_the_link_to_the_next_batch_alone()
    {
        await using var azure = new SmallAzure();
        azure.On(SmallAzure.Revisions, _ => $$"""{"values":[],"nextLink":"{{azure.Address}}/acme/_apis/wit/reporting/workItemRevisions?continuationToken=813%3B350%3B1&api-version=2.0","isLastBatch":true}""");
        Assert.Contains("|813%3B350%3B1|", Assert.Single(await azure.List(Cursor)).Cursor, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_that_is_refused_has_every_item_asked_for_its_revision()
    {
        var ids = Enumerable.Range(1, 250).ToList();
        await using var azure = new SmallAzure()
            .Holding(ids)
            .On(SmallAzure.Revisions, request => request.Query.Contains("continuationToken", StringComparison.Ordinal) ? new ScriptedAnswer(400, """{"message":"VS403: The watermark is not valid."}""") : SmallAzure.FeedEnd("900"))
            .On(SmallAzure.Links, SmallAzure.FeedEnd("77", """{"sourceId":3,"targetId":4,"changedDate":"2026-02-02T09:30:00Z"}"""))
            .On(SmallAzure.Batch, """{"value":[{"id":1,"rev":11},null,{"id":3,"rev":13}]}""", """{"value":[{"id":250,"rev":2}]}""");
        var page = Assert.Single(await azure.List(Cursor));
        Assert.Equal(["11", "unknown", "links 2026-02-02T09:30:00Z", "links 2026-02-02T09:30:00Z", "unknown"], page.Entries.Take(5).Select(e => e.Stamp));
        Assert.Equal("2", page.Entries[^1].Stamp);
        Assert.Equal("1|2026-02-02T10:00:00.1230000+00:00|900|77", page.Cursor);
        Assert.Contains("startDateTime=2026-02-01T09:00:00.0000000Z", azure.Asked(SmallAzure.Links)[0].Query, StringComparison.Ordinal);
        Assert.Equal([200, 50], azure.Asked(SmallAzure.Batch).Select(r => System.Text.Json.JsonDocument.Parse(r.Body).RootElement.GetProperty("ids").GetArrayLength()));
    }

    [Fact]
    public async Task A_cursor_that_cannot_be_read_has_everything_fetched()
    {
        await using var azure = new SmallAzure().Holding(7);
        var page = Assert.Single(await azure.List("a cursor of another version"));
        Assert.Equal([new CensusEntry("7", "unknown")], page.Entries);
        Assert.NotNull(page.Cursor);
    }

    [Theory]
    [InlineData("""{"values":[{"id":1,"rev":1}],"continuationToken":"100;7;1","isLastBatch":false}""", "GET /_apis/wit/reporting/workitemrevisions gave the same continuation token twice. Expected a new one for every batch.")]
    [InlineData("""{"values":[],"continuationToken":"100;7;1","isLastBatch":false}""", "GET /_apis/wit/reporting/workitemrevisions gave the same continuation token twice. Expected a new one for every batch.")]
    [InlineData("""{"values":[{"id":1,"rev":1}],"isLastBatch":false}""", "GET /_apis/wit/reporting/workitemrevisions said that more follows and gave no token for it. Expected a token on every batch but the last.")]
    [InlineData("""{"values":[{"id":1}],"isLastBatch":true}""", "the record of revisions gave item 1 without a revision. Expected one for every item.")]
    [InlineData("""{"values":[{"rev":1}],"isLastBatch":true}""", "the record of revisions gave an item without an id. Expected an id for every item.")]
    public async Task A_record_that_contradicts_itself_is_an_error(string batch, string message)
    {
        await using var azure = new SmallAzure().On(SmallAzure.Revisions, batch);
        var error = await Assert.ThrowsAsync<TrackerException>(() => azure.List(Cursor));
        Assert.Equal(TrackerFault.Incomplete, error.Fault);
        Assert.Equal($"{azure.Where}: {message} Run the sync again; what is stored stays as it is.", error.Message);
    }

    [Fact]
    public async Task An_empty_batch_with_a_new_token_is_only_a_step()
    {
        await using var azure = new SmallAzure().Holding(7)
            .On(SmallAzure.Revisions, """{"values":[],"continuationToken":"200","isLastBatch":false}""", SmallAzure.FeedEnd("300", """{"id":7,"rev":2}"""));
        Assert.Equal([new CensusEntry("7", "2")], Assert.Single(await azure.List(Cursor)).Entries);
    }

    [Fact]
    public async Task A_record_whose_tokens_are_ever_new_and_lead_nowhere_comes_to_an_end()
    {
        var batch = 0;
        await using var azure = new SmallAzure().On(SmallAzure.Revisions, _ => $$"""{"values":[],"continuationToken":"t{{++batch}}","isLastBatch":false}""");
        var error = await Assert.ThrowsAsync<TrackerException>(() => azure.List(Cursor));
        Assert.Equal(TrackerFault.Incomplete, error.Fault);
        Assert.Equal($"{azure.Where}: GET /_apis/wit/reporting/workitemrevisions gave 1000 batches in a row that name nothing, and said that more follows. Expected an end. Run the sync again; what is stored stays as it is.", error.Message);
        Assert.Equal(AzureFeed.MostEmpty, azure.Asked(SmallAzure.Revisions).Count);
    }

    [Fact]
    public async Task A_record_that_goes_on_at_another_host_is_refused_and_nothing_is_sent_there()
    {
        await using var elsewhere = await ScriptedServer.Start("""{"values":[],"isLastBatch":true}""");
        await using var azure = new SmallAzure().On(SmallAzure.Revisions, $$"""{"values":[],"continuationToken":"200","nextLink":"{{elsewhere.Url}}acme/_apis?continuationToken=200","isLastBatch":false}""");
        var error = await Assert.ThrowsAsync<TrackerException>(() => azure.List(Cursor));
        Assert.Equal(TrackerFault.Incomplete, error.Fault);
        Assert.Equal($"{azure.Where}: the tracker's link to its next page leads to {elsewhere.Url.GetLeftPart(UriPartial.Authority)}. Expected a page below this address, because the token is sent to no other. What was read is kept; if the tracker has moved, or a proxy stands before it, set Connections:acme:BaseUrl to the address that it knows itself by.", error.Message);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task A_cycle_in_which_nothing_changed_costs_four_requests_for_twenty_thousand_items()
    {
        await using var azure = new SmallAzure().Holding(Enumerable.Range(1, 19_999));
        await azure.Describe();
        var before = azure.All.Count;
        Assert.All((await azure.List(Cursor)).SelectMany(p => p.Entries), e => Assert.Null(e.Stamp));
        Assert.Equal(4, azure.All.Count - before);
    }

    [Fact]
    public async Task There_is_no_estimate_of_the_count()
    {
        await using var azure = new SmallAzure();
        Assert.Null(await (await azure.Open()).ApproximateCount(default));
    }

    [Fact]
    public async Task The_machines_own_clock_is_in_no_request()
    {
        await using var azure = new SmallAzure();
        await azure.List();
        Assert.DoesNotContain(azure.All, r => r.Query.Contains(SkippingTime.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }
}
