using System.Text;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Testing;

namespace BacklogHealth.Storage.Tests.Pulls;

public abstract class PayloadTests(StorageEngine engine) : StoreTest(engine)
{
    [Fact]
    public async Task What_was_sent_for_an_item_is_given_back_byte_by_byte()
    {
        var large = new string('x', 300_000) + "ü 👩‍🚀 \\u0000";
        await PullSent((A.WorkItem("CHK-1"), """{"key":"CHK-1"}"""), (A.WorkItem("CHK-2"), large), (A.WorkItem("CHK-3"), ""));

        Assert.Equal("""{"key":"CHK-1"}""", await Sent("id-CHK-1"));
        Assert.Equal(large, await Sent("id-CHK-2"));
        Assert.Equal("", await Sent("id-CHK-3"));
        Assert.Null(await Store.Payload(Team, "id-CHK-9"));
        Assert.InRange(await Ask<long>("SELECT MAX(LENGTH(json)) FROM payload"), 1, 10_000);
    }

    [Fact]
    public async Task Only_what_was_sent_last_is_kept()
    {
        var item = A.WorkItem("CHK-1");
        await PullSent((item, "first"));
        await PullSent((item.Moved("2026-02-01", A.InProgress), "second"));
        Assert.Equal("second", await Sent("id-CHK-1"));

        await PullSent((item.Moved("2026-02-02", A.Done), null));

        Assert.Null(await Store.Payload(Team, "id-CHK-1"));
    }

    [Fact]
    public async Task What_was_fetched_longer_ago_than_the_days_given_is_dropped()
    {
        var (first, second) = (A.WorkItem("CHK-1"), A.WorkItem("CHK-2"));
        await PullSent((first, "first"));
        Time.Now = A.Time("2026-03-12 07:00");
        await PullSent((first, "first"), (second, "second"));

        await Finish(days: 10);
        Assert.Equal("first", await Sent("id-CHK-1"));
        Time.Now = Time.Now.AddTicks(1);
        await Finish(days: 10);

        Assert.Null(await Store.Payload(Team, "id-CHK-1"));
        Assert.Equal("second", await Sent("id-CHK-2"));
        await Finish(days: null);
        Assert.Equal("second", await Sent("id-CHK-2"));
        await Finish(days: 0);
        Assert.Null(await Store.Payload(Team, "id-CHK-2"));
    }

    [Fact]
    public async Task Another_teams_payloads_are_left_alone()
    {
        await PullSent((A.WorkItem("CHK-1"), "first"));
        await Store.SaveTeam(new StoredTeam("Search", "acme", "Jira Cloud, project SEA", "UTC", null));
        var run = await Store.BeginPull("Search", Key);

        await Store.FinishPull(run, Whole with { PayloadDays = 0 });

        Assert.Equal("first", await Sent("id-CHK-1"));
    }

    private async Task Finish(int? days)
    {
        var run = await Store.BeginPull(Team, Key);
        await List(Store, run, Some(2));
        await Store.FinishPull(run, Whole with { PayloadDays = days });
    }

    private async Task PullSent(params (WorkItem Item, string? Json)[] sent)
    {
        var run = await Store.BeginPull(Team, Key);
        await List(Store, run, [.. sent.Select(s => s.Item)]);
        while (await Store.NextToFetch(run, 2) is { IsEmpty: false } ids)
        {
            var page = sent.Where(s => ids.Contains(s.Item.Id)).ToList();
            await Store.SaveItems(run, new FetchedItems(
                [.. page.Select(s => s.Item)], [], [.. page.Where(s => s.Json is not null).Select(s => new ItemPayload(s.Item.Id, Encoding.UTF8.GetBytes(s.Json!)))]));
        }

        await Store.FinishPull(run, Whole);
    }

    private async Task<string> Sent(string id) => Encoding.UTF8.GetString((await Store.Payload(Team, id))!.Json.Span);
}

public sealed class PayloadTestsOnSqlite() : PayloadTests(StorageEngine.Sqlite);

public sealed class PayloadTestsOnPostgres() : PayloadTests(StorageEngine.Postgres);
