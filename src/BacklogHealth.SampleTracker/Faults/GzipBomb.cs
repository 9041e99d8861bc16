using System.IO.Compression;
using BacklogHealth.SampleTracker.Routes;

namespace BacklogHealth.SampleTracker.Faults;

/// <summary>A body that is small on the way and large when unpacked.</summary>
internal static class GzipBomb
{
    public static Answer Of(long blanks)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var chunk = new byte[1 << 16];
            Array.Fill(chunk, (byte)' ');
            for (var left = blanks; left > 0; left -= chunk.Length)
            {
                gzip.Write(chunk, 0, (int)Math.Min(left, chunk.Length));
            }
        }

        return new Answer(200, null) { Binary = packed.ToArray() }.With("Content-Encoding", "gzip");
    }
}
