using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using BacklogHealth.Connectors.Http;

namespace BacklogHealth.Connectors.Jira;

/// <summary>
/// Reads the short words that histories repeat millions of times (names and ids of fields, states and accounts) without making a new string each
/// time. Safe for several threads: a place holds one whole string or another.
/// </summary>
internal static class JiraWords
{
    private const int Longest = 40;
    private static readonly string?[] Places = new string?[2048];

    /// <summary>A value as text; numbers as they are written; null for anything else.</summary>
    public static string? Of(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return value.AsText();
        }

        var raw = JsonMarshal.GetRawUtf8Value(value);
        var word = raw[1..^1];
        if (word.Length is 0 or > Longest || word.Contains((byte)'\\'))
        {
            return value.GetString();
        }

        var hash = 0u;
        foreach (var unit in word)
        {
            hash = (hash * 31) + unit;
        }

        ref var place = ref Places[hash % (uint)Places.Length];
        return place is { } known && Ascii.Equals(word, known) ? known : place = value.GetString();
    }
}
