using BacklogHealth.Commands;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Forecasting.Features;
using BacklogHealth.Core.Forecasting.Scope;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Tests.Commands;

public sealed class FeatureWordsTests
{
    private static readonly DateOnly First = new(2025, 1, 1);

    // One item a day for certain.
    private static readonly DailyCounts Daily = new(First, [.. Enumerable.Repeat(1, 200)]);

    private static readonly TeamHealth Team = HealthBuilder.Build(new HealthInput
    {
        Team = "Checkout",
        Calendar = TeamCalendar.Utc,
        AsOf = new DateTimeOffset(2025, 7, 20, 9, 0, 0, TimeSpan.Zero),
        Workflow = new Workflow([new("1", "To Do", WorkItemState.NotStarted), new("2", "Done", WorkItemState.Finished)]),
        Data = new DataCompleteness(null, 0, true, null, "a file", [], 0),
        Histories = [.. Enumerable.Range(0, 200).Select(day => new ItemHistory($"{day}", $"CHK-{day}", WorkItemKind.Story, null, null, At(day), null, [new(At(day), "1", "To Do"), new(At(day).AddHours(1), "2", "Done")]))],
        OpenItems = [],
        MissingName = f => f.RuleId,
        Version = "test",
        DataState = "test",
    });

    private static DateTimeOffset At(int day) => new DateTimeOffset(2025, 1, 1, 9, 0, 0, TimeSpan.Zero).AddDays(day);

    private static OpenFeature Feature(string id, int left, DateOnly? due = null, bool sized = true) => new(id, $"CHK-{id}", $"Vouchers {id}", due, left, left, false, sized);

    private static string[] Said(int? atOnce, params OpenFeature[] features)
    {
        var parts = features.Where(f => f.Sized).Select(f => new FeaturePart(f.Id, Work.Of(f.Remaining), 0, Work.Of(f.Remaining + 2)));
        var open = new OpenFeatures([.. features], new TeamFeatures("Checkout", new UsualMethod(Daily), Daily.End, atOnce, new UnplannedWork(new AddedRate(9, 100, 0, 0.5, 1e6)), [.. parts]));
        return [.. FeatureWords.Of([Team], [open], PlannedFeatures.Of(open))];
    }

    [Fact]
    public void Each_feature_is_told_with_its_days_and_the_one_that_the_tracker_promises()
    {
        var said = Said(1, Feature("7", 4, Daily.End.AddDays(10)), Feature("8", 3, Daily.End.AddDays(2)), Feature("9", 0, sized: false));
        Assert.Equal("Checkout: 3 open features, 1 at a time, from 2025-07-20 on. For every 10 planned items 0 others are expected to come in between.", said[0]);
        Assert.Equal(
            [
                "CHK-7  Vouchers 7: 4 of 4 items left",
                "    50% 2025-07-23   70% 2025-07-23   85% 2025-07-23   95% 2025-07-23",
                "    the tracker promises 2025-07-30: more than 95%",
                "CHK-8  Vouchers 8: 3 of 3 items left",
                "    50% 2025-07-26   70% 2025-07-26   85% 2025-07-26   95% 2025-07-26",
                "    the tracker promises 2025-07-22: less than 5%",
                "CHK-9  Vouchers 9: no items yet",
                "    no forecast: it holds no items, and too few past epics tell how many it will",
                "All of them by the days that the tracker promises: less than 5%.",
                "With a limit, features are taken up in backlog order, those in progress first, and share the work evenly.",
            ],
            said[1..]);
    }

    [Fact]
    public void Without_a_limit_items_are_done_in_backlog_order()
    {
        var said = Said(null, Feature("7", 4));
        Assert.StartsWith("Checkout: 1 open feature, in backlog order, from 2025-07-20 on.", said[0], StringComparison.Ordinal);
        Assert.Contains("    50% 2025-07-25   70% 2025-07-25   85% 2025-07-25   95% 2025-07-25", said);
        Assert.Equal("Items are done in the order of the backlog, those in progress first.", said[^1]);
    }

    [Fact]
    public void Without_history_no_feature_is_said_to_be_far_away()
    {
        var open = new OpenFeatures([Feature("7", 4)], null);
        var young = Team with { NextFourWeeks = Team.NextFourWeeks with { WhyNot = $"Only 3 days." } };
        Assert.Equal(["Checkout: no forecast. Only 3 days.", "CHK-7  Vouchers 7: 4 of 4 items left", "    no forecast"], FeatureWords.Of([young], [open], PlannedFeatures.Of(open)));
    }

    [Fact]
    public void A_team_without_epics_says_so() => Assert.Equal(["Checkout: no epic is open."], FeatureWords.Of([Team], [OpenFeatures.None], PlannedFeatures.Of(OpenFeatures.None)));
}
