using BacklogHealth.Core.Health.Duties;
using BacklogHealth.Core.WorkItems;
using static BacklogHealth.Core.Tests.Flow.TestHistory;
using static BacklogHealth.Core.Tests.Health.Duties.TestDuty;

namespace BacklogHealth.Core.Tests.Health.Duties.Sixteen;

public sealed class FeedbackTests
{
    private static readonly ItemFacts Linked = new() { Links = [new ItemLink("relates to", "T-later")] };

    private static TestDuty Five(ItemFacts facts) => new()
    {
        Items = [.. Done(5, 200, 210), Item("later", (230, "To Do"))],
        Facts = Enumerable.Range(1, 5).ToDictionary(i => $"d{i}", _ => facts, StringComparer.Ordinal),
    };

    [Fact]
    public void A_comment_on_its_use_is_feedback_from_its_day_on() => Assert.Equal("12 days", Five(new ItemFacts { Remarks = [Says(205, tellsOfUse: true), Says(215, asks: true), Says(222, tellsOfUse: true)] }).Ask("days-to-feedback"));

    [Fact]
    public void A_later_item_that_is_linked_is_feedback_from_its_creation_on() => Assert.Equal("20 days", Five(Linked).Ask("days-to-feedback"));

    [Theory]
    [InlineData("clones")]
    [InlineData("is duplicated by")]
    [InlineData("blocks")]
    [InlineData("Child")]
    [InlineData("Successor")]
    public void A_link_that_only_organises_work_is_none(string relation) =>
        Assert.Equal("Nothing in the tracker tells of feedback: no comment, no link to a later item, no label; it may be kept elsewhere.", Five(new ItemFacts { Links = [new ItemLink(relation, "T-later")] }).Ask("days-to-feedback"));

    [Fact]
    public void An_item_that_was_there_before_is_none()
    {
        var duty = Five(new ItemFacts { Links = [new ItemLink("relates to", "T-d1")] });

        Assert.StartsWith("Nothing in the tracker tells of feedback", duty.Ask("days-to-feedback"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sprint_is_followed_where_something_was_created_or_moved_within_three_days()
    {
        var duty = new TestDuty
        {
            Sprints = [.. Enumerable.Range(0, 5).Select(i => Closed($"s{i}", 300 + (14 * i)))],
            Items = [Item("1", (302, "To Do")), Item("2", (319, "To Do"))],
            Facts = { ["1"] = new ItemFacts { Moves = [At(330)] } },
        };

        // Created two days after the first, moved two days after the third; created five days after the second.
        Assert.Equal("2 of 5 (40 %)", duty.Ask("sprints-followed"));
    }

    [Fact]
    public void Places_that_a_job_changed_do_not_count()
    {
        var duty = new TestDuty
        {
            Sprints = [.. Enumerable.Range(0, 5).Select(i => Closed($"s{i}", 300 + (14 * i)))],
            Items = [.. Done(10, 200, 210)],
            Facts = Enumerable.Range(1, 10).ToDictionary(i => $"d{i}", _ => new ItemFacts { Moves = [At(330)] }, StringComparer.Ordinal),
        };

        Assert.Equal("0 of 5 (0 %)", duty.Ask("sprints-followed"));
        Assert.Equal("1 of 5 (20 %)", (duty with { Facts = duty.Facts.Take(9).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal) }).Ask("sprints-followed"));
    }

    [Fact]
    public void The_oldest_epic_without_feedback_is_told_by_its_days()
    {
        var duty = new TestDuty
        {
            Items = [Epic("e1", (100, "To Do"), (200, "Done")), Epic("e2", (100, "To Do"), (180, "Done")), Item("child", (220, "To Do")) with { ParentId = "e2" }],
            Facts = { ["child"] = new ItemFacts { Labels = ["customer-feedback"] } },
        };

        Assert.Equal("200 days", duty.Ask("oldest-epic-without-feedback"));
        Assert.Equal("There is none: every epic of the last year got feedback.", (duty with { Items = duty.Items.RemoveAt(0) }).Ask("oldest-epic-without-feedback"));
    }

    [Fact]
    public void New_items_with_a_label_of_feedback_are_counted_where_such_labels_are_in_use()
    {
        var duty = new TestDuty { Items = [Item("1", (380, "To Do")), Item("2", (380, "To Do")), Item("old", (100, "To Do"))], Facts = { ["1"] = new ItemFacts { Labels = ["Support"] } } };

        Assert.Equal("1 of 2", duty.Ask("items-from-feedback"));
        Assert.Equal("No item carries a label such as customer-feedback, from-review or support.", (duty with { Facts = new(StringComparer.Ordinal) }).Ask("items-from-feedback"));
    }
}
