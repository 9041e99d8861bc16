using BacklogHealth.Core.Forecasting.Scope;
using BacklogHealth.Core.Health;
using BacklogHealth.Reports.Parts;

namespace BacklogHealth.Reports.Tests.Parts;

public sealed class ScopeInWordsTests
{
    private static string[] Said(Func<DeliveryWork, DeliveryWork> change, int unsliced = 0)
    {
        var report = new ReportContext(new SampleHealth().Input(), Audience.Stakeholder);
        var delivery = report.Health.Deliveries[0];
        return [.. ScopeInWords.Of(report, delivery with { Work = change(delivery.Work), UnslicedEpics = unsliced }).Select(l => l.Plain)];
    }

    [Fact]
    public void Work_that_is_only_what_is_there_needs_no_words() => Assert.Empty(Said(w => w));

    [Fact]
    public void What_is_added_and_what_comes_between_is_told_with_where_it_was_learned() => Assert.Equal(
        [
            "For every 10 items that are finished, about 2 more are expected to be added: in 9 earlier large pieces of work 20 items came on top while 98 were finished.",
            "For every 10 planned items, about 4 others are expected to come in between, as it was with 9 earlier large pieces of work.",
        ],
        Said(w => w with { Growth = new ScopeGrowth(new AddedRate(9, 98, 20, 50, 250)), Unplanned = new UnplannedWork(new AddedRate(9, 100, 40, 40, 100)) }));

    [Fact]
    public void Where_hardly_anything_was_added_that_is_said() => Assert.StartsWith(
        "Hardly anything is expected to be added: in 9 earlier large pieces of work 1 item came on top", Said(w => w with { Growth = new ScopeGrowth(new AddedRate(9, 98, 1, 1, 98)) })[0], StringComparison.Ordinal);

    [Fact]
    public void What_is_not_cut_yet_counts_as_large_as_earlier_pieces_and_the_rest_is_not_in_the_forecast() => Assert.Equal(
        [
            "1 large part has not been cut into pieces yet and counts as large as earlier ones turned out: 3 to 24 items in 16 of 20 futures.",
            "1 large part has not been cut into pieces yet, and its work is not in the forecast.",
        ],
        Said(w => w with { Unsliced = [new EpicSizes([3, 4, 8, 8, 12], []).Of(null)] }, unsliced: 2));

    [Fact]
    public void Work_that_grows_as_fast_as_it_is_done_has_no_end_in_so_many_futures() => Assert.Matches(
        @"^In (more than 19|\d+) of 20 futures more is added than finished, and there is no end\.$", Said(w => w with { Growth = new ScopeGrowth(new AddedRate(9, 98, 98, 10, 10)) })[^1]);
}
