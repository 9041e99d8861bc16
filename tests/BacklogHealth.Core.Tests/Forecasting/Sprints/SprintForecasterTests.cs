using BacklogHealth.Core.Forecasting.Sprints;
using CsCheck;

namespace BacklogHealth.Core.Tests.Forecasting.Sprints;

public sealed class SprintForecasterTests
{
    private static readonly Gen<PastSprint> AnyPast =
        from left in Gen.Int[0, 30]
        from share in Gen.Double[0, 1]
        from days in Gen.Double[0.1, 30]
        select new PastSprint(Left(left) with { Days = days }, (int)(share * left));

    [Fact]
    public void Under_six_past_sprints_with_work_left_there_is_a_reason_and_no_number()
    {
        var said = SprintForecaster.Of(Left(3), [.. Enumerable.Repeat(new PastSprint(Left(3), 0), 5), new PastSprint(Left(0), 0)]);

        Assert.Null(said.Chance);
        Assert.Empty(said.LeftOver);
        Assert.Equal("Only 5 past sprints had work left at this point; a forecast needs 6 such sprints. Ask again when more sprints are over.", said.WhyNot?.ToString());
    }

    [Fact]
    public void A_sprint_without_items_has_a_reason() =>
        Assert.Equal("There is no item in this sprint. A forecast begins when there is one.", SprintForecaster.Of(Left(0) with { Done = 0 }, []).WhyNot?.ToString());

    [Fact]
    public void Where_all_is_done_nothing_is_left_over() => Assert.Equal([1], SprintForecaster.Of(Left(0), []).LeftOver);

    [Fact]
    public void The_chance_is_the_count_of_past_sprints_mixed_with_two_of_not_knowing()
    {
        // Newest last; nine items left. Clear: done with 10, not done with 8. Little: done with 8, not done with 10.
        PastSprint[] past = [new(Left(10), 0), new(Left(8), 4), new(Left(8), 0), new(Left(10), 5), new(Left(9), 0), new(Left(9), 9)];

        var said = SprintForecaster.Of(Left(9), past);

        double W(int ago) => Math.Pow(0.5, ago / 10.0);
        var done = W(5) + (0.25 * W(3)) + W(1);
        var all = done + W(4) + (0.25 * W(2)) + W(0) + 2;
        Assert.Equal((done + (2 * 0.1)) / all, said.Chance!.Value, 12);
        Assert.Equal((2, 2, 2), (said.DoneWithAsMuch, said.NotDoneWithNoMore, said.TellLittle));
        Assert.Equal((W(0) + (2 * 0.1)) / all, said.LeftOver[9], 12);
    }

    [Fact]
    public void Sprints_are_compared_by_the_day()
    {
        var past = Enumerable.Repeat(new PastSprint(Left(10) with { Days = 20 }, 0), 8).ToList();

        Assert.Equal(8, SprintForecaster.Of(Left(5) with { Days = 10 }, past).DoneWithAsMuch);
        Assert.Equal(8, SprintForecaster.Of(Left(6) with { Days = 10 }, past).TellLittle);
    }

    [Fact]
    public void Points_count_where_every_open_item_has_an_estimate_in_six_past_sprints_and_now()
    {
        var past = Enumerable.Repeat(new PastSprint(Left(3) with { PointsLeft = 20 }, 1), 6).ToList();

        Assert.True(SprintForecaster.Of(Left(3) with { PointsLeft = 8 }, past).InPoints);
        Assert.False(SprintForecaster.Of(Left(3), past).InPoints);
        Assert.False(SprintForecaster.Of(Left(3) with { PointsLeft = 8 }, [.. past.Skip(1), new PastSprint(Left(3), 1)]).InPoints);
    }

    [Fact]
    public void A_team_that_never_leaves_a_thing_is_not_told_that_it_is_certain()
    {
        var said = SprintForecaster.Of(Left(8), [.. Enumerable.Repeat(new PastSprint(Left(8), 0), 500)]);

        Assert.InRange(said.Chance!.Value, 0.85, 0.99);
        Assert.Equal(0, said.AtMost(0.5));
    }

    [Fact]
    public void Chances_add_up_to_one_and_none_is_certain() =>
        Gen.Select(Gen.Int[1, 60], AnyPast.List[6, 40]).Sample((left, past) =>
        {
            var said = SprintForecaster.Of(Left(left), past);
            if (said.WhyNot is not null)
            {
                return;
            }

            Assert.Equal(left + 1, said.LeftOver.Length);
            Assert.Equal(1, said.LeftOver.Sum(), 9);
            Assert.All(said.LeftOver, p => Assert.InRange(p, double.Epsilon, 1 - 1e-9));
            Assert.True(said.LeftOver.Skip(said.AtLeast(0.85)).Sum() >= 0.85 - 1e-9);
            Assert.True(said.AtLeast(0.85) == left || said.LeftOver.Skip(said.AtLeast(0.85) + 1).Sum() < 0.85);
            Assert.True(said.AtMost(0.5) <= said.AtMost(0.85) && said.AtMost(0.85) <= said.AtMost(0.95));
        });

    [Fact]
    public void More_left_never_makes_it_likelier_that_all_is_done() =>
        Gen.Select(Gen.Int[1, 40], AnyPast.List[6, 40]).Sample((left, past) =>
            Assert.True(SprintForecaster.Chance(Left(left + 1), past, inPoints: false) <= SprintForecaster.Chance(Left(left), past, inPoints: false) + 1e-12));

    private static SprintMoment Left(int items) => new("Sprint 7", 14, 0.3, 2, items / 2, items - (items / 2), null);
}
