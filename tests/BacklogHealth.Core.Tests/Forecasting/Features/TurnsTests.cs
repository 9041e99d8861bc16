using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Forecasting.Features;
using BacklogHealth.Core.Forecasting.Scope;
using CsCheck;

namespace BacklogHealth.Core.Tests.Forecasting.Features;

public sealed class TurnsTests
{
    private static int?[] Places(int atOnce, params int[] sizes) => [.. Turns.Share([.. sizes.Select(Work.Of)], atOnce).Select(w => w.Known)];

    [Fact]
    public void One_by_one_each_ends_where_the_sum_does() => Assert.Equal([3, 5, 9], Places(1, 3, 2, 4));

    [Fact]
    public void Two_at_once_take_turns_and_the_next_begins_when_one_is_done()
    {
        // a b a b a, then c beside a … : a has 3 and b 2, so that b ends fourth, and a and c go on with a first.
        Assert.Equal([5, 4, 9], Places(2, 3, 2, 4));
    }

    [Fact]
    public void More_at_once_than_there_are_is_no_error() => Assert.Equal([4, 5, 9], Places(9, 2, 2, 5));

    [Fact]
    public void What_is_empty_is_done_at_once_when_it_is_taken_up() => Assert.Equal([0, 3, 3], Places(1, 0, 3, 0));

    [Fact]
    public void The_last_to_end_ends_with_the_sum_of_all() => Gen.Select(Gen.Int[1, 6], Gen.Int[0, 30].Array[1, 12]).Sample((atOnce, sizes) =>
    {
        var places = Places(atOnce, sizes);
        return places.Max() == sizes.Sum() && places.Zip(sizes).All(x => x.First >= x.Second) && places.Where((_, i) => sizes[i] > 0).Distinct().Count() == sizes.Count(s => s > 0);
    });

    [Fact]
    public void Sizes_that_are_not_certain_give_the_places_of_either_as_often_as_they_are_likely()
    {
        var places = Turns.Share([new Work(Distribution.OfDraw([1, 5])), Work.Of(3)], 2);
        Assert.Equal([0.5, 0.5], new[] { 1, 8 }.Select(places[0].Items.Of)); // a first b b b, or a b a b a b a a
        Assert.Equal([0.5, 0.5], new[] { 4, 6 }.Select(places[1].Items.Of));
    }

    [Fact]
    public void What_never_ends_holds_up_only_its_own_place()
    {
        var places = Turns.Share([Work.Of(2) with { Endless = 1 }, Work.Of(3), Work.Of(1)], 2);
        Assert.Equal([1.0, 0.0, 0.0], places.Select(p => p.Endless));
        Assert.Equal((6, 8), (places[1].Known, places[2].Known));
        Assert.Equal([1.0, 1.0, 1.0], Turns.Share([Work.Of(2) with { Endless = 1 }, Work.Of(3), Work.Of(1)], 1).Select(p => p.Endless));
    }

    [Fact]
    public void It_is_the_same_each_time()
    {
        Work[] works = [new ScopeGrowth(new AddedRate(9, 90, 30, 2, 6)).Of(12), new ScopeGrowth(new AddedRate(9, 90, 30, 2, 6)).Of(8), Work.Of(9)];
        var (one, other) = (Turns.Share([.. works], 2), Turns.Share([.. works], 2));
        Assert.All(Enumerable.Range(0, 3), i => Assert.All(Enumerable.Range(0, 80), n => Assert.Equal(one[i].Items.Of(n), other[i].Items.Of(n))));
    }
}
