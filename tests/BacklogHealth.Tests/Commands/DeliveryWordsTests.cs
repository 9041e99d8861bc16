using System.Collections.Immutable;
using BacklogHealth.Commands;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Forecasting.Scope;
using BacklogHealth.Core.Health;

namespace BacklogHealth.Tests.Commands;

public sealed class DeliveryWordsTests
{
    private static readonly DateOnly First = new(2025, 1, 1);

    // One item a day for certain: ten items take ten days.
    private static readonly DailyCounts Daily = new(First, [.. Enumerable.Repeat(1, 200)]);

    private static DeliveryPart Part(string team, int remaining, int ahead, DeliveryMove? move = null, DailyCounts? history = null)
    {
        var known = history ?? Daily;
        var maker = new ForecastMaker(known, k => new UsualMethod(k));
        return new DeliveryPart(team, known.End, new DeliveryOutlook("Release 2", First.AddDays(212), true, 12, remaining, ahead, maker.When(remaining + ahead), 1, 0, []) { Work = new DeliveryWork(remaining, ahead, null, null, []) }, maker.Forecaster, move);
    }

    private static string[] Said(params ImmutableArray<DeliveryPart> parts) => [.. DeliveryWords.Of(JointDelivery.Of(parts))];

    [Fact]
    public void One_team_is_told_with_its_days_its_chance_and_what_moved() => Assert.Equal(
        [
            "Release 2 (Checkout), from 2025-07-20 on",
            "   50%  by 2025-07-29 (10 days)",
            "   70%  by 2025-07-29 (10 days)",
            "   85%  by 2025-07-29 (10 days)",
            "   95%  by 2025-07-29 (10 days)",
            "Chance by 2025-08-01, the fixed day: more than 95%.",
            "Checkout: 9 of 12 items left, and 1 other that comes first. 5 days later than a week ago (+2 from pace and order, +3 from scope).",
            "Assumes that nothing is added or comes in between: too few past epics tell how much would.",
        ],
        Said(Part("Checkout", 9, 1, new DeliveryMove("Release 2", First, First, 5, 3, 2, 8, 9))));

    [Fact]
    public void Several_teams_are_told_together_and_each_alone()
    {
        var said = Said(Part("Checkout", 9, 0), Part("Search", 1, 0));
        Assert.Equal("Release 2 (Checkout, Search), from 2025-07-20 on", said[0]);
        Assert.Contains("Search: 1 of 12 items left. Alone: by 2025-07-20 at 85%.", said);
        Assert.Equal("Assumes that the paces of the teams move independently.", said[^1]);
    }

    [Fact]
    public void What_is_added_on_the_way_and_what_is_not_cut_yet_is_told_with_what_it_was_learned_from()
    {
        var part = Part("Checkout", 9, 0);
        var work = new DeliveryWork(9, 0, new ScopeGrowth(new AddedRate(14, 120, 96, 8, 10)), new UnplannedWork(new AddedRate(14, 100, 0, 0.5, 500)), [new EpicSizes([3, 4, 8, 8, 12], []).Of(null)]);
        var said = Said(part with { Outlook = part.Outlook with { Work = work, UnslicedEpics = 2, NotFound = ["CHK-9"], IfNothingAdded = part.Outlook.When.By } });
        Assert.Contains("Checkout: for every 10 items finished, 8 are expected to be added; 14 past epics gained 96 while 120 were finished.", said);
        Assert.Contains("Checkout: for every 10 planned items, 0 others are expected to come in between; 14 past epics saw 0 beside 100 planned ones.", said);
        Assert.Contains("Checkout: 1 epic holds no items yet and counts as large as past ones: 3 to 24 items in 8 of 10 futures.", said);
        Assert.Contains("Checkout: 1 epic without items is not in these numbers; too few past ones tell how large they become.", said);
        Assert.Contains($"Checkout: in {work.All.Endless * 100:0} of 100 futures more is added than finished, and there is no end.", said);
        Assert.Contains("If nothing were added: by 2025-08-21 at 85%.", said);
        Assert.Contains("Not found: CHK-9.", said);
        Assert.DoesNotContain(said, s => s.StartsWith("Assumes", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_done_is_done() => Assert.Equal(["Release 2 (Checkout): done, all 12 items."], Said(Part("Checkout", 0, 0)));

    [Fact]
    public void A_team_without_history_says_why() => Assert.Equal(
        ["Release 2 (Checkout, Search): no forecast. Search: Only 1 day of the last 1 had a finished item; a forecast needs at least 5 such days. Ask again when more items are finished, or check which states count as finished."],
        Said(Part("Checkout", 9, 0), Part("Search", 3, 0, history: new DailyCounts(First, [1]))));
}
