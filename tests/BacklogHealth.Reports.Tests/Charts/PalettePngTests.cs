using BacklogHealth.Reports.Charts;
using BacklogHealth.Reports.Pages;
using SkiaSharp;

namespace BacklogHealth.Reports.Tests.Charts;

public sealed class PalettePngTests
{
    [Fact]
    public void Few_colours_come_back_exactly()
    {
        byte[] pixels = [0, 114, 178, 255, 213, 94, 0, 255, 0, 0, 0, 0, 213, 94, 0, 128];

        using var picture = SKBitmap.Decode(new PalettePng(pixels, 2, 2).Encode());

        Assert.Equal((2, 2), (picture.Width, picture.Height));
        Assert.Equal(new SKColor(0, 114, 178), picture.GetPixel(0, 0));
        Assert.Equal(new SKColor(213, 94, 0), picture.GetPixel(1, 0));
        Assert.Equal(0, picture.GetPixel(0, 1).Alpha);
        Assert.Equal(128, picture.GetPixel(1, 1).Alpha);
    }

    [Fact]
    public void Colours_that_a_canvas_has_multiplied_by_alpha_come_back_as_they_were_meant()
    {
        byte[] pixels = [107, 47, 0, 128, 0, 0, 0, 0];

        using var picture = SKBitmap.Decode(new PalettePng(pixels, 2, 1, isPremultiplied: true).Encode());

        Assert.Equal(new SKColor(213, 94, 0, 128), picture.GetPixel(0, 0));
        Assert.Equal(0, picture.GetPixel(1, 0).Alpha);
    }

    [Fact]
    public void In_another_theme_the_pixels_have_that_ones_colours()
    {
        byte[] pixels = [0, 114, 178, 255, 213, 94, 0, 255, 0, 0, 0, 0, 27, 31, 36, 128];

        using var picture = SKBitmap.Decode(new PalettePng(pixels, 2, 2).Encode(ThemeChange.ToDark));

        Assert.Equal(SKColor.Parse(Theme.Dark.Blue), picture.GetPixel(0, 0));
        Assert.Equal(SKColor.Parse(Theme.Dark.Vermilion), picture.GetPixel(1, 0));
        Assert.Equal(0, picture.GetPixel(0, 1).Alpha);
        Assert.Equal(128, picture.GetPixel(1, 1).Alpha);
    }

    [Theory, InlineData(8), InlineData(17), InlineData(64)]
    public void Many_colours_come_back_nearly(int side)
    {
        var step = 256 / side;
        var pixels = Enumerable.Range(0, side * side).SelectMany(i => new[] { (byte)(i % side * step), (byte)(i / side * step), (byte)90, (byte)255 }).ToArray();

        using var picture = SKBitmap.Decode(new PalettePng(pixels, side, side).Encode());

        for (var i = 0; i < side * side; i++)
        {
            var colour = picture.GetPixel(i % side, i / side);
            Assert.InRange(Math.Abs(colour.Red - pixels[i * 4]) + Math.Abs(colour.Green - pixels[i * 4 + 1]), 0, 62);
        }
    }

    [Fact]
    public void Of_colours_that_share_a_place_in_the_palette_the_most_frequent_stays_exact()
    {
        // 16 by 20 shades, more than a palette holds; the eighth of them fills half of the picture.
        var pixels = Enumerable.Range(0, 640).Select(i => i < 320 ? i : 7).SelectMany(i => new[] { (byte)(i % 16 * 3), (byte)(i / 16 * 3), (byte)0, (byte)255 }).ToArray();

        using var picture = SKBitmap.Decode(new PalettePng(pixels, 32, 20).Encode());

        Assert.Equal(new SKColor(21, 0, 0), picture.GetPixel(31, 19));
        Assert.Equal(new SKColor(21, 0, 0), picture.GetPixel(7, 0));
    }

    [Fact]
    public void Two_flat_areas_of_nearly_one_colour_stay_two_however_many_edges_there_are()
    {
        // Two bands, and 600 shades once each.
        byte[] One(int i) => i < 300 ? [0, 114, 178, 255] : i < 600 ? [0, 116, 178, 255] : [(byte)(i % 30 * 8), (byte)(i / 30 % 20 * 12), 90, 255];
        var pixels = Enumerable.Range(0, 1200).SelectMany(One).ToArray();

        using var picture = SKBitmap.Decode(new PalettePng(pixels, 30, 40).Encode());

        Assert.Equal(new SKColor(0, 114, 178), picture.GetPixel(0, 0));
        Assert.Equal(new SKColor(0, 116, 178), picture.GetPixel(0, 15));
    }
}
