using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Connectors.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>Reads the texts of one item, of which it knows whether they are Markdown, and notes what had to be cut.</summary>
internal sealed class AzureTexts
{
    // Fields of extensions keep whole documents in histories; the product reads none of them.
    private const int LongestOther = 20_000;
    private readonly HashSet<string> _markdown;
    private readonly Dictionary<(string Text, string Field), FieldValue> _read = [];

    /// <summary>Learns from an item which of its fields hold Markdown.</summary>
    public AzureTexts(JsonElement workItem) => _markdown =
        workItem.Get("multilineFieldsFormat") is { ValueKind: JsonValueKind.Object } formats
            ? formats.EnumerateObject().Where(f => "markdown".Equals(f.Value.AsText(), StringComparison.OrdinalIgnoreCase)).Select(f => f.Name).ToHashSet(StringComparer.OrdinalIgnoreCase)
            : [];

    /// <summary>The text of a field as it stands now.</summary>
    public StructuredText Read(string? text, string? field, string what, ImmutableArray<string>.Builder notes)
    {
        if (text is { Length: > TextLimit.Longest })
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"Its {what} has {text.Length} characters; the first {TextLimit.Cut(text).Length} were read."));
        }

        return AzureText.Read(text, field is not null && _markdown.Contains(field));
    }

    /// <summary>The text of a field as a history keeps it; null for an empty one.</summary>
    public FieldValue? Value(string? text, string? field)
    {
        if (string.IsNullOrWhiteSpace(text) || field is null)
        {
            return null;
        }

        if (!_read.TryGetValue((text, field), out var value))
        {
            _read.Add((text, field), value = FieldValue.Of(AzureText.Read(text, _markdown.Contains(field))));
        }

        return value;
    }

    /// <summary>The value of a field that the product has no name for: of people, the opaque id alone.</summary>
    public static FieldValue? Other(JsonElement? value)
    {
        if (value?.ValueKind == JsonValueKind.Object)
        {
            return value.Value.Text("id") is { } id ? new(id, id) : null;
        }

        var text = value?.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.Value.GetRawText() : value?.AsText();
        return string.IsNullOrEmpty(text) ? null
            : new(text.Length <= LongestOther ? text : text[..(char.IsHighSurrogate(text[LongestOther - 1]) ? LongestOther - 1 : LongestOther)]);
    }
}
