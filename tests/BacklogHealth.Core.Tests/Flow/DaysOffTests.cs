using BacklogHealth.Core.Flow;

namespace BacklogHealth.Core.Tests.Flow;

public sealed class DaysOffTests
{
    private static readonly DateOnly Eve = new(2026, 12, 24);
    private static readonly DaysOff Christmas = DaysOff.Of([Eve.AddDays(2), Eve, Eve.AddDays(1), Eve]);

    [Fact]
    public void Days_are_kept_once_and_in_order() => Assert.Equal([Eve, Eve.AddDays(1), Eve.AddDays(2)], Christmas.Days);

    [Fact]
    public void A_day_is_off_or_not() => Assert.Equal([false, true, true, true, false], Enumerable.Range(-1, 5).Select(i => Christmas.Is(Eve.AddDays(i))));

    [Theory]
    [InlineData(-3, 3, 0)]
    [InlineData(-3, 4, 1)]
    [InlineData(0, 3, 3)]
    [InlineData(2, 400, 1)]
    [InlineData(3, 400, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(0, -5, 0)]
    public void Those_within_some_days_are_counted(int from, int days, int expected) => Assert.Equal(expected, Christmas.Within(Eve.AddDays(from), days));

    [Fact]
    public void Counting_reaches_beyond_the_last_day_there_is() => Assert.Equal(1, DaysOff.Of([DateOnly.MaxValue]).Within(DateOnly.MaxValue, int.MaxValue));

    [Fact]
    public void The_next_one_is_found()
    {
        Assert.Equal(Eve, Christmas.From(new DateOnly(2026, 6, 1)));
        Assert.Equal(Eve.AddDays(1), Christmas.From(Eve.AddDays(1)));
        Assert.Null(Christmas.From(Eve.AddDays(3)));
    }

    [Fact]
    public void Without_any_nothing_is_off() => Assert.True(DaysOff.Of([]) is { IsEmpty: true } && !DaysOff.None.Is(Eve) && DaysOff.None.Within(Eve, 365) == 0 && DaysOff.None.From(Eve) is null);
}
