using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace BacklogHealth.Reports.Charts;

/// <summary>
/// Writes a PNG with at most 256 colours (W3C PNG, colour type 3, with transparency). Charts have few colours, and a page that carries many of them
/// stays a third of the size.
/// </summary>
internal sealed class PalettePng
{
    // A palette has 256 places (W3C PNG 11.2.2). Colours that cover a two-hundredth of the picture are flat areas: at most 200, and edges have what is left.
    private const int MostColours = 256, MostFlat = 200;

    private static readonly uint[] CrcTable = MakeCrcTable();

    private readonly int _width, _height;
    private readonly uint[] _palette;
    private readonly byte[] _packed;

    /// <summary>Packs pixels of four bytes each: red, green, blue and alpha, row by row.</summary>
    /// <param name="rgba">The pixels.</param>
    /// <param name="width">Pixels of a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="isPremultiplied">True where red, green and blue have been multiplied by alpha, as canvases keep them.</param>
    public PalettePng(ReadOnlySpan<byte> rgba, int width, int height, bool isPremultiplied = false)
    {
        var pixels = MemoryMarshal.Cast<byte, uint>(rgba)[..(width * height)];
        var found = Count(pixels);
        (_palette, var indexOf) = Reduce(found, pixels.Length, isPremultiplied);
        (_width, _height, _packed) = (width, height, Deflate(pixels, width, height, found, indexOf));
    }

    /// <summary>The file, in its own colours or in those of another theme: the pixels are the same.</summary>
    public byte[] Encode(ThemeChange? change = null)
    {
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, _width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), _height);
        header[8] = 8;
        header[9] = 3;
        Chunk(png, "IHDR"u8, header);
        var (colours, alphas) = (new byte[_palette.Length * 3], new byte[_palette.Length]);
        for (var i = 0; i < _palette.Length; i++)
        {
            var colour = change?.Of(_palette[i]) ?? _palette[i];
            (colours[3 * i], colours[3 * i + 1], colours[3 * i + 2], alphas[i]) = ((byte)colour, (byte)(colour >> 8), (byte)(colour >> 16), (byte)(colour >> 24));
        }

        Chunk(png, "PLTE"u8, colours);
        Chunk(png, "tRNS"u8, alphas);
        Chunk(png, "IDAT"u8, _packed);
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static ColourTable Count(ReadOnlySpan<uint> pixels)
    {
        var found = new ColourTable();
        for (int at = 0, run; at < pixels.Length; at += run)
        {
            run = RunAt(pixels, at);
            found.Add(ColourOf(pixels[at]), run);
        }

        return found;
    }

    /// <summary>
    /// The palette, and for each colour found its index there. A flat area has a place of its own, so that two of nearly one colour stay two. The others, which
    /// are edges, share the rest: the finest grid that has no more cells, each shown by the colour that is most frequent in it.
    /// </summary>
    private static (uint[] Palette, byte[] IndexOf) Reduce(ColourTable found, int area, bool isPremultiplied)
    {
        var exact = new uint[found.Count];
        for (var i = 0; i < exact.Length; i++)
        {
            exact[i] = isPremultiplied ? Straight(found.ColourAt(i)) : found.ColourAt(i);
        }

        var shift = 0;
        while (!Fits())
        {
            shift++;
        }

        var cells = new ColourTable();
        var indexOf = new byte[exact.Length];
        var mostFrequent = new int[MostColours];
        for (var i = 0; i < exact.Length; i++)
        {
            var known = cells.Count;
            var cell = cells.Add(Cell(i));
            indexOf[i] = (byte)cell;
            ref var most = ref mostFrequent[cell];
            if (cell == known || found.CountAt(i) > found.CountAt(most) || found.CountAt(i) == found.CountAt(most) && exact[i] < exact[most])
            {
                most = i;
            }
        }

        var palette = new uint[cells.Count];
        for (var cell = 0; cell < palette.Length; cell++)
        {
            palette[cell] = exact[mostFrequent[cell]];
        }

        return (palette, indexOf);

        bool Fits()
        {
            var needed = new ColourTable();
            for (var i = 0; i < exact.Length && needed.Count <= MostColours; i++)
            {
                needed.Add(Cell(i));
            }

            return needed.Count <= MostColours;
        }

        uint Cell(int i)
        {
            var mask = (long)found.CountAt(i) * MostFlat >= area ? 0xFF : (0xFFu >> shift << shift) & 0xFF;
            return exact[i] & (mask | mask << 8 | mask << 16 | mask << 24);
        }
    }

    /// <summary>How many pixels from one on have its colour.</summary>
    private static int RunAt(ReadOnlySpan<uint> pixels, int at)
    {
        var (colour, end) = (pixels[at], at + 1);
        while (end < pixels.Length && pixels[end] == colour)
        {
            end++;
        }

        return end - at;
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

    private static byte[] Deflate(ReadOnlySpan<uint> pixels, int width, int height, ColourTable found, byte[] indexOf)
    {
        // Each row begins with the number of its filter: 0, none.
        var scanlines = ArrayPool<byte>.Shared.Rent(height * (width + 1));
        for (var y = 0; y < height; y++)
        {
            var row = pixels.Slice(y * width, width);
            var line = scanlines.AsSpan(y * (width + 1), width + 1);
            line[0] = 0;
            for (int at = 0, run; at < width; at += run)
            {
                run = RunAt(row, at);
                line.Slice(1 + at, run).Fill(indexOf[found.PlaceOf(ColourOf(row[at]))]);
            }
        }

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(scanlines, 0, height * (width + 1));
        }

        ArrayPool<byte>.Shared.Return(scanlines);
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

    private static uint[] MakeCrcTable()
    {
        var table = new uint[256];
        for (var n = 0u; n < table.Length; n++)
        {
            table[n] = n;
            for (var bit = 0; bit < 8; bit++)
            {
                table[n] = (table[n] & 1) == 1 ? 0xEDB88320 ^ table[n] >> 1 : table[n] >> 1;
            }
        }

        return table;
    }
}
