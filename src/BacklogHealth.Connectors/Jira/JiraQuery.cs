namespace BacklogHealth.Connectors.Jira;

/// <summary>Makes the query that lists a team's items. It is always bounded and always in an order that no edit changes.</summary>
internal static class JiraQuery
{
    private const string Order = " ORDER BY created ASC";

    public static string Of(JiraOptions options)
    {
        var query = WithoutOrder(options.Query).Trim();
        return query.Length > 0 ? $"({query}){Order}" : $"project = {Quoted(options.Project)}{Order}";
    }

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
