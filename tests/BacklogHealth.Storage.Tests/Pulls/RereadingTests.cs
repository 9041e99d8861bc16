using System.Text;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Testing;

namespace BacklogHealth.Storage.Tests.Pulls;

public abstract class RereadingTests(StorageEngine engine) : StoreTest(engine)
{
    private static readonly PullKey Other = Key with { Mapping = "fields 2" };

    [Fact]
    public async Task Another_mapping_reads_what_was_sent_again_and_fetches_nothing()
    {
        await PullSent(Some(3));
        var run = await Store.BeginPull(Team, Other);

        var reread = await Store.Reread(run, Read("Read again"));

        Assert.Equal((false, new RereadResult(3, 0)), (run.Full, reread));
        var result = await Finish(run, Some(3));
        Assert.Equal((true, 0), (result.Complete, result.Fetched));
        Assert.All(await Stored(), i => Assert.Equal("Read again", i.Title));
        Assert.NotNull(await Store.Payload(Team, "id-CHK-1"));
    }

    [Fact]
    public async Task The_same_mapping_reads_nothing_again()
    {
        await PullSent(Some(3));
        var run = await Store.BeginPull(Team, Key);

        Assert.Equal(new RereadResult(0, 0), await Store.Reread(run, _ => throw new InvalidOperationException("nothing is to be read")));
    }

    [Fact]
    public async Task What_cannot_be_read_again_or_was_not_kept_is_fetched()
    {
        await PullSent(Some(4), without: "id-CHK-4");
        var run = await Store.BeginPull(Team, Other);

        var reread = await Store.Reread(run, p => p.Id is "id-CHK-2" ? null : p.Id is "id-CHK-3" ? A.WorkItem("CHK-1") : Read("Read again")(p));

        Assert.Equal(new RereadResult(1, 3), reread);
        await List(Store, run, Some(4), 10);
        Assert.Equal(["id-CHK-2", "id-CHK-3", "id-CHK-4"], await Store.NextToFetch(run, 10));
    }

    [Fact]
    public async Task A_pull_under_another_mapping_that_does_not_read_again_fetches_everything()
    {
        await PullSent(Some(3));
        var run = await Store.BeginPull(Team, Other);
        await List(Store, run, Some(3), 10);

        Assert.Equal(3, (await Store.NextToFetch(run, 10)).Length);
    }

    [Fact]
    public async Task Reading_again_that_was_stopped_goes_on_where_it_stood()
    {
        var items = Some(450);
        await PullSent(items);
        var run = await Store.BeginPull(Team, Other);
        var read = 0;
        await Assert.ThrowsAsync<InvalidDataException>(() => Store.Reread(run, p => ++read > 300 ? throw new InvalidDataException("stopped") : Read("Read again")(p)));

        run = await Store.BeginPull(Team, Other);
        var reread = await Store.Reread(run, Read("Read again"));

        Assert.Equal(new RereadResult(250, 0), reread);
        Assert.All(await Stored(), i => Assert.Equal("Read again", i.Title));
        Assert.Equal(new RereadResult(0, 0), await Store.Reread(run, Read("Once more")));
    }

    [Fact]
    public async Task Where_an_item_stands_is_kept()
    {
        await PullSent(Some(4));
        var run = await Store.BeginPull(Team, Key);
        await List(Store, run, [.. Some(2)]);
        await Store.FinishPull(run, Whole with { NotVisible = ["id-CHK-3"] });
        run = await Store.BeginPull(Team, Other);

        Assert.Equal(new RereadResult(4, 0), await Store.Reread(run, Read("Read again")));

        Assert.Equal(A.Time("2026-03-02 07:00"), (await Store.Find("CHK-3"))!.Item.NotVisibleSince);
        await List(Store, run, [.. Some(2)]);
        Assert.Equal(1, (await Store.FinishPull(run, Whole)).Removed);
        Assert.NotNull((await Store.Find("CHK-4"))!.Item.RemovedAt);
    }

    [Fact]
    public async Task A_mapping_that_is_taken_back_reads_again()
    {
        await PullSent(Some(2));
        await Finish(await Reread(Other, "Second"), Some(2));

        var run = await Reread(Key, "First");

        Assert.All(await Stored(), i => Assert.Equal("First", i.Title));
        Assert.Equal(0, (await Finish(run, Some(2))).Fetched);
    }

    [Fact]
    public async Task A_superseded_pull_may_not_read_again()
    {
        await PullSent(Some(2));
        var old = await Store.BeginPull(Team, Other);
        await Store.BeginPull(Team, Other);

        Assert.Equal(StoreFault.Superseded, (await Assert.ThrowsAsync<StoreException>(() => Store.Reread(old, Read("Too late")))).Fault);
    }

    private async Task<PullRun> Reread(PullKey key, string title)
    {
        var run = await Store.BeginPull(Team, key);
        await Store.Reread(run, Read(title));
        return run;
    }

    // The payload of an item is its key; reading gives the item with another title.
    private static Func<ItemPayload, WorkItem?> Read(string title) => payload => A.WorkItem(Encoding.UTF8.GetString(payload.Json.Span), title);

    private async Task<PullResult> Finish(PullRun run, IReadOnlyList<WorkItem> items)
    {
        await List(Store, run, items);
        await FetchAll(Store, run, items);
        return await Store.FinishPull(run, Whole);
    }

    private async Task PullSent(IReadOnlyList<WorkItem> items, string? without = null)
    {
        var run = await Store.BeginPull(Team, Key);
        await List(Store, run, items, 200);
        await Store.SaveItems(run, new FetchedItems([.. items], [], [.. items.Where(i => i.Id != without).Select(i => new ItemPayload(i.Id, Encoding.UTF8.GetBytes(i.Key)))]));
        await Store.FinishPull(run, Whole);
    }
}

public sealed class RereadingTestsOnSqlite() : RereadingTests(StorageEngine.Sqlite);

public sealed class RereadingTestsOnPostgres() : RereadingTests(StorageEngine.Postgres);
