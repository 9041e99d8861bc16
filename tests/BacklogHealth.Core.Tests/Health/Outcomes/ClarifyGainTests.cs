using BacklogHealth.Core.Health;
using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.Models;

namespace BacklogHealth.Core.Tests.Health.Outcomes;

public sealed class ClarifyGainTests
{
    [Fact]
    public void Clarifying_five_items_saves_the_time_that_unready_ones_took_longer()
    {
        // One item a day: twenty items take twenty days. A third of the finished ones was unready and took twice as long: five clear items save 5 / (4/3) of a day, and no part of a day is promised.
        var gain = ClarifyGain.Of(Team(Effect(2, 1.5), unready: 8))!;

        Assert.Equal(["T-0", "T-1", "T-2", "T-3", "T-4"], gain.Keys);
        Assert.Equal((20, 3, 2), (gain.Items, gain.Day.DayNumber - gain.Clarified.DayNumber, gain.Day.DayNumber - gain.AtLeast.DayNumber));
        Assert.Equal("Clarify T-0, T-1, T-2, T-3 and T-4 before they are begun, and the 85 % day of the next 20 items moves from 8 August 2026 to 5 August 2026. Unready items took 2.00 times as long as ready ones so far (with 95 % certainty 1.50 to 3.00; 50 unready, 100 ready), and what takes less time leaves room for the next. At the lower end of that it moves to 6 August 2026. This counts on clarity being what made the difference.", gain.Said.ToString());
    }

    [Fact]
    public void Its_day_as_things_stand_is_the_day_of_the_report()
    {
        var team = Team(Effect(2, 1.5), unready: 1);

        Assert.Equal(team.Deliveries.Single().When.By.Single(b => b.Probability == 0.85).Date, ClarifyGain.Of(team with { Learned = Learned(Effect(4, 3)) })!.Day);
    }

    [Fact]
    public void Nothing_is_said_where_luck_may_be_behind_it_nothing_is_unready_or_nobody_has_looked()
    {
        Assert.Null(ClarifyGain.Of(Team(Effect(2, 0.9), unready: 8)));
        Assert.Null(ClarifyGain.Of(Team(Effect(2, 1.5), unready: 0)));
        Assert.Null(ClarifyGain.Of(Team(null, unready: 8)));
    }

    [Fact]
    public void A_part_of_a_day_is_not_promised() => Assert.Null(ClarifyGain.Of(Team(Effect(1.2, 1.1), unready: 1)));

    private static TeamHealth Team(StartEffect? effect, int unready) =>
        TestTeam.Build(TestTeam.Steady(), [.. Enumerable.Range(0, 24).Select(i => TestTeam.Open($"{i}", ready: i >= unready, rank: $"{i:00}"))]) with { Learned = effect is null ? OwnModels.None : Learned(effect) };

    private static OwnModels Learned(StartEffect effect) => new([new ModelVerdict(ModelTargets.Size, VerdictReason.PublicAlone) { DataTo = new DateOnly(2026, 7, 1) }], new Dictionary<string, LearnedModel>()) { Effects = [effect] };

    private static StartEffect Effect(double ratio, double from) => new(null, 50, 100, ratio, from, 3, 0.95) { StrayedWith = default, StrayedWithout = default };
}
