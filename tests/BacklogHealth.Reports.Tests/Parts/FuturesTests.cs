using BacklogHealth.Reports.Parts;

namespace BacklogHealth.Reports.Tests.Parts;

public sealed class FuturesTests
{
    [Theory]
    [InlineData(20, "more than 19 of 20")]
    [InlineData(17, "17 of 20")]
    [InlineData(0, "fewer than 1 of 20")]
    public void Futures_are_never_all_and_never_none(int futures, string said) => Assert.Equal(said, Futures.OfTwenty(futures).Plain);

    [Theory]
    [InlineData(0.999, "more than 19 of 20")]
    [InlineData(0.97, "19 of 20")]
    [InlineData(0.849, "16 of 20")]
    [InlineData(0.85, "17 of 20")]
    [InlineData(0.01, "fewer than 1 of 20")]
    public void A_chance_is_as_many_futures_as_end_by_the_day(double chance, string said) => Assert.Equal(said, Futures.OfTwenty(chance).Plain);
}
