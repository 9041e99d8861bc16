using System.Globalization;
using BacklogHealth.Connectors.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>Reads one change of one field: ids stand in <c>from</c> and <c>to</c>, words in <c>fromString</c> and <c>toString</c>.</summary>
internal static class JiraChange
{
    // Fields of apps keep whole documents in histories; the product reads none of them.
    private const int LongestOther = 20_000;

    /// <summary>The change; null where it names no field.</summary>
    public static FieldChange? Read(in JiraHistoryItem item, DateTimeOffset at, string? author, JiraDialect dialect, JiraFields fields)
    {
        if (string.IsNullOrEmpty(item.Field))
        {
            return null;
        }

        var field = fields.NameOf(item.FieldId, item.Field);
        var people = field is null && JiraPeople.IsOfPeople(fields, item) ? dialect : null;
        return new FieldChange(at, field ?? item.Field, Value(field, people, item.From, item.FromWords), Value(field, people, item.To, item.ToWords), author);
    }

    // Of people, histories hold ids and names; the product keeps no name.
    private static FieldValue? Value(string? field, JiraDialect? people, string? id, string? words)
    {
        id = string.IsNullOrEmpty(id) ? null : id;
        words = string.IsNullOrEmpty(words) ? null : words;
        if (people is not null)
        {
            return JiraPeople.Ids(people, id) is { } opaque ? new(opaque, opaque) : null;
        }

        if (id is null && words is null)
        {
            return null;
        }

        return field switch
        {
            FieldNames.Description or FieldNames.AcceptanceCriteria => FieldValue.Of(TextLimit.Cut(WikiMarkupText.Read(TextLimit.Cut(words ?? id!)))),
            FieldNames.Title => new(JiraText.Line(words ?? id!)),
            FieldNames.Sprint => new(words ?? id!, Ids(id)),
            FieldNames.StoryPoints => new(Number(words ?? id!)),
            FieldNames.Due => new((id ?? words!) is { Length: > 10 } long10 ? long10[..10] : id ?? words!),
            FieldNames.Rank or FieldNames.Labels or FieldNames.Key => new(words ?? id!),
            null => new(Shortened(words ?? id!), words is null || id is null ? null : Shortened(id)),
            _ => new(words ?? id!, id),
        };
    }

    private static string? Ids(string? ids) => ids is null || !ids.Contains(',', StringComparison.Ordinal)
        ? ids
        : string.Join(", ", ids.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static string Number(string words) =>
        double.TryParse(words, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number.ToString("R", CultureInfo.InvariantCulture)
            : words;

    private static string Shortened(string text) =>
        text.Length <= LongestOther ? text : text[..(char.IsHighSurrogate(text[LongestOther - 1]) ? LongestOther - 1 : LongestOther)];
}
