using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace BacklogHealth.Connectors.Http;

/// <summary>
/// Reads an answer's bytes as JSON. People's texts hold what no reader of text expects (NUL characters, halves of surrogate pairs, broken UTF-8);
/// it is replaced here once, so that no text behind this can throw, and marked (<see cref="JsonMarks"/>) where words or more were lost. Bytes without
/// such text are not copied.
/// </summary>
internal static class JsonBody
{
    /// <summary>Deepest nesting that is read: far more than any document that a person wrote, far less than a stack. What lies deeper is left out.</summary>
    public const int MaxDepth = 512;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth };

    /// <summary>Parses.</summary>
    /// <exception cref="JsonException">The bytes are no JSON.</exception>
    public static JsonDocument Parse(byte[] body) => Parse(body.AsMemory());

    /// <summary>Parses. The bytes may be changed, and belong to the document until it is disposed.</summary>
    /// <exception cref="JsonException">The bytes are no JSON.</exception>
    public static JsonDocument Parse(Memory<byte> body)
    {
        var json = Mended(body);
        try
        {
            return JsonDocument.Parse(json, Options);
        }
        catch (JsonException) when (Shallow(json.Span) is { } shallow)
        {
            return JsonDocument.Parse(shallow, Options);
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

    // The same without what is nested too deep; null where nothing is, or where the bytes are no JSON.
    private static byte[]? Shallow(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        var (shallow, copied) = (new ArrayBufferWriter<byte>(json.Length), 0);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is (JsonTokenType.StartObject or JsonTokenType.StartArray) && reader.CurrentDepth >= MaxDepth)
                {
                    shallow.Write(json[copied..(int)reader.TokenStartIndex]);
                    shallow.Write(JsonMarks.TooDeep);
                    reader.Skip();
                    copied = (int)reader.BytesConsumed;
                }
            }
        }
        catch (JsonException)
        {
            return null;
        }

        if (copied == 0)
        {
            return null;
        }

        shallow.Write(json[copied..]);
        return shallow.WrittenSpan.ToArray();
    }

    private static Memory<byte> Mended(Memory<byte> body)
    {
        var json = body.Span.StartsWith(Encoding.UTF8.Preamble) ? body[Encoding.UTF8.Preamble.Length..] : body;
        if (!Utf8.IsValid(json.Span))
        {
            json = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json.Span));
        }

        Mend(json.Span);
        return json;
    }

    // Looks for the two bytes that begin an escaped character: other escapes, of which texts are full, are leapt over.
    private static void Mend(Span<byte> json)
    {
        var from = 0;
        while (json[from..].IndexOf("\\u"u8) is var next and >= 0)
        {
            var at = from + next;
            from = at + 2;
            if (JsonMarks.IsItselfEscaped(json, at))
            {
                continue;
            }

            switch (Escape(json, at))
            {
                case 0:
                    JsonMarks.Nul.CopyTo(json[at..]);
                    break;
                case >= 0xD800 and <= 0xDBFF when Escape(json, at + 6) is >= 0xDC00 and <= 0xDFFF:
                    from = at + 12;
                    break;
                case >= 0xD800 and <= 0xDFFF:
                    "\\uFFFD"u8.CopyTo(json[at..]);
                    break;
            }
        }
    }

    private static int? Escape(ReadOnlySpan<byte> json, int at) =>
        at + 6 <= json.Length && json[at..].StartsWith("\\u"u8) && ushort.TryParse(json.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
}
