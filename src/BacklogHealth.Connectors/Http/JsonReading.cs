using System.Globalization;
using System.Text.Json;

namespace BacklogHealth.Connectors.Http;

/// <summary>Reads members of JSON whose shape cannot be relied on: what is not there, or is something else, is null.</summary>
internal static class JsonReading
{
    /// <summary>A member; null where it is missing or null, or where the element has no members.</summary>
    public static JsonElement? Get(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;

    /// <summary>A member as text; numbers as they are written; null for anything else.</summary>
    public static string? Text(this JsonElement element, string name) => element.Get(name)?.AsText();

    /// <summary>The element as text; numbers as they are written; null for anything else.</summary>
    public static string? AsText(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetRawText(),
        _ => null,
    };

    /// <summary>A member as a number; null where it is none, or not finite.</summary>
    public static double? Number(this JsonElement element, string name) =>
        double.TryParse(element.Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>A member that is true or false; null where it is neither.</summary>
    public static bool? Flag(this JsonElement element, string name) => element.Get(name)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>The entries of a list; none where it is no list.</summary>
    public static IEnumerable<JsonElement> Entries(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];
}
