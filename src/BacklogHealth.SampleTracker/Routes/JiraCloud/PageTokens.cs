using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

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
        var mark = Hash(query);
        BinaryPrimitives.WriteUInt64BigEndian(bytes, mark);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (ulong)position ^ mark);
        return Base64Url.EncodeToString(bytes);
    }

    /// <exception cref="JiraRefusal">It was not given for this query.</exception>
    public static long Position(string query, string token)
    {
        Span<byte> bytes = stackalloc byte[Length];
        var mark = Hash(query);
        if (!Base64Url.IsValid(token)
            || !Base64Url.TryDecodeFromChars(token, bytes, out var written)
            || written != Length
            || BinaryPrimitives.ReadUInt64BigEndian(bytes) != mark)
        {
            throw JiraRefusal.BadRequest(Invalid);
        }

        return (long)(BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]) ^ mark);
    }

    /// <summary>The token that a request carries in its query or body; null where it carries none.</summary>
    public static string? Sent(string target, byte[] body)
    {
        var at = target.IndexOf('?', StringComparison.Ordinal);
        if (at >= 0 && QueryHelpers.ParseQuery(target[at..]).TryGetValue("nextPageToken", out var values))
        {
            return values.ToString();
        }

        if (body.Length == 0)
        {
            return null;
        }

        using var document = JsonDocument.Parse(body);
        return document.RootElement.TryGetProperty("nextPageToken", out var token) && token.ValueKind is JsonValueKind.String ? token.GetString() : null;
    }

    /// <summary>FNV-1a, 64 bits.</summary>
    private static ulong Hash(string text)
    {
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            hash = (hash ^ b) * 1_099_511_628_211UL;
        }

        return hash;
    }
}
