using System.Text;
using System.Text.Json;

namespace BacklogHealth.Connectors.Files;

/// <summary>Reads a file of JSON lines, one object a line. Values may be texts, numbers, true or false; lists are joined by ";".</summary>
internal sealed class JsonRows(string path, TextLines lines)
{
    private const string Expected = "one JSON object with texts, numbers and lists of texts";

    /// <summary>All rows; blank lines are left out.</summary>
    public IEnumerable<RawRow> Read()
    {
        foreach (var (line, text) in lines.Read())
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                yield return Row(line, text);
            }
        }
    }

    private RawRow Row(long line, string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? new RawRow(line, Cells(json.RootElement))
                : RawRow.Bad(BadRow.OfRow(path, line, BadRow.Quote(text), Expected));
        }
        catch (JsonException e)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            var column = FormattableString.Invariant($"{Encoding.UTF8.GetCharCount(bytes, 0, (int)Math.Min(bytes.Length, e.BytePositionInLine ?? 0)) + 1}");
            return RawRow.Bad(BadRow.OfRow(path, line, "text that is no JSON", Expected) with { Column = column });
        }
        catch (InvalidOperationException)
        {
            return RawRow.Bad(BadRow.OfRow(path, line, "half of a surrogate pair in a name or text", "whole characters"));
        }
    }

    private static Dictionary<string, string> Cells(JsonElement row)
    {
        var properties = row.EnumerateObject().ToList();
        var names = ItemColumns.NamesOf([.. properties.Select(p => p.Name)]);
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            var value = Text(properties[i].Value);
            if (!string.IsNullOrWhiteSpace(value) && names[i].Length > 0)
            {
                cells[names[i]] = value;
            }
        }

        return cells;
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() ?? "",
        JsonValueKind.Null => "",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Array => string.Join(';', value.EnumerateArray().Select(Text)),
        _ => value.GetRawText(),
    };
}
