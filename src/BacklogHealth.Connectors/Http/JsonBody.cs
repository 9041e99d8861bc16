using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace BacklogHealth.Connectors.Http;

/// <summary>
/// Reads an answer's bytes as JSON. People's texts hold what no reader of text expects (NUL characters, halves of surrogate pairs, broken UTF-8);
/// it is replaced here once, so that no text behind this can throw.
/// </summary>
internal static class JsonBody
{
    /// <summary>Deepest nesting that is read: far more than any document that a person wrote, far less than a stack.</summary>
    public const int MaxDepth = 512;

    /// <summary>Parses.</summary>
    /// <exception cref="JsonException">The bytes are no JSON.</exception>
    public static JsonDocument Parse(byte[] body) => JsonDocument.Parse(Mended(body), new JsonDocumentOptions { MaxDepth = MaxDepth });

    /// <summary>True where the bytes are JSON and only their nesting is too deep.</summary>
    public static bool IsTooDeep(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = int.MaxValue });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>True where the bytes are the beginning of JSON and only its end is missing.</summary>
    public static bool IsCutShort(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = int.MaxValue }));
        try
        {
            var whole = false;
            while (reader.Read())
            {
                whole = reader.CurrentDepth == 0 && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray);
            }

            return !whole;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static byte[] Mended(byte[] body)
    {
        var mended = Utf8.IsValid(body) ? body : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body));
        for (var i = 0; i + 5 < mended.Length; i++)
        {
            if (mended[i] != (byte)'\\')
            {
                continue;
            }

            switch (Escape(mended, i))
            {
                case null:
                    i++; // the escaped character, which may be a backslash itself
                    break;
                case 0:
                    Replace(mended, i, "\\u0020"u8);
                    break;
                case >= 0xD800 and <= 0xDBFF when Escape(mended, i + 6) is >= 0xDC00 and <= 0xDFFF:
                    i += 11;
                    break;
                case >= 0xD800 and <= 0xDFFF:
                    Replace(mended, i, "\\uFFFD"u8);
                    break;
            }
        }

        return mended;
    }

    private static int? Escape(ReadOnlySpan<byte> text, int at)
    {
        if (at + 5 >= text.Length || text[at] != (byte)'\\' || text[at + 1] != (byte)'u')
        {
            return null;
        }

        var value = 0;
        foreach (var digit in text.Slice(at + 2, 4))
        {
            if (!char.IsAsciiHexDigit((char)digit))
            {
                return null;
            }

            value = (value << 4) + Convert.ToInt32(((char)digit).ToString(), 16);
        }

        return value;
    }

    private static void Replace(byte[] text, int at, ReadOnlySpan<byte> with) => with.CopyTo(text.AsSpan(at));
}
