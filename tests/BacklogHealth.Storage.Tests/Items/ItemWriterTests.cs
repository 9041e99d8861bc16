using BacklogHealth.Core.WorkItems;
using BacklogHealth.Testing;
using CsCheck;

namespace BacklogHealth.Storage.Tests.Items;

public abstract class ItemWriterTests(StorageEngine engine) : StoreTest(engine)
{
    [Fact]
    public async Task Every_field_of_every_item_comes_back_as_it_was_written()
    {
        await WorkItems.Any.Array[1, 6].SampleAsync(
            async items =>
            {
                var distinct = items.DistinctBy(i => i.Id).ToList();
                await Store.Import(Team, A.Profile, distinct, replace: true);
                var stored = await Stored();
                var expected = distinct.OrderBy(i => i.Created).ThenBy(i => i.Id, StringComparer.Ordinal).ToList();
                Assert.Equal(expected.Select(WorkItems.Told), stored.Select(WorkItems.Told));
            },
            iter: 60,
            threads: 1);
    }

    [Fact]
    public async Task Nul_and_half_surrogates_become_replacement_characters_and_offsets_still_hold()
    {
        var text = new StructuredText("a\0b\uD83Dc 👩‍🚀 end", [new TextSpan(TextKind.Paragraph, 0, 15), new TextSpan(TextKind.Link, 12, 3, 0, "https://a.example")]);
        var item = A.WorkItem("CHK-1") with { Title = "\uDC00 broken \0", Description = text, Labels = ["a\0b", "ok 🚀"] };

        await Store.Import(Team, A.Profile, [item], replace: false);

        var stored = Assert.Single(await Stored());
        Assert.Equal("\uFFFD broken \uFFFD", stored.Title);
        Assert.Equal("a\uFFFDb\uFFFDc 👩‍🚀 end", stored.Description.Plain);
        Assert.Equal(text.Spans, stored.Description.Spans);
        Assert.Equal("end", stored.Description.Of(stored.Description.Spans[1]));
        Assert.Equal("ok 🚀", stored.Labels[1]);
    }

    [Fact]
    public async Task Names_and_texts_may_be_of_any_length()
    {
        var item = A.WorkItem("CHK-1", title: new string('x', 5_000)) with { Description = A.Text(new string('ü', 1_000_000)), Priority = new string('p', 400) };

        await Store.Import(Team, A.Profile, [item], replace: false);

        Assert.Equal(WorkItems.Told(item), WorkItems.Told(Assert.Single(await Stored())));
    }

    [Fact]
    public async Task Writing_the_same_item_again_changes_nothing()
    {
        var items = Some(3);
        await Store.Import(Team, A.Profile, items, replace: false);
        var before = await Store.DataState(Team);

        var again = await Store.Import(Team, A.Profile, items, replace: false);

        Assert.Equal((3, 0, 0), (again.Imported, again.Created, again.Updated));
        Assert.Equal(before, await Store.DataState(Team));
    }

    [Fact]
    public async Task An_item_that_says_something_else_replaces_all_its_parts()
    {
        var first = A.WorkItem("CHK-1").Moved("2026-01-06", A.InProgress) with { Comments = [new Comment("c1", null, A.Time("2026-01-07"), A.Text("Why?"))] };
        await Store.Import(Team, A.Profile, [first], replace: false);
        var second = A.WorkItem("CHK-1", "Pay by invoice");

        var result = await Store.Import(Team, A.Profile, [second], replace: false);

        Assert.Equal(1, result.Updated);
        Assert.Equal(WorkItems.Told(second), WorkItems.Told(Assert.Single(await Stored())));
        Assert.Single((await Store.History(Team))[0].States);
    }
}

public sealed class ItemWriterTestsOnSqlite() : ItemWriterTests(StorageEngine.Sqlite);

public sealed class ItemWriterTestsOnPostgres() : ItemWriterTests(StorageEngine.Postgres);
