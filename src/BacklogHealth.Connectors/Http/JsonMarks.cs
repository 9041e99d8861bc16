using System.Runtime.InteropServices;
using System.Text.Json;

namespace BacklogHealth.Connectors.Http;

/// <summary>
/// What stands in an answer in the place of what could not be read. No writer of JSON escapes a space or a dot, so that these escapes are known again,
/// in the answer itself and in whatever keeps its bytes, while their texts read as people expect.
/// </summary>
internal static class JsonMarks
{
    /// <summary>In the place of a NUL character: a space.</summary>
    public static ReadOnlySpan<byte> Nul => @"\u0020"u8;

    /// <summary>In the place of a value that is nested too deep: three dots, with their quotes.</summary>
    public static ReadOnlySpan<byte> TooDeep => "\"\\u002E\\u002E\\u002E\""u8;

    /// <summary>What was replaced in parts of answers, as sentences about the item that they are of; none for nearly all.</summary>
    public static IEnumerable<string> Notes(params IEnumerable<JsonElement> parts)
    {
        var (nul, tooDeep) = (false, false);
        foreach (var part in parts.Where(p => p.ValueKind != JsonValueKind.Undefined))
        {
            var json = JsonMarshal.GetRawUtf8Value(part);
            nul = nul || HoldsNul(json);
            tooDeep = tooDeep || json.IndexOf(TooDeep) >= 0;
        }

        return [.. nul ? ["It held NUL characters; each became a space."] : Array.Empty<string>(), .. tooDeep ? [FormattableString.Invariant($"It is nested deeper than {JsonBody.MaxDepth} levels; what lies deeper was left out.")] : Array.Empty<string>()];
    }

    /// <summary>True where an odd number of backslashes stands in front of a place: what is there is itself escaped, and begins no escape.</summary>
    public static bool IsItselfEscaped(ReadOnlySpan<byte> json, int at) => (at - 1 - json[..at].LastIndexOfAnyExcept((byte)'\\')) % 2 == 1;

    private static bool HoldsNul(ReadOnlySpan<byte> json)
    {
        for (var from = 0; json[from..].IndexOf(Nul) is var next and >= 0; from += next + Nul.Length)
        {
            if (!IsItselfEscaped(json, from + next))
            {
                return true;
            }
        }

        return false;
    }
}
