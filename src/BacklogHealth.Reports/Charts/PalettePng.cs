using System.Buffers.Binary;
using System.IO.Compression;

namespace BacklogHealth.Reports.Charts;

/// <summary>
/// Writes a PNG with at most 256 colours (W3C PNG, colour type 3, with transparency). Charts have few colours, and a page that carries many of them
/// stays a third of the size.
/// </summary>
internal static class PalettePng
{
    private const int MostColours = 256;

    private static readonly uint[] CrcTable = MakeCrcTable();

    /// <summary>Encodes pixels of four bytes each: red, green, blue and straight alpha, row by row.</summary>
    public static byte[] Encode(ReadOnlySpan<byte> rgba, int width, int height)
    {
        var (colours, indices) = Index(rgba, width * height);
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
    private static (uint[] Colours, byte[] Indices) Index(ReadOnlySpan<byte> rgba, int pixels)
    {
        var exact = new Dictionary<uint, int>();
        var all = new uint[pixels];
        for (var i = 0; i < pixels; i++)
        {
            var colour = BinaryPrimitives.ReadUInt32LittleEndian(rgba[(i * 4)..]);
            all[i] = colour >> 24 == 0 ? 0 : colour;
            exact[all[i]] = exact.GetValueOrDefault(all[i]) + 1;
        }

        for (var shift = 0; ; shift++)
        {
            var cells = exact.GroupBy(e => Cell(e.Key, shift)).OrderBy(g => g.Key)
                .Select(g => (Cell: g.Key, Colour: g.OrderByDescending(e => e.Value).ThenBy(e => e.Key).First().Key)).ToList();
            if (cells.Count > MostColours)
            {
                continue;
            }

            var place = cells.Select((c, i) => (c.Cell, Index: (byte)i)).ToDictionary(c => c.Cell, c => c.Index);
            var placeOfColour = exact.Keys.ToDictionary(c => c, c => place[Cell(c, shift)]);
            return ([.. cells.Select(c => c.Colour)], [.. all.Select(c => placeOfColour[c])]);
        }
    }

    private static uint Cell(uint colour, int shift)
    {
        var mask = (0xFFu >> shift << shift) & 0xFF;
        return colour & (mask | mask << 8 | mask << 16 | mask << 24);
    }

    private static byte[] Deflate(byte[] indices, int width, int height)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
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
