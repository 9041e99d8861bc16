using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;
using CsCheck;

namespace BacklogHealth.Core.Tests.Forecasting;

public sealed class BacktestRecordTests
{
    private static readonly Func<DailyCounts, Forecaster> Usual = known => new UsualMethod(known);
    private static readonly DateOnly First = new(2024, 1, 1);

    private static Backtest Walk(IEnumerable<int> counts, Func<DailyCounts, Forecaster>? method = null) => new(new DailyCounts(First, [.. counts]), method);

    [Fact]
    public void A_statement_counts_as_it_is_made_and_stands_at_the_chance_it_had()
    {
        // Each day brings 0 or 2 items with even odds, as drawn from the last ninety; three points, each of one day.
        var record = Walk(Enumerable.Range(0, 368).Select(i => i % 2 == 0 ? 2 : 0), Usual).HowMany(1, every: 1, minHistory: 365).ToList();
        var said = BacktestRecord.Of(record)!;

        // "At least 2" has a chance of 0.5 each day; days 365 to 367 bring 0, 2, 0. Above one half there is only "0 or more", which is no statement.
        Assert.Equal(new ReliabilityPoint(0.5, new HeldBefore(0.5, 1, 3)), said.At(0.5).Ours);
        Assert.Equal(new ReliabilityPoint(0.5, new HeldBefore(0.1, 1, 3)), said.At(0.1).Ours);
        Assert.Equal(new ReliabilityPoint(0, new HeldBefore(0.6, 0, 0)), said.At(0.6).Ours);
        Assert.Equal((1, First.AddDays(365), First.AddDays(367), 3), (said.Days, said.From, said.To, said.Points));
    }

    [Fact]
    public void The_share_that_held_is_that_of_the_record_beside_a_forecast() =>
        Gen.Int[0, 4].Array[660, 900].Sample(counts =>
        {
            var walk = Walk(counts);
            var said = walk.Records(28, 56).First();
            Assert.Equal(walk.HowManyHeld(28) ?? new HeldBefore(0.85, 0, 0), said.At(0.85).Ours.Held);
        }, iter: 15);

    [Fact]
    public void The_chance_that_was_said_is_what_was_asked_for_or_more() =>
        Gen.Int[0, 3].Array[480, 700].Sample(counts =>
        {
            foreach (var entry in Walk(counts).Records(28)[0].Diagram.SelectMany(d => new[] { (d.Asked, d.Ours), (d.Asked, d.Usual) }).Where(d => d.Item2.Held.Of > 0))
            {
                Assert.InRange(entry.Item2.Said, entry.Asked - 1e-9, 1);
            }
        }, iter: 15);

    [Fact]
    public void Each_horizon_has_the_points_that_end_within_the_series()
    {
        // 645 days: the tenth horizon of 28 days from day 365 on ends with the series; of 56 days nine fit in, of 84 days eight.
        var records = Walk(Enumerable.Repeat(1, 645), Usual).Records(28, 56, 84);
        Assert.Equal([(28, 10), (56, 9), (84, 8)], records.Select(r => (r.Days, r.Points)));
        Assert.Equal([First.AddDays(617), First.AddDays(589), First.AddDays(561)], records.Select(r => r.To));
    }

    [Fact]
    public void Several_horizons_at_once_say_what_each_says_alone()
    {
        var counts = Enumerable.Range(0, 700).Select(i => i * i % 5).ToArray();
        var together = Walk(counts).Records(28, 56);
        foreach (var (days, i) in new[] { (28, 0), (56, 1) })
        {
            var alone = BacktestRecord.Of([.. Walk(counts).HowMany(days)])!;
            Assert.Equal(alone.Diagram, together[i].Diagram);
            Assert.Equal((alone.Points, alone.Crps, alone.UsualCrps, alone.Gain), (together[i].Points, together[i].Crps, together[i].UsualCrps, together[i].Gain));
        }
    }

    [Fact]
    public void A_young_history_is_walked_from_its_ninetieth_day_and_a_younger_one_has_no_record()
    {
        Assert.Equal((First.AddDays(90), 19), Walk(Enumerable.Repeat(1, 644), Usual).Records(28).Select(r => (r.From, r.Points)).Single());
        Assert.Equal((First.AddDays(90), 5), Walk(Enumerable.Repeat(1, 230), Usual).Records(28).Select(r => (r.From, r.Points)).Single());
        Assert.Empty(Walk(Enumerable.Repeat(1, 100), Usual).Records(28));
        Assert.Empty(Walk([], Usual).Records(28));
    }

    [Fact]
    public void Twice_as_many_as_came_lies_off_by_more_than_luck()
    {
        var record = Walk(Enumerable.Range(0, 700).Select(i => i % 3), known => new UsualMethod(known with { Counts = [.. known.Counts.Select(c => c * 2)] })).Records(28).Single();

        Assert.Equal((-1, 0), (record.At(0.85).Ours.Off, record.At(0.85).Ours.Held.Times));
        Assert.True(record.At(0.85).Usual.Held.Times > 0);
        Assert.True(record.Crps > record.UsualCrps && record.Gain.To < 0);
    }

    [Fact]
    public void Half_of_what_came_is_careful_beyond_luck() =>
        Assert.Equal(1, Walk(Enumerable.Range(0, 1200).Select(i => i % 3), known => new UsualMethod(known with { Counts = [.. known.Counts.Select(c => c / 2)] })).Records(28).Single().At(0.5).Ours.Off);

    [Fact]
    public void One_point_tells_nothing_of_which_is_closer() =>
        Assert.Equal((double.NegativeInfinity, double.PositiveInfinity), BacktestRecord.Of([.. Walk(Enumerable.Repeat(1, 393), Usual).HowMany(28)])!.Gain);
}
