using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Tests.Pages;

public sealed class SortValueTests
{
    [Theory]
    [InlineData("1,234", "1234")]
    [InlineData("1.234", "1234")]
    [InlineData("12,345,678", "12345678")]
    [InlineData("1\u00A0234", "1234")]
    [InlineData("4.3", "4.3")]
    [InlineData("4,3", "4.3")]
    [InlineData("−3", "-3")]
    [InlineData(">95 %", "95")]
    [InlineData("4–42 %", "4")]
    [InlineData("10 of 13 (50–92 %)", "10")]
    [InlineData("about 3 to 5", "3")]
    public void A_number_in_a_column_of_numbers_is_told_beside_its_words(string words, string value) => Assert.Equal(value, SortValue.Of(words, ColumnKind.Number));

    [Theory]
    [InlineData("7")]
    [InlineData("12")]
    [InlineData("-3")]
    [InlineData("1234")]
    [InlineData("")]
    [InlineData("not known")]
    public void What_sorts_as_it_stands_is_not_told_twice(string words) => Assert.Null(SortValue.Of(words, ColumnKind.Number));

    [Fact]
    public void Words_in_other_columns_are_words() => Assert.Null(SortValue.Of("1,234 items", ColumnKind.Words));

    [Fact]
    public void A_value_that_came_with_the_words_is_told_in_any_column()
    {
        Assert.Equal("2026-02-01", SortValue.Of(Line.OfDay("1 February", new DateOnly(2026, 2, 1)), ColumnKind.Named));
        Assert.Equal("0.05", SortValue.Of(Line.OfNumber("1 of 20 futures", 0.05), ColumnKind.Words));
    }
}
