using System.Buffers.Binary;
using System.Buffers.Text;
using BacklogHealth.SampleTracker.Routes.Jira;

namespace BacklogHealth.SampleTracker.Routes.JiraCloud;

/// <summary>Page tokens: opaque, always the same length, and good only for the query that they were given for.</summary>
internal static class PageTokens
{
    public const string Invalid = "The provided next page token is invalid or expired.";

    private const int Length = 16;

    /// <summary>A token that holds a position in the answer to a query.</summary>
    public static string Make(string query, long position)
    {
        Span<byte> bytes = stackalloc byte[Length];
        var mark = Hash.Of(query);
        BinaryPrimitives.WriteUInt64BigEndian(bytes, mark);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (ulong)position ^ mark);
        return Base64Url.EncodeToString(bytes);
    }

    /// <exception cref="JiraRefusal">It was not given for this query.</exception>
    public static long Position(string query, string token)
    {
        Span<byte> bytes = stackalloc byte[Length];
        var mark = Hash.Of(query);
        if (!Base64Url.IsValid(token)
            || !Base64Url.TryDecodeFromChars(token, bytes, out var written)
            || written != Length
            || BinaryPrimitives.ReadUInt64BigEndian(bytes) != mark)
        {
            throw JiraRefusal.BadRequest(Invalid);
        }

        return (long)(BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]) ^ mark);
    }
}
