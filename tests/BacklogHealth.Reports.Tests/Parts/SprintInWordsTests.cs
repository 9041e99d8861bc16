using BacklogHealth.Core.Forecasting.Sprints;
using BacklogHealth.Reports.Pages;
using BacklogHealth.Reports.Parts;

namespace BacklogHealth.Reports.Tests.Parts;

public sealed class SprintInWordsTests
{
    private static readonly SprintMoment Now = new("Sprint 12", 14, 0.3, 3, 4, 5, null) { LastDay = new DateOnly(2026, 11, 30) };

    [Fact]
    public void A_forecast_is_a_finding_with_what_it_rests_on() => Assert.Equal(
        [
            "Sprint 12: 9 of 12 items are left; 17 of 20 such sprints carry over at most 3 of them",
            "Chance that everything is done by 30 November: 40 %. In 10 of 20 such sprints, at most 2.",
            "6 of the last 14 sprints ended with everything done with as much left at this point or more, 2 left something over with as much or less; the other 6 tell little and count a quarter each. Compared by items left for each day of the sprint; recent sprints count more.",
        ],
        Words(Said(0.40, 0, 0.30, 0.20, 0.10) with { DoneWithAsMuch = 6, NotDoneWithNoMore = 2, TellLittle = 6 }));

    [Fact]
    public void A_team_that_always_finishes_is_not_told_that_it_is_certain() => Assert.Equal(
        [
            "Sprint 12: 9 of 12 items are left; 17 of 20 such sprints end with all of them done",
            "Chance that everything is done by 30 November: >95 %.",
            "8 of the last 8 sprints ended with everything done with as much left at this point or more. Compared by items left for each day of the sprint; recent sprints count more.",
        ],
        Words(Said(0.97, 0.03) with { DoneWithAsMuch = 8 }));

    [Fact]
    public void Where_nearly_all_is_left_over_the_least_is_said_and_not_the_most()
    {
        Assert.Equal("Sprint 12: 9 of 12 items are left; 17 of 20 such sprints carry over at least 7 of them", Words(Said(0.02, 0, 0, 0, 0, 0, 0.10, 0.20, 0.20, 0.48)).First());
        Assert.Equal("Sprint 12: 9 of 12 items are left; 17 of 20 such sprints carry over all of them", Words(Said(0.05, 0, 0, 0, 0, 0, 0, 0, 0, 0.95)).First());
        Assert.Equal("Sprint 12: 9 of 12 items are left; 17 of 20 such sprints carry over any number of them", Words(Said(0.5, 0, 0, 0, 0, 0, 0, 0, 0, 0.5)).First());
    }

    [Fact]
    public void Where_nothing_can_be_said_it_says_why() => Assert.Equal(
        ["Sprint 12: 9 of 12 items are left", "How many are carried over cannot be said yet. Only 5 past sprints."],
        Words(new SprintOutlook { Now = Now, WhyNot = $"Only 5 past sprints." }));

    [Fact]
    public void A_finished_and_an_empty_sprint_need_no_forecast()
    {
        Assert.Equal(["Everything in Sprint 12 is done, 3 items"], Words(new SprintOutlook { Now = Now with { Started = 0, NotStarted = 0 }, LeftOver = [1] }));
        Assert.Equal(["Sprint 12 holds no item"], Words(new SprintOutlook { Now = Now with { Done = 0, Started = 0, NotStarted = 0 }, WhyNot = $"x" }));
    }

    private static SprintOutlook Said(params double[] leftOver) => new() { Now = Now, LeftOver = [.. leftOver, .. new double[10 - leftOver.Length]] };

    private static IEnumerable<string> Words(SprintOutlook said) =>
        SprintInWords.Blocks(said).Select(b => b is Heading h ? h.Text.Plain : ((Paragraph)b).Text.Plain);
}
