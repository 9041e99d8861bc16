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
        var (colours, indices) = Index(MemoryMarshal.Cast<byte, uint>(rgba)[..(width * height)], isPremultiplied);
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

    /// <summary>The finest grid that has no more cells than a palette, each shown by the colour that is most frequent in it, so that flat areas stay exact.</summary>
    private static (uint[] Colours, byte[] Indices) Index(ReadOnlySpan<uint> pixels, bool isPremultiplied)
    {
        var found = new FoundColours();
        for (int at = 0, run; at < pixels.Length; at += run)
        {
            run = RunAt(pixels, at);
            found.Counts[found.PlaceOf(ColourOf(pixels[at]))] += run;
        }

        var exact = isPremultiplied ? found.All.ConvertAll(Straight) : found.All;
        var shift = 0;
        while (!FitsAt(exact, shift))
        {
            shift++;
        }

        var cells = Enumerable.Range(0, exact.Count).GroupBy(i => Cell(exact[i], shift)).OrderBy(g => g.Key).ToList();
        var indexOf = new byte[exact.Count];
        var colours = new uint[cells.Count];
        for (var cell = 0; cell < cells.Count; cell++)
        {
            colours[cell] = exact[cells[cell].OrderByDescending(i => found.Counts[i]).ThenBy(i => exact[i]).First()];
            foreach (var i in cells[cell])
            {
                indexOf[i] = (byte)cell;
            }
        }

        var indices = new byte[pixels.Length];
        for (int at = 0, run; at < pixels.Length; at += run)
        {
            run = RunAt(pixels, at);
            indices.AsSpan(at, run).Fill(indexOf[found.PlaceOf(ColourOf(pixels[at]))]);
        }

        return (colours, indices);
    }

    private static bool FitsAt(List<uint> colours, int shift)
    {
        var cells = new HashSet<uint>();
        foreach (var colour in colours)
        {
            if (cells.Add(Cell(colour, shift)) && cells.Count > MostColours)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How many pixels from one on have its colour.</summary>
    private static int RunAt(ReadOnlySpan<uint> pixels, int at) => pixels[at..].IndexOfAnyExcept(pixels[at]) is var run && run < 0 ? pixels.Length - at : run;

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

    /// <summary>The colours as they come, and how often each comes. A run of pixels is mostly of a colour seen lately.</summary>
    private sealed class FoundColours
    {
        private const int Lately = 12;

        private readonly Dictionary<uint, int> _places = [];
        private readonly int[] _recent = new int[1 << Lately];

        public FoundColours() => Array.Fill(_recent, -1);

        public List<uint> All { get; } = [];

        public List<int> Counts { get; } = [];

        /// <summary>The colour's place among all.</summary>
        public int PlaceOf(uint colour)
        {
            ref var place = ref _recent[colour * 2654435769u >> 32 - Lately];
            if (place < 0 || All[place] != colour)
            {
                if (!_places.TryGetValue(colour, out place))
                {
                    place = All.Count;
                    _places.Add(colour, place);
                    All.Add(colour);
                    Counts.Add(0);
                }
            }

            return place;
        }
    }
}
