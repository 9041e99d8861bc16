using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace BacklogHealth.Reports.Charts;

/// <summary>
/// Writes a PNG with at most 256 colours (W3C PNG, colour type 3, with transparency). Charts have few colours, and a page that carries many of them
/// stays a third of the size.
/// </summary>
internal static class PalettePng
{
    private const int MostColours = 256;

    private static readonly uint[] CrcTable = MakeCrcTable();

    /// <summary>Encodes pixels of four bytes each: red, green, blue and alpha, row by row.</summary>
    /// <param name="rgba">The pixels.</param>
    /// <param name="width">Pixels of a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="isPremultiplied">True where red, green and blue have been multiplied by alpha, as canvases keep them.</param>
    public static byte[] Encode(ReadOnlySpan<byte> rgba, int width, int height, bool isPremultiplied = false)
    {
        var (colours, indices) = Index(rgba, width * height, isPremultiplied);
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        header[9] = 3;
        Chunk(png, "IHDR"u8, header);
        Chunk(png, "PLTE"u8, [.. colours.SelectMany(c => new[] { (byte)c, (byte)(c >> 8), (byte)(c >> 16) })]);
        Chunk(png, "tRNS"u8, [.. colours.Select(c => (byte)(c >> 24))]);
        Chunk(png, "IDAT"u8, Deflate(indices, width, height));
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    /// <summary>The coarsest grid that is needed, each cell shown by the colour that is most frequent in it, so that flat areas stay exact.</summary>
    private static (uint[] Colours, byte[] Indices) Index(ReadOnlySpan<byte> rgba, int pixels, bool isPremultiplied)
    {
        var (found, counts, runs) = Count(MemoryMarshal.Cast<byte, uint>(rgba)[..pixels]);
        var exact = isPremultiplied ? found.ConvertAll(Straight) : found;
        for (var shift = 0; ; shift++)
        {
            var cells = Enumerable.Range(0, exact.Count).GroupBy(i => Cell(exact[i], shift)).OrderBy(g => g.Key).ToList();
            if (cells.Count > MostColours)
            {
                continue;
            }

            var indexOf = new byte[exact.Count];
            var colours = new uint[cells.Count];
            for (var cell = 0; cell < cells.Count; cell++)
            {
                colours[cell] = exact[cells[cell].OrderByDescending(i => counts[i]).ThenBy(i => exact[i]).First()];
                foreach (var i in cells[cell])
                {
                    indexOf[i] = (byte)cell;
                }
            }

            var (indices, next) = (new byte[pixels], 0);
            foreach (var (place, length) in runs)
            {
                indices.AsSpan(next, length).Fill(indexOf[place]);
                next += length;
            }

            return (colours, indices);
        }
    }

    /// <summary>
    /// The colours as they come, how often each comes, and the runs of pixels that have one. A pixel is mostly like the one before, and else like one
    /// seen lately.
    /// </summary>
    private static (List<uint> Colours, List<int> Counts, List<(int Place, int Length)> Runs) Count(ReadOnlySpan<uint> pixels)
    {
        const int lately = 12;
        var (colours, counts, runs) = (new List<uint>(), new List<int>(), new List<(int Place, int Length)>());
        var known = new Dictionary<uint, int>();
        var recent = new int[1 << lately];
        Array.Fill(recent, -1);
        while (!pixels.IsEmpty)
        {
            var run = pixels.IndexOfAnyExcept(pixels[0]) is var end && end < 0 ? pixels.Length : end;
            var colour = ColourOf(pixels[0]);
            ref var place = ref recent[colour * 2654435769u >> 32 - lately];
            if (place < 0 || colours[place] != colour)
            {
                if (!known.TryGetValue(colour, out var found))
                {
                    found = colours.Count;
                    known.Add(colour, found);
                    colours.Add(colour);
                    counts.Add(0);
                }

                place = found;
            }

            counts[place] += run;
            runs.Add((place, run));
            pixels = pixels[run..];
        }

        return (colours, counts, runs);
    }

    // Red in the lowest byte, whatever the machine. What nobody can see has one colour.
    private static uint ColourOf(uint pixel) => (BitConverter.IsLittleEndian ? pixel : BinaryPrimitives.ReverseEndianness(pixel)) is var colour && colour >> 24 == 0 ? 0 : colour;

    // By colour, not by pixel: there are a thousand times fewer.
    private static uint Straight(uint colour)
    {
        var alpha = colour >> 24;
        return alpha is 0 or 255 ? colour : Part(0) | Part(8) | Part(16) | alpha << 24;

        uint Part(int at) => Math.Min(255, (((colour >> at & 0xFF) * 255) + (alpha / 2)) / alpha) << at;
    }

    private static uint Cell(uint colour, int shift)
    {
        var mask = (0xFFu >> shift << shift) & 0xFF;
        return colour & (mask | mask << 8 | mask << 16 | mask << 24);
    }

    private static byte[] Deflate(byte[] indices, int width, int height)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                zlib.WriteByte(0);
                zlib.Write(indices, y * width, width);
            }
        }

        return packed.ToArray();
    }

    private static void Chunk(Stream png, ReadOnlySpan<byte> type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(type);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(data, Crc(type, 0xFFFFFFFF)) ^ 0xFFFFFFFF);
        png.Write(number);
    }

    private static uint Crc(ReadOnlySpan<byte> data, uint crc)
    {
        foreach (var b in data)
        {
            crc = CrcTable[(crc ^ b) & 0xFF] ^ crc >> 8;
        }

        return crc;
    }

    private static uint[] MakeCrcTable() =>
        [.. Enumerable.Range(0, 256).Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) == 1 ? 0xEDB88320 ^ c >> 1 : c >> 1))];
}
