using System.Globalization;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Tests.Pages;

public sealed class ThemeTests
{
    public static TheoryData<string> Both => ["light", "dark"];

    [Theory, MemberData(nameof(Both))]
    public void Words_stand_out_from_the_paper_by_four_and_a_half_to_one(string name)
    {
        var theme = Named(name);
        foreach (var ink in new[] { theme.Ink, theme.Soft, theme.BlueInk, theme.VermilionInk })
        {
            Assert.True(Contrast(ink, theme.Paper) >= 4.5, $"{ink} on {theme.Paper}: {Contrast(ink, theme.Paper):0.0}");
        }

        Assert.True(Contrast(theme.Ink, theme.Mark) >= 4.5, $"{theme.Ink} on {theme.Mark}: {Contrast(theme.Ink, theme.Mark):0.0}");
    }

    [Theory, MemberData(nameof(Both))]
    public void Marks_stand_out_from_the_paper_by_three_to_one(string name)
    {
        var theme = Named(name);
        foreach (var colour in new[] { theme.Blue, theme.Vermilion, theme.Ink })
        {
            Assert.True(Contrast(colour, theme.Paper) >= 3, $"{colour} on {theme.Paper}: {Contrast(colour, theme.Paper):0.0}");
        }
    }

    [Fact]
    public void Contrast_of_black_and_white_is_twenty_one() => Assert.Equal(21, Contrast("#000000", "#ffffff"), 3);

    private static Theme Named(string name) => name == "light" ? Theme.Light : Theme.Dark;

    /// <summary>WCAG 2.2, relative luminance and contrast ratio.</summary>
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string hex)
    {
        double Part(int at)
        {
            var c = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        }

        return 0.2126 * Part(1) + 0.7152 * Part(3) + 0.0722 * Part(5);
    }
}
