using CsCheck;

namespace BacklogHealth.Core.Tests;

public sealed class AscendingTests
{
    [Fact]
    public void Halving_counts_what_looking_at_each_counts() =>
        Gen.Select(Gen.Int[-5, 5].Array[0, 20], Gen.Int[-6, 6]).Sample((numbers, value) =>
        {
            int[] ascending = [.. numbers.Order()];

            Assert.Equal(numbers.Count(n => n < value), Ascending.CountBelow(ascending, value));
            Assert.Equal(numbers.Count(n => n <= value), Ascending.CountUpTo(ascending, value));
        });

    [Fact]
    public void Nothing_holds_nothing() => Assert.Equal((0, 0), (Ascending.CountBelow<double>([], 1), Ascending.CountUpTo<double>([], 1)));
}
