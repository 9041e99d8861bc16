using BacklogHealth.Core.Health.Duties;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Testing;

namespace BacklogHealth.Storage.Tests.Items;

public abstract class DutyReaderTests(StorageEngine engine) : StoreTest(engine)
{
    private static readonly DateTimeOffset Now = A.Time("2026-03-02");

    private async Task<ItemFacts> Facts(WorkItem item, DateTimeOffset? asOf = null)
    {
        await Pull([item]);
        return (await FactsAt(asOf ?? Now)).Of(item.Id);
    }

    private async Task<DutyFacts> FactsAt(DateTimeOffset instant) => (await FactsAt([instant]))[0];

    private async Task<IReadOnlyList<DutyFacts>> FactsAt(DateTimeOffset[] instants) => (await Store.Facts(Team, new FactsAsked(instants, "en", A.Workflow, Sprints: true))).Duties;

    [Fact]
    public async Task Labels_are_those_of_the_instant()
    {
        var item = A.WorkItem("CHK-1").Changed("2026-02-01", FieldNames.Labels, new("retro big\u00A0thing"), new("retro")).Changed("2026-02-20", FieldNames.Labels, new("retro"), new("done")) with { Labels = ["done"] };

        Assert.Equal(["done"], (await Facts(item)).Labels);
        Assert.Equal(["retro"], (await FactsAt(A.Time("2026-02-10"))).Of(item.Id).Labels);
        Assert.Equal(["retro", "big thing"], (await FactsAt(A.Time("2026-01-10"))).Of(item.Id).Labels);
    }

    [Fact]
    public async Task Boxes_of_both_texts_are_counted_and_unknown_once_a_text_was_changed_later()
    {
        var description = new StructuredTextBuilder().Block(TextKind.Checkbox, 1, "[x] ").Append("Paid").Block(TextKind.Checkbox, 0, "[ ] ").Append("Printed").Build();
        var criteria = new StructuredTextBuilder().Block(TextKind.Checkbox, 0, "[ ] ").Append("Sent").Build();
        var item = A.WorkItem("CHK-1").Changed("2026-02-01", FieldNames.Description, new("Paid"), FieldValue.Of(description)) with { Description = description, AcceptanceCriteria = criteria };

        Assert.Equal(new Boxes(1, 2), (await Facts(item)).Boxes);
        Assert.Null((await FactsAt(A.Time("2026-02-01"))).Of(item.Id).Boxes);
    }

    [Fact]
    public async Task A_text_without_boxes_has_none() => Assert.Null((await Facts(A.WorkItem("CHK-1") with { Description = A.Text("Paid"), Labels = ["a"] })).Boxes);

    [Fact]
    public async Task An_edit_counts_where_it_changes_words_within_a_year()
    {
        var item = A.WorkItem("CHK-1", created: "2024-01-05")
            .Changed("2024-06-01", FieldNames.Title, new("Pay"), new("Pay by card"))
            .Changed("2026-02-01 10:00", FieldNames.Description, new("[ ] Paid"), new("[x] Paid"))
            .Changed("2026-02-02 10:00", FieldNames.Description, new("[x] Paid"), new("[x] Paid by card"))
            .Changed("2026-02-03 10:00", FieldNames.AcceptanceCriteria, null, new("Printed"))
            .Changed("2026-03-02", FieldNames.Title, new("Pay by card"), new("Pay"));

        Assert.Equal([A.Time("2026-02-02 10:00"), A.Time("2026-02-03 10:00")], (await Facts(item)).TextEdits);
    }

    [Fact]
    public async Task Estimates_tell_what_they_replaced_also_after_the_instant_and_moves_only_before()
    {
        var item = A.WorkItem("CHK-1")
            .Changed("2026-02-01", FieldNames.StoryPoints, null, new("3")).Changed("2026-02-10", FieldNames.StoryPoints, new("3"), new("0.5"))
            .Changed("2026-02-12", FieldNames.Rank, null, new("Ranked higher")).Changed("2026-02-14", FieldNames.Rank, null, new("Ranked lower"))
            .Changed("2026-02-20", FieldNames.StoryPoints, new("0.5"), null);

        var facts = await Facts(item, A.Time("2026-02-13"));

        Assert.Equal([new EstimateChange(A.Time("2026-02-01"), null), new EstimateChange(A.Time("2026-02-10"), 3), new EstimateChange(A.Time("2026-02-20"), 0.5)], facts.Estimates);
        Assert.Equal([A.Time("2026-02-12")], facts.Moves);
    }

    [Fact]
    public async Task Of_comments_only_what_they_tell_is_kept()
    {
        var item = A.WorkItem("CHK-1") with
        {
            Comments =
            [
                new Comment("1", "a", A.Time("2026-02-01"), A.Text("Who pays?")), new Comment("2", "b", A.Time("2026-02-02"), A.Text("Done.")),
                new Comment("3", "a", A.Time("2026-02-03"), A.Text("Customers told us that it is too small. Is it?")), new Comment("4", "a", A.Time("2026-03-03"), A.Text("Why?")),
            ],
        };

        Assert.Equal([new Remark(A.Time("2026-02-01"), true, false), new Remark(A.Time("2026-02-03"), true, true)], (await Facts(item)).Remarks);
    }

    [Fact]
    public async Task What_is_read_for_several_instants_at_once_is_what_is_read_for_each()
    {
        var item = A.WorkItem("CHK-1", created: "2025-01-05")
            .Changed("2025-02-10", FieldNames.Title, new("Pay"), new("Pay by card")).Changed("2025-02-20", FieldNames.Rank, null, new("Ranked higher"))
            .Changed("2026-02-01", FieldNames.Labels, new("retro"), new("done")).Changed("2026-02-05", FieldNames.StoryPoints, null, new("3"))
            .Changed("2026-02-14", FieldNames.Rank, null, new("Ranked lower")).Changed("2026-02-25", FieldNames.Title, new("Pay by card"), new("Pay")) with
        {
            Labels = ["done"],
            Comments = [new Comment("1", "a", A.Time("2025-02-15"), A.Text("Who pays?")), new Comment("2", "a", A.Time("2026-02-26"), A.Text("Why?"))],
        };
        await Pull([item]);
        DateTimeOffset[] instants = [Now, A.Time("2026-02-16"), A.Time("2025-12-31"), A.Time("2024-12-31")];

        var together = await FactsAt(instants);

        foreach (var (instant, facts) in instants.Zip(together))
        {
            Assert.Equivalent((await FactsAt(instant)).Items, facts.Items, strict: true);
        }

        Assert.Equal([1, 0, 1, 0], together.Select(f => f.Of(item.Id).TextEdits.Length));
        Assert.Equal([1, 2, 1, 0], together.Select(f => f.Of(item.Id).Moves.Length));
    }

    [Fact]
    public async Task Links_are_kept_and_an_item_of_which_nothing_is_known_is_left_out()
    {
        await Pull([A.WorkItem("CHK-1") with { Links = [new ItemLink("relates to", "CHK-2")] }, A.WorkItem("CHK-2")]);

        var (id, facts) = Assert.Single((await FactsAt(Now)).Items);
        Assert.Equal(("id-CHK-1", new ItemLink("relates to", "CHK-2")), (id, Assert.Single(facts.Links)));
    }
}

public sealed class DutyReaderTestsOnSqlite() : DutyReaderTests(StorageEngine.Sqlite);

public sealed class DutyReaderTestsOnPostgres() : DutyReaderTests(StorageEngine.Postgres);
