using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.Tests.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Health.Outcomes;

public sealed class OutcomeTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly Workflow Board = new(
        [new("1", "To Do", WorkItemState.NotStarted), new("2", "In Progress", WorkItemState.Started), new("3", "In Review", WorkItemState.Started), new("4", "Done", WorkItemState.Finished)]);

    [Fact]
    public void Nothing_happened_to_an_item_that_went_straight_to_its_end() =>
        Assert.Equal(new Outcome(false, false, false), Of(Moves((0, "To Do"), (1, "In Progress"), (4, "Done"))));

    [Theory]
    [InlineData(FieldNames.Title, "Pay", "Pay by card", true)]
    [InlineData(FieldNames.Description, "It pays.", "It pays twice.", true)]
    [InlineData(FieldNames.AcceptanceCriteria, null, "- It pays", true)]
    [InlineData(FieldNames.Description, "[ ] It pays", "[x] It pays", false)]
    [InlineData(FieldNames.Description, "It pays.", "It  pays", false)]
    [InlineData(FieldNames.StoryPoints, "3", "5", false)]
    public void Words_that_are_changed_meanwhile_are_an_edit(string field, string? from, string to, bool isEdit)
    {
        var item = Moves((0, "To Do"), (1, "In Progress"), (4, "Done"));
        var change = new FieldChange(Monday.AddDays(2), field, from is null ? null : new FieldValue(from), new FieldValue(to));

        Assert.Equal(isEdit, Of(With(item, change))!.Value.Edited);
        Assert.False(Of(With(item, change with { At = Monday.AddHours(1) }))!.Value.IsRework);
        Assert.False(Of(With(item, change with { At = Monday.AddDays(5) }))!.Value.IsRework);
    }

    [Theory]
    [InlineData("Which card?", 2.0, true)]
    [InlineData("Which card?", 0.5, false)]
    [InlineData("Which card?", 5.0, false)]
    [InlineData("Every card.", 2.0, false)]
    public void A_question_in_a_comment_counts_between_start_and_end(string text, double day, bool asked)
    {
        var item = Moves((0, "To Do"), (1, "In Progress"), (4, "Done")) with { Comments = [new Comment("1", "a", Monday.AddDays(day), StructuredText.FromPlain(text))] };

        Assert.Equal(asked, Of(item)!.Value.Asked);
    }

    [Fact]
    public void It_was_sent_back_where_it_left_the_work_or_was_finished_and_taken_up_again()
    {
        Assert.True(Of(Moves((0, "To Do"), (1, "In Progress"), (2, "To Do"), (3, "In Progress"), (4, "Done")))!.Value.SentBack);
        Assert.True(Of(Moves((0, "To Do"), (1, "In Progress"), (2, "Done"), (3, "In Progress"), (4, "Done")))!.Value.SentBack);
    }

    [Fact]
    public void A_step_back_between_two_states_of_work_is_ordinary() =>
        Assert.False(Of(Moves((0, "To Do"), (1, "In Progress"), (2, "In Review"), (3, "In Progress"), (4, "Done")))!.Value.SentBack);

    [Fact]
    public void Of_what_is_not_finished_was_never_begun_or_has_gaps_nothing_is_known()
    {
        Assert.Null(Of(Moves((0, "To Do"), (1, "In Progress"))));
        Assert.Null(Of(Moves((0, "To Do"), (1, "Done"))));
        Assert.Null(Of(Moves((0, "To Do"), (1, "In Progress"), (4, "Done")) with { HistoryComplete = false }));
    }

    private static Outcome? Of(WorkItem item) =>
        Outcome.Of(item, StartedAndFinished.Of(ItemHistories.Of(item), Board, Monday.AddDays(30))!, Board, "en");

    private static WorkItem With(WorkItem item, FieldChange change) => item with { Changes = [.. item.Changes.Append(change).OrderBy(c => c.At)] };

    private static WorkItem Moves(params (double Day, string State)[] moves)
    {
        var changes = ImmutableArray.CreateBuilder<FieldChange>();
        for (var i = 1; i < moves.Length; i++)
        {
            changes.Add(new FieldChange(Monday.AddDays(moves[i].Day), FieldNames.State, Value(moves[i - 1].State), Value(moves[i].State)));
        }

        return Some.Item("Pay by card", "It pays.") with { Created = Monday, Changes = changes.ToImmutable(), StateId = Value(moves[^1].State).Id!, OriginalState = moves[^1].State };
    }

    private static FieldValue Value(string state) => new(state, Board.States.Single(s => s.Name == state).Id);
}
