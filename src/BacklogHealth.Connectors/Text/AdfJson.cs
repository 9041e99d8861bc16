using System.Globalization;
using System.Text;
using System.Text.Json;

namespace BacklogHealth.Connectors.Text;

/// <summary>Reads JSON that may be anything: what is not there, or not of the expected shape, is null; nothing throws.</summary>
internal static class AdfJson
{
    /// <summary>A property of an object; null where there is none.</summary>
    public static JsonElement? Property(JsonElement? owner, string name)
    {
        try
        {
            return owner is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(name, out var value) ? value : null;
        }
        catch (InvalidOperationException)
        {
            // A name beside it holds a lone surrogate; the object cannot be searched.
            return null;
        }
    }

    /// <summary>A value of the node's <c>attrs</c>.</summary>
    public static JsonElement? Attribute(JsonElement? node, string name) => Property(Property(node, "attrs"), name);

    /// <summary>A string or number as text; null for everything else.</summary>
    public static string? Text(JsonElement? value)
    {
        if (value is { ValueKind: JsonValueKind.Number } number)
        {
            return number.GetRawText();
        }

        if (value is not { ValueKind: JsonValueKind.String } text)
        {
            return null;
        }

        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return Unescape(text.GetRawText());
        }
    }

    /// <summary>A number within the range of int; null for everything else.</summary>
    public static int? Number(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var d) && Math.Abs(d) < int.MaxValue ? (int)d : null;

    // JSON may hold half of a surrogate pair, which GetString refuses; here each half is kept, and cleaned where the text is built.
    private static string Unescape(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 1; i < raw.Length - 1; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }

            switch (raw[++i])
            {
                case 'u' when i + 4 < raw.Length && ushort.TryParse(raw.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit):
                    text.Append((char)unit);
                    i += 4;
                    break;
                case 'n': text.Append('\n'); break;
                case 't': text.Append('\t'); break;
                case 'r': text.Append('\r'); break;
                case 'b' or 'f': break;
                default: text.Append(raw[i]); break;
            }
        }

        return text.ToString();
    }
}
