using System.Buffers.Binary;
using System.Text;

namespace BacklogHealth.SampleTracker.Routes;

/// <summary>Numbers and ids made from words, the same at each run.</summary>
internal static class Hash
{
    /// <summary>FNV-1a, 64 bits.</summary>
    public static ulong Of(string text)
    {
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            hash = (hash ^ b) * 1_099_511_628_211UL;
        }

        return hash;
    }

    public static Guid Guid(string text)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, Of(text));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Of(text + "/"));
        return new Guid(bytes, bigEndian: true);
    }
}
