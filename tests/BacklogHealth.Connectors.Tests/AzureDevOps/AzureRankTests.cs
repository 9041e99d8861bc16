using System.Text.Json;
using BacklogHealth.Connectors.AzureDevOps;
using CsCheck;

namespace BacklogHealth.Connectors.Tests.AzureDevOps;

public sealed class AzureRankTests
{
    [Fact]
    public void Ordinal_order_is_numeric_order() => Gen.Select(Numbers, Numbers).Sample((a, b) =>
        Math.Sign(string.CompareOrdinal(AzureRank.Of(a), AzureRank.Of(b))) == a.CompareTo(b));

    [Fact]
    public void Numbers_that_backlogs_hold_stand_in_their_order()
    {
        double[] numbers = [double.MinValue, -1e9, -1000, -0.5, 0, double.Epsilon, 0.25, 1, 999_999_999, 1_000_000_000, 1_000_063_244.5, 1_999_999_999, double.MaxValue];
        Assert.Equal(numbers, numbers.Reverse().OrderBy(AzureRank.Of, StringComparer.Ordinal));
    }

    [Fact]
    public void Zero_has_one_place() => Assert.Equal(AzureRank.Of(0.0), AzureRank.Of(-0.0));

    [Theory]
    [InlineData("null")]
    [InlineData("\"1\"")]
    [InlineData("1e999")]
    public void What_is_no_number_has_no_place(string json)
    {
        using var value = JsonDocument.Parse(json);
        Assert.Null(AzureRank.Of(value.RootElement));
    }

    private static Gen<double> Numbers { get; } = Gen.OneOf(Gen.Double.Where(double.IsFinite), Gen.Int.Select(i => (double)i), Gen.Int[-2, 2].Select(i => i / 2.0)).Select(d => d == 0 ? 0.0 : d);
}
