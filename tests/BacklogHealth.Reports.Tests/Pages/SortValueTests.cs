using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;
using BacklogHealth.Reports.Parts;

namespace BacklogHealth.Reports.Tests.Pages;

public sealed class SortValueTests
{
    private static readonly DateOnly Day = new(2026, 2, 1);
    private static readonly Voice German = new(Language.German, new DateOnly(2026, 11, 23));

    private static string? Of(Sentence cell) => SortValue.Of(cell, German.Plain(cell));

    [Fact]
    public void A_number_or_a_day_with_which_a_cell_begins_is_told_beside_its_words()
    {
        Assert.Equal("1234", Of(1234));
        Assert.Equal("4.3", Of(4.3));
        Assert.Equal("2026-02-01", Of($"{Day}"));
        Assert.Equal("2026-02-01", Of($"{Day:short full}"));
        Assert.Equal("7", Of($"{7} of {27:# item|# items}"));
        Assert.Equal("1234", Of($"**{1234:# more day|# more days}** at most"));
        Assert.Equal("0.97", Of($"{0.97:%}"));
        Sentence inner = $"{9} of 20";
        Assert.Equal("9", Of($"{inner} futures"));
        Assert.Equal("3", Of(new Marked($"{3} times", Emphasis.Strong)));
    }

    [Fact]
    public void A_chance_beyond_the_last_dot_stands_beyond_it()
    {
        var sorted = new[] { 0, 1, 19, 20 }.Select(n => double.Parse(Of($"{Futures.OfTwenty(n)} futures")!, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal([0.5, 1, 19, 19.5], sorted);
    }

    [Fact]
    public void What_sorts_as_it_stands_is_not_told_twice()
    {
        Assert.Null(Of(7));
        Assert.Equal("-3", Of(-3));
        Assert.Null(Of(Sentence.None));
        Assert.Null(Of($"not within two years"));
        Assert.Null(Of(Sentence.Data("1,234 ways to pay")));
        Assert.Null(Of($"{new Run("CHK-4")} {"12 ways to pay"}"));
        Assert.Null(Of($"as large as {12} others"));
    }
}
