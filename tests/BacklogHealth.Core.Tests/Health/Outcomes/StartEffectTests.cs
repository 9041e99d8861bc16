using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Health.Outcomes;

public sealed class StartEffectTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Fact]
    public void Unready_items_that_take_twice_as_long_are_found()
    {
        var effect = StartEffect.Of([.. Ready(60, i => 2 + (i % 4)), .. Unready(40, i => 2 * (2 + (i % 4)))])[0];

        Assert.Equal((null, 40, 60, 2.0, 0.95), (effect.Finding, effect.With, effect.Without, Math.Round(effect.Ratio, 1), effect.Certainty));
        Assert.True(effect is { IsThere: true, From: > 1.3, To: < 3 }, $"{effect}");
        Assert.Equal("Items that were begun unready took 2.00 times as long as those that were begun ready (with 95 % certainty 1.74 to 2.31; 40 unready, 60 ready).", Whole(effect));
    }

    [Fact]
    public void Items_that_take_as_long_as_others_show_no_effect()
    {
        var effect = StartEffect.Of([.. Ready(60, i => 2 + (i % 4)), .. Unready(40, i => 2 + (i % 4))])[0];

        Assert.False(effect.IsThere);
        Assert.Equal(1, effect.Ratio, 2);
        Assert.StartsWith("We cannot tell.", EffectWords.Say(effect).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_takes_twenty_finished_items_of_either_kind()
    {
        Assert.Empty(StartEffect.Of([.. Ready(60, _ => 3), .. Unready(19, _ => 6)]));
        Assert.Equal("We cannot tell yet. It takes 20 finished items that were begun unready and as many that were begun ready.", EffectWords.Say(null).ToString());
    }

    [Fact]
    public void A_rule_is_looked_at_by_itself_and_held_to_more_certainty()
    {
        var effects = StartEffect.Of([.. Ready(60, i => 2 + (i % 4)), .. Unready(40, i => 2 * (2 + (i % 4)), "CL004")]);

        Assert.Equal([null, "CL004"], effects.Select(e => e.Finding));
        Assert.Equal(0.99, effects[1].Certainty);
        Assert.True(effects[1].From < effects[0].From && effects[1].To > effects[0].To);
    }

    [Fact]
    public void Items_stray_that_take_longer_than_85_of_100_had_when_they_began()
    {
        // The first forty are done before the others begin: 85 of 100 of them took 3 days.
        var effect = StartEffect.Of([.. Ready(40, _ => 3), .. Ready(20, _ => 3, 100), .. Unready(20, i => i < 5 ? 4 : 3, 100)])[0];

        Assert.Equal((5, 20), (effect.StrayedWith.Times, effect.StrayedWith.Of));
        Assert.Equal((0, 20), (effect.StrayedWithout.Times, effect.StrayedWithout.Of));
    }

    // The sentence without its second one.
    private static string Whole(StartEffect effect) => EffectWords.Say(effect with { StrayedWith = default }).ToString();

    private static IEnumerable<StartedItem> Ready(int count, Func<int, int> days, int from = 0) => Items("R", count, days, true, from, []);

    private static IEnumerable<StartedItem> Unready(int count, Func<int, int> days, int from = 0) => Items("U", count, days, false, from, []);

    private static IEnumerable<StartedItem> Unready(int count, Func<int, int> days, string finding) => Items("U", count, days, false, 0, [finding]);

    private static IEnumerable<StartedItem> Items(string key, int count, Func<int, int> days, bool ready, int from, string[] findings) => Enumerable.Range(0, count).Select(i =>
        new StartedItem($"{key}{from}-{i}", Monday.AddDays(from), Monday.AddDays(from + days(i) - 1), new StartFacts(null, WorkItemKind.Story, ready, 80, null, 20, [.. findings]), new Outcome(false, false, false)));
}
