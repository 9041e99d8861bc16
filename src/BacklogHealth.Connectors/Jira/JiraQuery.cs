namespace BacklogHealth.Connectors.Jira;

/// <summary>
/// Makes the query that lists a team's items. It is always bounded, always in an order that no edit changes, and never holds a date: dates are read in
/// the zone of the account.
/// </summary>
internal static class JiraQuery
{
    // Items that were created in the same instant stand by their keys.
    private const string Order = " ORDER BY created ASC, key ASC";

    /// <summary>The query of a team that has a query or a project; null where it has neither.</summary>
    public static string? Of(JiraOptions options) =>
        Of(options.Query) ?? (string.IsNullOrWhiteSpace(options.Project) ? null : $"project = {Quoted(options.Project)}{Order}");

    /// <summary>A query in the order of listings; null where nothing of it bounds the listing.</summary>
    public static string? Of(string query)
    {
        var bounded = WithoutOrder(query).Trim();
        return bounded.Length > 0 ? $"({bounded}){Order}" : null;
    }

    /// <summary>A query for items by id.</summary>
    public static string Of(IEnumerable<string> ids) => $"id in ({string.Join(", ", ids)})";

    /// <summary>True for ids as Jira gives them: numbers. Nothing else may reach a query.</summary>
    public static bool IsId(string id) => id.Length is > 0 and < 19 && id.All(char.IsAsciiDigit);

    private static string Quoted(string value) =>
        $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    // An order stands last in JQL; the same words inside quotes are only words.
    private static string WithoutOrder(string query)
    {
        var quote = '\0';
        for (var i = 0; i < query.Length; i++)
        {
            var c = query[i];
            if (quote != '\0')
            {
                i += c == '\\' ? 1 : 0;
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if ((i == 0 || char.IsWhiteSpace(query[i - 1]) || query[i - 1] == ')') && IsOrder(query[i..]))
            {
                return query[..i];
            }
        }

        return query;
    }

    private static bool IsOrder(string rest)
    {
        var words = rest.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 2 && words[0].Equals("order", StringComparison.OrdinalIgnoreCase) && words[1].Equals("by", StringComparison.OrdinalIgnoreCase);
    }
}
