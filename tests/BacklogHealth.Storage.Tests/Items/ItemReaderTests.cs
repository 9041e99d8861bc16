using BacklogHealth.Core.WorkItems;
using BacklogHealth.Testing;

namespace BacklogHealth.Storage.Tests.Items;

public abstract class ItemReaderTests(StorageEngine engine) : StoreTest(engine)
{
    [Fact]
    public async Task Items_are_ordered_by_creation_and_id()
    {
        await Pull([A.WorkItem("CHK-3", created: "2026-01-05"), A.WorkItem("CHK-2", created: "2026-01-06"), A.WorkItem("CHK-1", created: "2026-01-05")]);

        Assert.Equal(["CHK-1", "CHK-3", "CHK-2"], await Keys());
    }

    [Fact]
    public async Task Open_items_are_those_not_finished_and_states_nobody_knows_count_as_open()
    {
        await Pull([
            A.WorkItem("CHK-1"),
            A.WorkItem("CHK-2").Moved("2026-01-06", A.InProgress),
            A.WorkItem("CHK-3").Moved("2026-01-06", A.Done),
            A.WorkItem("CHK-4") with { StateId = "77", OriginalState = "Parked" },
        ]);

        Assert.Equal(["CHK-1", "CHK-2", "CHK-4"], await Keys(choice: ItemChoice.Open));
    }

    [Fact]
    public async Task The_teams_own_workflow_decides_where_it_is_given()
    {
        await Pull([A.WorkItem("CHK-1"), A.WorkItem("CHK-2").Moved("2026-01-06", A.InProgress)]);
        var workflow = A.Workflow.With(new Dictionary<string, WorkItemState> { ["in progress"] = WorkItemState.Finished });

        Assert.Equal(["CHK-1"], await Keys(choice: ItemChoice.Open, workflow: workflow));
    }

    [Fact]
    public async Task Open_items_come_with_everything_above_them_even_in_a_circle()
    {
        await Pull([
            A.WorkItem("CHK-1").Moved("2026-01-06", A.Done) with { ParentId = "id-CHK-2" },
            A.WorkItem("CHK-2").Moved("2026-01-06", A.Done) with { ParentId = "id-CHK-1" },
            A.WorkItem("CHK-3") with { ParentId = "id-CHK-2" },
            A.WorkItem("CHK-4").Moved("2026-01-06", A.Done),
            A.WorkItem("CHK-5") with { ParentId = "id-elsewhere" },
        ]);

        Assert.Equal(["CHK-1", "CHK-2", "CHK-3", "CHK-5"], await Keys(choice: ItemChoice.OpenAndTheirParents));
    }

    [Fact]
    public async Task A_past_instant_shows_what_was_known_before_it()
    {
        await Pull([
            A.WorkItem("CHK-1", created: "2026-01-05").Moved("2026-02-01", A.Done),
            A.WorkItem("CHK-2", created: "2026-02-01"),
            A.WorkItem("CHK-3", created: "2026-01-05").Moved("2026-01-06", A.Done),
        ]);

        Assert.Equal(["CHK-1"], await Keys("2026-02-01", ItemChoice.Open));
        Assert.Equal(["CHK-2"], await Keys("2026-02-02", ItemChoice.Open));
        Assert.Equal(["CHK-1", "CHK-3"], await Keys("2026-02-01"));
    }

    [Fact]
    public async Task A_past_instant_has_the_parents_of_that_time()
    {
        var moved = A.WorkItem("CHK-4").Changed("2026-02-01", FieldNames.Parent, new("CHK-1", "id-CHK-1"), new("CHK-2", "id-CHK-2"))
            .Changed("2026-02-10", FieldNames.Parent, new("CHK-2", "id-CHK-2"), new("CHK-3", "id-CHK-3")) with
        { ParentId = "id-CHK-3", ParentKey = "CHK-3" };
        await Pull([.. Some(3).Select(i => i.Moved("2026-01-06", A.Done)), moved]);

        Assert.Equal(["CHK-1", "CHK-4"], await Keys("2026-02-01", ItemChoice.OpenAndTheirParents));
        Assert.Equal(["CHK-2", "CHK-4"], await Keys("2026-02-02", ItemChoice.OpenAndTheirParents));
        Assert.Equal(["CHK-3", "CHK-4"], await Keys("2026-03-01", ItemChoice.OpenAndTheirParents));
        Assert.Equal(["CHK-3", "CHK-4"], await Keys(choice: ItemChoice.OpenAndTheirParents));
    }

    [Fact]
    public async Task A_removed_item_is_there_before_it_was_removed()
    {
        await Pull(Some(5));
        await Pull(Some(4));
        await Pull(Some(4));

        Assert.Contains("CHK-5", await Keys("2026-03-02 07:00", ItemChoice.Open));
        Assert.DoesNotContain("CHK-5", await Keys("2026-03-02 07:01", ItemChoice.Open));
        Assert.DoesNotContain("CHK-5", await Keys("2026-03-02 07:01"));
        Assert.Contains("CHK-5", await Keys());
    }

    [Fact]
    public async Task Many_batches_come_whole_and_in_order()
    {
        var items = Enumerable.Range(1, 700).Select(n => A.WorkItem($"CHK-{n}", created: $"2025-{1 + (n % 12):00}-05").Moved("2026-01-06", A.InProgress)).ToList();
        await Pull(items, pageSize: 400);

        var stored = await Stored();

        Assert.Equal(items.OrderBy(i => i.Created).ThenBy(i => i.Id, StringComparer.Ordinal).Select(i => i.Key), stored.Select(i => i.Key));
        Assert.All(stored, i => Assert.Single(i.Changes));
    }

    [Theory]
    [InlineData(ItemChoice.Open)]
    [InlineData(ItemChoice.OpenAndTheirParents)]
    [InlineData(ItemChoice.All)]
    public async Task Several_instants_at_once_give_what_each_gives_alone(ItemChoice choice)
    {
        var items = Enumerable.Range(1, 700).Select(n => A.WorkItem($"CHK-{n}", $"Title {n}", created: $"2025-{1 + (n % 12):00}-05")
            .Changed($"2026-01-{1 + (n % 28):00}", FieldNames.Title, new($"Before {n}"), new($"Title {n}")).Moved($"2026-02-{1 + (n % 28):00}", A.Done) with
        { ParentId = n % 9 == 0 ? "id-CHK-1" : null });
        await Pull([.. items, .. Enumerable.Range(701, 30).Select(n => A.WorkItem($"CHK-{n}", created: "2026-02-20"))], pageSize: 400);
        DateTimeOffset?[] instants = [null, A.Time("2026-02-12"), A.Time("2026-01-09"), A.Time("2020-01-01")];

        var together = instants.Select(_ => new List<PastItem>()).ToList();
        await using var chosen = await Store.ChooseItems(Team, instants, choice);
        await foreach (var batch in chosen.Batches(HistoryDetail.Whole))
        {
            Assert.Equal(instants.Length, batch.Count);
            foreach (var (all, of) in together.Zip(batch))
            {
                all.AddRange(of);
            }
        }

        foreach (var (all, instant) in together.Zip(instants))
        {
            var alone = await Store.Items(Team, instant, choice).ToListAsync();
            Assert.Equal(alone.Select(i => (i.Item.Key, i.Item.Title, i.Item.Changes.Length)), all.Select(i => (i.Item.Key, i.Item.Title, i.Item.Changes.Length)));
        }

        Assert.Empty(together[3]);
    }

    [Fact]
    public async Task Without_values_an_item_stands_as_it_stood_and_its_history_tells_who_changed_what_when()
    {
        await Pull([A.WorkItem("CHK-1", "Now").Changed("2026-01-07", FieldNames.Title, new("First"), new("Then")).Changed("2026-02-07", FieldNames.Title, new("Then"), new("Now"))]);
        DateTimeOffset?[] instants = [A.Time("2026-01-20"), null];

        await using var chosen = await Store.ChooseItems(Team, instants, ItemChoice.All);
        var batch = Assert.Single(await chosen.Batches(HistoryDetail.WithoutValues).ToListAsync());
        var (then, now) = (Assert.Single(batch[0]).Item, Assert.Single(batch[1]).Item);

        Assert.Equal(("Then", "Now"), (then.Title, now.Title));
        Assert.Equal(new FieldChange(A.Time("2026-01-07"), FieldNames.Title, null, null, "account-1"), Assert.Single(then.Changes));
        Assert.Equal([(A.Time("2026-01-07"), "account-1"), (A.Time("2026-02-07"), "account-1")], now.Changes.Select(c => (c.At, c.AuthorId)));
        Assert.All((await Stored())[0].Changes, change => Assert.NotNull(change.From));
    }

    [Fact]
    public async Task Chosen_items_are_the_same_each_time_whatever_others_write_meanwhile()
    {
        await Pull([.. Enumerable.Range(1, 300).Select(n => A.WorkItem($"CHK-{n}", "Before"))], pageSize: 300);
        await using var chosen = await Store.ChooseItems(Team, [null], ItemChoice.Open);
        async Task<List<(string, string)>> Titles() => (await chosen.Batches(HistoryDetail.Whole).ToListAsync()).SelectMany(b => b[0]).Select(i => (i.Item.Key, i.Item.Title)).ToList();

        var first = await Titles();
        await Pull([A.WorkItem("CHK-7", "After").Moved("2026-02-01", A.Done), A.WorkItem("CHK-301", "New")]);

        Assert.Equal(300, first.Count);
        Assert.Equal(first, await Titles());
    }

    [Fact]
    public async Task Who_stops_early_leaves_the_database_to_others()
    {
        await Pull([.. Enumerable.Range(1, 600).Select(n => A.WorkItem($"CHK-{n}"))], pageSize: 600);

        await using (var chosen = await Store.ChooseItems(Team, [null], ItemChoice.All))
        {
            await foreach (var batch in chosen.Batches(HistoryDetail.Whole))
            {
                Assert.NotEmpty(batch[0]);
                break;
            }
        }

        await Pull([A.WorkItem("CHK-601", "Written behind it")]);
        Assert.Contains("Written behind it", (await Stored()).Select(i => i.Title));
    }

    [Fact]
    public async Task A_reading_stops_when_asked()
    {
        await Pull([.. Enumerable.Range(1, 600).Select(n => A.WorkItem($"CHK-{n}"))], pageSize: 600);
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await using var chosen = await Store.ChooseItems(Team, [null], ItemChoice.All, cancellation: stop.Token);
            await foreach (var _ in chosen.Batches(HistoryDetail.Whole, stop.Token))
            {
                await stop.CancelAsync();
            }
        });

        Assert.Equal(600, (await Stored()).Count);
    }

    [Fact]
    public async Task A_reading_sees_one_state_of_the_database_while_others_write()
    {
        await Pull([.. Enumerable.Range(1, 300).Select(n => A.WorkItem($"CHK-{n}"))], pageSize: 300);
        var titles = new List<string>();

        await foreach (var past in Store.Items(Team, null, ItemChoice.All))
        {
            if (titles.Count == 0)
            {
                await (await OpenAnother()).Import(Team, A.Profile, [A.WorkItem("CHK-99", "Something new")], replace: true);
            }

            titles.Add(past.Item.Title);
        }

        Assert.Equal(300, titles.Count);
        Assert.DoesNotContain("Something new", titles);
        Assert.Single(await Stored());
    }

    [Fact]
    public async Task An_item_is_found_by_its_key_and_by_the_key_it_had_before()
    {
        var moved = A.WorkItem("PAY-7").Changed("2026-02-01", FieldNames.Key, new("CHK-1"), new("PAY-7"));
        await Pull([moved, A.WorkItem("CHK-2")]);

        Assert.Equal("PAY-7", (await Store.Find("PAY-7"))?.Item.Key);
        Assert.Equal("PAY-7", (await Store.Find("CHK-1", Team))?.Item.Key);
        Assert.Equal("CHK-2", (await Store.Find("chk-2"))?.Item.Key);
        Assert.Equal(Team, (await Store.Find("chk-2"))?.Team);
        Assert.Null(await Store.Find("CHK-3"));
        Assert.Null(await Store.Find("CHK-2", "Another team"));
    }

    [Fact]
    public async Task A_moved_item_stays_the_same_item()
    {
        var before = A.WorkItem("CHK-1");
        await Pull([before]);
        var moved = before.Changed("2026-02-01", FieldNames.Key, new("CHK-1"), new("PAY-7")) with { Key = "PAY-7", Project = "PAY" };

        var result = await Pull([moved]);

        Assert.Equal((0, 1, 0), (result.Created, result.Updated, result.Removed));
        Assert.Equal(["PAY-7"], await Keys());
        Assert.Equal(["CHK-1"], await Keys("2026-01-31"));
    }

    [Fact]
    public async Task A_team_that_is_not_known_is_told_with_the_known_ones()
    {
        var error = await Assert.ThrowsAsync<StoreException>(() => Store.History("Chekout"));

        Assert.Equal(StoreFault.Settings, error.Fault);
        Assert.Equal("Team Chekout: the database does not know it. Expected one of: Checkout. Name one of them, or pull or import this team first.", error.Message);
    }
}

public sealed class ItemReaderTestsOnSqlite() : ItemReaderTests(StorageEngine.Sqlite);

public sealed class ItemReaderTestsOnPostgres() : ItemReaderTests(StorageEngine.Postgres);
