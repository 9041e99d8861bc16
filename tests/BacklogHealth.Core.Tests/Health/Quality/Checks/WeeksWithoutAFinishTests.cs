using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Health.Quality;
using BacklogHealth.Core.WorkItems;
using static BacklogHealth.Core.Tests.Flow.TestHistory;
using static BacklogHealth.Core.Tests.Health.Quality.TestData;

namespace BacklogHealth.Core.Tests.Health.Quality.Checks;

public sealed class WeeksWithoutAFinishTests
{
    private static IEnumerable<ItemHistory> On(params IEnumerable<double> days) => days.Select(day => Item($"{day}", (0, "To Do"), (1, "In Progress"), (day, "Done")));

    [Fact]
    public void Weeks_that_were_off_are_left_out()
    {
        var data = new QualityData(StartedAndFinished.Of(On(10, 12, 14, 16, 38, 40, 60, 80, 99), Board, At(Now)), Board, TeamCalendar.Utc, At(Now), QualityFacts.None)
        {
            DaysOff = DaysOff.Of([Day(17)]),
        };
        Assert.Equal("0 of 12 weeks", Say(QualityReport.Of(data).Problems.Single(p => p.Check.Id == "weeks-without-a-finish")));
    }

    [Fact]
    public void Three_weeks_without_a_finish_are_found()
    {
        var problem = Ask("weeks-without-a-finish", QualityFacts.None, On(10, 12, 14, 16, 38, 40, 60, 80, 99));
        Assert.Equal("3 of 12 weeks", problem.Share.ToString());
        Assert.Equal([new Period(Day(17), Day(38))], problem.Days);
    }

    [Fact]
    public void Twenty_days_are_not()
    {
        Assert.Equal("0 of 12 weeks", Say("weeks-without-a-finish", On(10, 12, 14, 16, 37, 40, 60, 80, 99)));
    }

    [Fact]
    public void Nor_is_what_is_usual_for_the_team()
    {
        Assert.Equal("0 of 13 weeks", Say("weeks-without-a-finish", On(5, 10, 15, 20, 25, 50, 75, 99)));
    }

    [Fact]
    public void The_weeks_up_to_today_count()
    {
        Assert.Equal([new Period(Day(15), Day(Now))], Ask("weeks-without-a-finish", QualityFacts.None, On(10, 11, 12, 13, 14)).Days);
    }

    [Fact]
    public void With_four_days_nothing_is_said()
    {
        Assert.Equal("0 of 0 weeks", Say("weeks-without-a-finish", On(10, 12, 14, 50)));
    }
}
