using BacklogHealth.Reports.Charts;
using BacklogHealth.Reports.Pages;
using CsCheck;
using SkiaSharp;

namespace BacklogHealth.Reports.Tests.Charts;

public sealed class ThemeChangeTests
{
    [Fact]
    public void Every_colour_of_charts_becomes_the_one_that_pages_have_in_the_dark()
    {
        static string[] OfCharts(Theme theme) => [theme.Paper, theme.Ink, theme.Soft, theme.Rule, theme.Blue, theme.Vermilion];

        Assert.Equal(OfCharts(Theme.Dark), OfCharts(Theme.Light).Select(c => Hex(ThemeChange.ToDark.Of(Colour(c)))));
    }

    [Fact]
    public void A_change_there_and_back_leaves_a_theme_as_it_was()
    {
        var back = new ThemeChange(Theme.Dark, Theme.Light);

        Assert.All([Theme.Light.Paper, Theme.Light.Ink, Theme.Light.Blue, Theme.Light.Vermilion], c => Assert.Equal(c, Hex(back.Of(ThemeChange.ToDark.Of(Colour(c))))));
    }

    [Fact]
    public void A_mixture_of_two_colours_becomes_the_mixture_of_theirs() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 100]).Sample((one, other, percent) =>
        {
            string[] colours = [Theme.Light.Paper, Theme.Light.Ink, Theme.Light.Blue, Theme.Light.Vermilion];
            var (over, under) = (colours[one], colours[other]);
            var mixed = Mixed(Colour(over), Colour(under), percent);
            var expected = Mixed(ThemeChange.ToDark.Of(Colour(over)), ThemeChange.ToDark.Of(Colour(under)), percent);

            // Whole steps are rounded before the change, which stretches them, and after it.
            Assert.All(new[] { 0, 8, 16 }, at => Assert.InRange((int)(ThemeChange.ToDark.Of(mixed) >> at & 0xFF) - (int)(expected >> at & 0xFF), -3, 3));
        });

    [Fact]
    public void Alpha_stays_whatever_the_colour() => Gen.UInt.Sample(colour => Assert.Equal(colour >> 24, ThemeChange.ToDark.Of(colour) >> 24));

    [Fact]
    public void What_would_be_brighter_than_a_screen_is_as_bright_as_a_screen() => Assert.Equal("#ffffff", Hex(ThemeChange.ToDark.Of(Colour("#ff0000"))));

    private static uint Colour(string hex) => SKColor.Parse(hex) is var c ? c.Red | (uint)c.Green << 8 | (uint)c.Blue << 16 | 0xFF000000 : 0;

    private static string Hex(uint colour) => $"#{colour & 0xFF:x2}{colour >> 8 & 0xFF:x2}{colour >> 16 & 0xFF:x2}";

    private static uint Mixed(uint over, uint under, int percent)
    {
        uint Part(int at) => (uint)Math.Round(((over >> at & 0xFF) * percent + (under >> at & 0xFF) * (100.0 - percent)) / 100) << at;
        return Part(0) | Part(8) | Part(16) | 0xFF000000;
    }
}
