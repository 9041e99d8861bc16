using BacklogHealth.Core.Models.Skill;

namespace BacklogHealth.Core.Tests.Models.Skill;

public sealed class CalibrationTests
{
    [Fact]
    public void Chances_that_come_true_as_often_as_they_say_have_no_error()
    {
        var calibration = Calibration.Of([.. Items(0.2, 20, 100), .. Items(0.6, 60, 100)]);

        Assert.Equal([new SaidAndMet(0.2, 20, 100), new SaidAndMet(0.6, 60, 100)], Rounded(calibration));
        Assert.Equal(0, calibration.Error, 6);
    }

    [Theory]
    [InlineData(0.2, 100, 0.3)]
    [InlineData(0.7, 100, 0.2)]
    [InlineData(0.5, 100, 0.0)]
    public void The_error_is_how_far_what_was_said_lies_from_what_came(double said, int met, double error) =>
        Assert.Equal(error, Calibration.Of([.. Items(said, met, 200)]).Error, 2);

    [Fact]
    public void Chances_that_dare_too_much_err_though_their_mean_is_right()
    {
        // 5 % came true 25 times of 100, 95 % 75 times.
        var error = Calibration.Of([.. Items(0.05, 25, 100), .. Items(0.95, 75, 100)]).Error;

        Assert.Equal(0.2, error, 2);
    }

    [Fact]
    public void Outcomes_that_are_all_alike_have_an_error_all_the_same()
    {
        Assert.InRange(Calibration.Of([.. Items(0.3, 200, 200)]).Error, 0.6, 0.7);
        Assert.InRange(Calibration.Of([.. Items(0, 200, 200)]).Error, 0.9, 1);
    }

    [Fact]
    public void By_luck_alone_a_right_model_of_two_hundred_and_fifty_items_errs_by_more_than_five_of_a_hundred_at_most_once_in_ten()
    {
        var wrong = 0;
        var random = new Random(4711);
        for (var team = 0; team < 200; team++)
        {
            var items = Enumerable.Range(0, 250).Select(_ => random.NextDouble() < 0.4 ? 0.6 : 0.07).Select(p => (p, random.NextDouble() < p)).ToList();
            wrong += Calibration.Of(items).Error > 0.05 ? 1 : 0;
        }

        Assert.InRange(wrong, 0, 20);
    }

    [Fact]
    public void Items_of_which_the_same_was_said_stand_in_one_group()
    {
        var calibration = Calibration.Of([.. Items(0.1, 3, 40), .. Items(0.1, 2, 30), .. Items(0.5, 20, 35)]);

        Assert.Equal([new SaidAndMet(0.1, 5, 70), new SaidAndMet(0.5, 20, 35)], Rounded(calibration));
    }

    [Fact]
    public void Every_item_is_in_one_group_and_no_group_is_much_smaller_than_the_others()
    {
        var calibration = Calibration.Of([.. Enumerable.Range(0, 110).Select(i => (i / 110.0, i % 3 == 0))]);

        Assert.Equal([27, 28, 27, 28], calibration.Groups.Select(g => g.Items));
        Assert.Equal(37, calibration.Groups.Sum(g => g.Met));
        Assert.Equal(calibration.Groups.Select(g => g.Said).Order(), calibration.Groups.Select(g => g.Said));
    }

    [Fact]
    public void Of_nothing_there_is_no_group_and_no_error()
    {
        var calibration = Calibration.Of([]);

        Assert.Empty(calibration.Groups);
        Assert.Equal(0, calibration.Error);
    }

    private static IEnumerable<SaidAndMet> Rounded(Calibration calibration) => calibration.Groups.Select(g => g with { Said = Math.Round(g.Said, 9) });

    private static IEnumerable<(double, bool)> Items(double said, int met, int of) => Enumerable.Range(0, of).Select(i => (said, i < met));
}
