using BacklogHealth.Reports.Pages;
using SkiaSharp;

namespace BacklogHealth.Reports.Charts;

/// <summary>
/// Takes the colours of a picture from one theme to another. Each is a mixture of paper, ink, blue and vermilion (its barycentric coordinates, which may be
/// negative) and becomes the same mixture of the other theme's four. What is drawn over one another, and the edges in between, are mixtures too: the changed
/// picture is the one that the other theme's colours would have drawn. In whole numbers and one division, so that every machine gives the same.
/// </summary>
internal sealed class ThemeChange(Theme from, Theme to)
{
    public static readonly ThemeChange ToDark = new(Theme.Light, Theme.Dark);

    private readonly int[][] _from = Corners(from), _to = Corners(to);

    /// <summary>A colour in the other theme; alpha stays.</summary>
    /// <param name="colour">Red in the lowest byte, then green, blue and alpha; not multiplied by alpha.</param>
    public uint Of(uint colour)
    {
        int[] mixed = [(int)(colour & 0xFF), (int)(colour >> 8 & 0xFF), (int)(colour >> 16 & 0xFF)];
        var whole = Volume(_from[0], _from[1], _from[2], _from[3]);
        long[] shares =
        [
            Volume(mixed, _from[1], _from[2], _from[3]), Volume(_from[0], mixed, _from[2], _from[3]),
            Volume(_from[0], _from[1], mixed, _from[3]), Volume(_from[0], _from[1], _from[2], mixed),
        ];
        return Part(0) | Part(1) << 8 | Part(2) << 16 | colour & 0xFF000000;

        uint Part(int at)
        {
            var sum = shares[0] * _to[0][at] + shares[1] * _to[1][at] + shares[2] * _to[2][at] + shares[3] * _to[3][at];
            return (uint)Math.Clamp((int)Math.Round((double)sum / whole), 0, 255);
        }
    }

    private static int[][] Corners(Theme theme) => [Parts(theme.Paper), Parts(theme.Ink), Parts(theme.Blue), Parts(theme.Vermilion)];

    private static int[] Parts(string hex)
    {
        var colour = SKColor.Parse(hex);
        return [colour.Red, colour.Green, colour.Blue];
    }

    // Six times the signed volume of the solid between four colours.
    private static long Volume(int[] a, int[] b, int[] c, int[] d)
    {
        long Side(int[] corner, int at) => corner[at] - d[at];
        return Side(a, 0) * (Side(b, 1) * Side(c, 2) - Side(b, 2) * Side(c, 1))
            - Side(a, 1) * (Side(b, 0) * Side(c, 2) - Side(b, 2) * Side(c, 0))
            + Side(a, 2) * (Side(b, 0) * Side(c, 1) - Side(b, 1) * Side(c, 0));
    }
}
