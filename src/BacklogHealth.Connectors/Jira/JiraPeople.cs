using System.Text.Json;

namespace BacklogHealth.Connectors.Jira;

/// <summary>Keeps people's names out of all that is stored: of an account, its opaque id is left.</summary>
internal static class JiraPeople
{
    /// <summary>True where a change is of a field whose values are people.</summary>
    public static bool IsOfPeople(JiraFields fields, in JiraHistoryItem item) => (item.FieldId ?? item.Field) is { } field && fields.People.Contains(field);

    /// <summary>The ids of one or several accounts, as a history lists them; null where there is none.</summary>
    public static string? Ids(JiraDialect dialect, string? ids)
    {
        if (string.IsNullOrEmpty(ids))
        {
            return null;
        }

        var several = ids.Trim('[', ']').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return several.Length == 0 ? null : string.Join(", ", several.Select(dialect.Opaque));
    }

    /// <summary>True where an object describes an account.</summary>
    public static bool IsAccount(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && (element.TryGetProperty("accountId", out _) || element.TryGetProperty("displayName", out _) || element.TryGetProperty("emailAddress", out _));

    /// <summary>Writes an account: its opaque id alone.</summary>
    public static void Write(Utf8JsonWriter json, JiraDialect dialect, JsonElement account)
    {
        json.WriteStartObject();
        if (dialect.AccountOf(account) is { } id)
        {
            json.WriteString("accountId", id);
        }

        json.WriteEndObject();
    }
}
