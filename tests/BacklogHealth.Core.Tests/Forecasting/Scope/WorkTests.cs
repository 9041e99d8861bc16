using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Forecasting.Scope;
using BacklogHealth.Core.Tests.Flow;
using CsCheck;

namespace BacklogHealth.Core.Tests.Forecasting.Scope;

public sealed class WorkTests
{
    private static readonly Forecaster Some = new UsualMethod(new DailyCounts(TestHistory.FirstDay, [.. Enumerable.Range(0, 90).Select(i => i * 7 % 4)]));

    [Fact]
    public void Work_of_a_certain_size_is_done_with_so_many_items() => Gen.Select(Gen.Int[1, 80], Gen.Int[1, 200]).Sample((items, days) =>
    {
        var finished = Some.Items(days);
        Assert.Equal(finished.ChanceOfAtLeast(items), Work.Of(items).ChanceOf(finished), 1e-12);
        Assert.Equal(Some.When(items, [0.5, 0.85]), Some.When(Work.Of(items), [0.5, 0.85]));
    });

    [Fact]
    public void Work_of_one_of_two_sizes_is_done_as_often_as_either_on_average() => Gen.Select(Gen.Int[1, 80], Gen.Int[1, 80], Gen.Int[1, 200]).Sample((one, other, days) =>
    {
        var finished = Some.Items(days);
        var either = new Work(Distribution.OfDraw([one, other]));
        Assert.Equal((finished.ChanceOfAtLeast(one) + finished.ChanceOfAtLeast(other)) / 2, either.ChanceOf(finished), 1e-12);
    });

    [Fact]
    public void What_may_have_no_end_is_done_so_much_less_often()
    {
        var finished = Some.Items(300);
        Assert.Equal(0.8 * Work.Of(5).ChanceOf(finished), (Work.Of(5) with { Endless = 0.2 }).ChanceOf(finished), 1e-12);
        Assert.Null(Some.When(Work.Of(5) with { Endless = 0.2 }, [0.85])[0]);
        Assert.Equal(0.28, (Work.Of(1) with { Endless = 0.2 }).Plus(Work.Of(2) with { Endless = 0.1 }).Endless, 1e-12);
    }

    [Fact]
    public void Only_a_single_size_is_known()
    {
        Assert.Equal(7, Work.Of(3).Plus(Work.Of(4)).Known);
        Assert.Null((Work.Of(3) with { Endless = 0.1 }).Known);
        Assert.Null(new Work(Distribution.OfDraw([3, 4])).Known);
        Assert.Throws<ArgumentOutOfRangeException>(() => Work.Of(-1));
    }
}
