using System.Text.Json;

namespace BacklogHealth.Connectors.Jira;

/// <summary>The change of one field in an entry of a history. Values stay where they were sent until one is asked for: some are whole documents.</summary>
/// <param name="Whole">The change as it was sent.</param>
/// <param name="Field">Jira's name of the field; null where there is none.</param>
/// <param name="FieldId">Its id; null where there is none, as on a Data Center.</param>
internal readonly record struct JiraHistoryItem(JsonElement Whole, string? Field, string? FieldId)
{
    private JsonElement FromValue { get; init; }

    private JsonElement FromWordsValue { get; init; }

    private JsonElement ToValue { get; init; }

    private JsonElement ToWordsValue { get; init; }

    /// <summary>The id of what it was before; null where there is none.</summary>
    public string? From => JiraWords.Of(FromValue);

    /// <summary>What it was before in words; null where there are none.</summary>
    public string? FromWords => JiraWords.Of(FromWordsValue);

    /// <summary>The id of what it became; null where there is none.</summary>
    public string? To => JiraWords.Of(ToValue);

    /// <summary>What it became in words; null where there are none.</summary>
    public string? ToWords => JiraWords.Of(ToWordsValue);

    /// <summary>Reads a change in one walk over its members; anything but an object is one without members.</summary>
    public static JiraHistoryItem Of(JsonElement item)
    {
        var (field, fieldId) = default((string?, string?));
        var (from, fromWords, to, toWords) = default((JsonElement, JsonElement, JsonElement, JsonElement));
        foreach (var member in item.ValueKind == JsonValueKind.Object ? item.EnumerateObject() : default)
        {
            if (member.NameEquals("field"u8))
            {
                field = JiraWords.Of(member.Value);
            }
            else if (member.NameEquals("fieldId"u8))
            {
                fieldId = JiraWords.Of(member.Value);
            }
            else if (member.NameEquals("from"u8))
            {
                from = member.Value;
            }
            else if (member.NameEquals("fromString"u8))
            {
                fromWords = member.Value;
            }
            else if (member.NameEquals("to"u8))
            {
                to = member.Value;
            }
            else if (member.NameEquals("toString"u8))
            {
                toWords = member.Value;
            }
        }

        return new(item, field, fieldId) { FromValue = from, FromWordsValue = fromWords, ToValue = to, ToWordsValue = toWords };
    }
}
