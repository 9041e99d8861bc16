using BacklogHealth.Reports.Pages;
using CsCheck;

namespace BacklogHealth.Reports.Tests.Pages;

public sealed class SayTests
{
    [Theory]
    [InlineData(20, "more than 19 of 20")]
    [InlineData(17, "17 of 20")]
    [InlineData(0, "fewer than 1 of 20")]
    public void Futures_are_never_all_and_never_none(int futures, string said) => Assert.Equal(said, Say.OfTwenty(futures));

    [Theory]
    [InlineData(1.0, ">95 %")]
    [InlineData(0.85, "85 %")]
    [InlineData(0.02, "<5 %")]
    public void A_percentage_is_never_certain(double probability, string said) => Assert.Equal(said, Say.Percent(probability));

    [Theory]
    [InlineData(1.04, "1 week")]
    [InlineData(1.42, "1.4 weeks")]
    [InlineData(0, "0 weeks")]
    [InlineData(9.97, "10 weeks")]
    [InlineData(31.4, "31 weeks")]
    public void Weeks_carry_one_decimal_below_ten(double weeks, string said) => Assert.Equal(said, Say.Weeks(weeks));

    [Fact]
    public void A_day_names_its_year_only_where_it_is_another()
    {
        Assert.Equal("1 March", Say.Day(new DateOnly(2026, 3, 1), new DateOnly(2026, 11, 23)));
        Assert.Equal("1 March 2027", Say.Day(new DateOnly(2027, 3, 1), new DateOnly(2026, 11, 23)));
    }

    [Fact]
    public void A_long_text_is_cut_at_a_word() => Assert.Equal("Improve the…", Say.Short("Improve  the\ncheckout", 14));

    [Fact]
    public void A_short_text_never_exceeds_its_length_and_never_halves_a_character() =>
        Gen.Select(Gen.String[Gen.Char["aé \uD83C\uDF89"], 0, 60], Gen.Int[4, 40]).Sample((text, most) =>
        {
            var cut = Say.Short(text, most);
            return cut.Length <= most && (cut.Length < 2 || !cut.EndsWith('…') || !char.IsHighSurrogate(cut[^2]));
        });

    [Fact]
    public void Lists_read_as_people_write_them()
    {
        Assert.Equal("a", Say.List(["a"]));
        Assert.Equal("a and b", Say.List(["a", "b"]));
        Assert.Equal("a, b and c", Say.List(["a", "b", "c"]));
    }

    [Fact]
    public void Signs_that_no_eye_sees_are_taken_out() => Assert.Equal("abc\nd", Say.Clean("a\u202Eb\u0000c\nd\u2066"));
}
