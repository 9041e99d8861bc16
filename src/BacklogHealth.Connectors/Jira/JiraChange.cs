using System.Globalization;
using System.Text.Json;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Connectors.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>Reads one change of one field: ids stand in <c>from</c> and <c>to</c>, words in <c>fromString</c> and <c>toString</c>.</summary>
internal static class JiraChange
{
    // Fields of apps keep whole documents in histories; the product reads none of them.
    private const int LongestOther = 20_000;

    // Their words are people's names, which the product never keeps; their ids are opaque.
    private static readonly string[] OfPeople = ["assignee", "reporter", "creator"];

    /// <summary>The change; null where it names no field.</summary>
    public static FieldChange? Read(JsonElement item, DateTimeOffset at, string? author, JiraFields fields)
    {
        if (item.Text("field") is not { Length: > 0 } name)
        {
            return null;
        }

        var field = fields.NameOf(item.Text("fieldId"), name);
        return new FieldChange(
            at,
            field ?? name,
            Value(field, name, item.Text("from"), item.Text("fromString")),
            Value(field, name, item.Text("to"), item.Text("toString")),
            author);
    }

    private static FieldValue? Value(string? field, string name, string? id, string? words)
    {
        id = string.IsNullOrEmpty(id) ? null : id;
        words = string.IsNullOrEmpty(words) ? null : words;
        if (id is null && words is null)
        {
            return null;
        }

        return field switch
        {
            FieldNames.Description or FieldNames.AcceptanceCriteria => FieldValue.Of(WikiMarkupText.Read(words ?? id)),
            FieldNames.Title => new(JiraText.Line(words ?? id!)),
            FieldNames.Sprint => new(words ?? id!, id is null ? null : string.Join(", ", id.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))),
            FieldNames.StoryPoints => new(Number(words ?? id!)),
            FieldNames.Due => new((id ?? words!) is { Length: > 10 } long10 ? long10[..10] : id ?? words!),
            FieldNames.Rank or FieldNames.Labels or FieldNames.Key => new(words ?? id!),
            null when OfPeople.Contains(name, StringComparer.OrdinalIgnoreCase) => id is null ? null : new(id, id),
            null => new(Shortened(words ?? id!), words is null ? null : id is null ? null : Shortened(id)),
            _ => new(words ?? id!, id),
        };
    }

    private static string Number(string words) =>
        double.TryParse(words, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number.ToString("R", CultureInfo.InvariantCulture)
            : words;

    private static string Shortened(string text) =>
        text.Length <= LongestOther ? text : text[..(char.IsHighSurrogate(text[LongestOther - 1]) ? LongestOther - 1 : LongestOther)];
}
