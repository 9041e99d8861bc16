using BacklogHealth.Reports.Charts;
using SkiaSharp;

namespace BacklogHealth.Reports.Tests.Charts;

public sealed class PalettePngTests
{
    [Fact]
    public void Few_colours_come_back_exactly()
    {
        byte[] pixels = [0, 114, 178, 255, 213, 94, 0, 255, 0, 0, 0, 0, 213, 94, 0, 128];

        using var picture = SKBitmap.Decode(PalettePng.Encode(pixels, 2, 2));

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

        using var picture = SKBitmap.Decode(PalettePng.Encode(pixels, 2, 1, isPremultiplied: true));

        Assert.Equal(new SKColor(213, 94, 0, 128), picture.GetPixel(0, 0));
        Assert.Equal(0, picture.GetPixel(1, 0).Alpha);
    }

    [Fact]
    public void Many_colours_come_back_nearly()
    {
        var pixels = Enumerable.Range(0, 64 * 64).SelectMany(i => new[] { (byte)(i % 64 * 4), (byte)(i / 64 * 4), (byte)90, (byte)255 }).ToArray();

        using var picture = SKBitmap.Decode(PalettePng.Encode(pixels, 64, 64));

        for (var i = 0; i < 64 * 64; i++)
        {
            var colour = picture.GetPixel(i % 64, i / 64);
            Assert.InRange(Math.Abs(colour.Red - pixels[i * 4]) + Math.Abs(colour.Green - pixels[i * 4 + 1]), 0, 62);
        }
    }

    [Fact]
    public void Of_colours_that_share_a_place_in_the_palette_the_most_frequent_stays_exact()
    {
        // 16 by 20 shades, more than a palette holds; the eighth of them fills half of the picture.
        var pixels = Enumerable.Range(0, 640).Select(i => i < 320 ? i : 7).SelectMany(i => new[] { (byte)(i % 16 * 3), (byte)(i / 16 * 3), (byte)0, (byte)255 }).ToArray();

        using var picture = SKBitmap.Decode(PalettePng.Encode(pixels, 32, 20));

        Assert.Equal(new SKColor(21, 0, 0), picture.GetPixel(31, 19));
        Assert.Equal(new SKColor(21, 0, 0), picture.GetPixel(7, 0));
    }
}
