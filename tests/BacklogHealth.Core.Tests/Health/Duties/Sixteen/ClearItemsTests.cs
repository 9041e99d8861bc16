using BacklogHealth.Core.Health.Duties;
using static BacklogHealth.Core.Tests.Flow.TestHistory;
using static BacklogHealth.Core.Tests.Health.Duties.TestDuty;

namespace BacklogHealth.Core.Tests.Health.Duties.Sixteen;

public sealed class ClearItemsTests
{
    [Fact]
    public void An_edit_or_a_question_while_work_went_on_is_load_and_one_before_or_after_is_not()
    {
        var duty = new TestDuty
        {
            Items = [.. Done(6, 350, 360)],
            Facts =
            {
                ["d1"] = new ItemFacts { TextEdits = [At(355)] },
                ["d2"] = new ItemFacts { Remarks = [Says(355, asks: true)] },
                ["d3"] = new ItemFacts { TextEdits = [At(349), At(361)] },
                ["d4"] = new ItemFacts { Remarks = [Says(355, tellsOfUse: true), Says(365, asks: true)] },
            },
        };

        Assert.Equal("2 of 6 (33 %)", duty.Ask("clarification-load"));
    }

    [Fact]
    public void What_was_begun_more_than_twelve_weeks_ago_is_left_out() => Assert.Equal("There are no items begun within twelve weeks to look at.", new TestDuty { Items = [.. Done(6, 300, 390)] }.Ask("clarification-load"));

    [Fact]
    public void The_clarity_of_the_item_in_the_middle_is_told_with_what_it_rests_on()
    {
        var duty = new TestDuty { Open = [.. Enumerable.Range(1, 5).Select(i => Waiting($"{i}"))] };

        Assert.Equal(("90 points", "all 5 open items"), (duty.Ask("clarity"), duty.Measure("clarity").Basis.ToString()));
    }
}
