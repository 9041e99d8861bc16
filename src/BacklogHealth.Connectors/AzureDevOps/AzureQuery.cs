using System.Globalization;
using System.Text.RegularExpressions;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>Makes the queries that list items. They name no date of their own, and ask in the order of ids, which no edit changes.</summary>
internal static partial class AzureQuery
{
    /// <summary>The query for a window of ids.</summary>
    /// <param name="where">The whole condition.</param>
    /// <param name="from">Lowest id; 0 for no bound.</param>
    /// <param name="to">Highest id; null for no bound.</param>
    public static string Of(string where, long from = 0, long? to = null) => Select(where, from, to, "[System.Id]");

    /// <summary>The query that gives the highest id first.</summary>
    public static string Highest(string where) => Select(where, 0, null, "[System.Id] DESC");

    /// <summary>The whole condition that lists a team's items: always bounded to the project.</summary>
    /// <param name="condition">The team's condition; "" for all of the project.</param>
    public static string InProject(string condition) => $"[System.TeamProject] = @project{(condition.Length == 0 ? "" : $" AND ({condition})")}";

    /// <summary>A value in quotes.</summary>
    public static string Quoted(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>The condition of a team's query: what stands behind WHERE, or the whole where it is a condition already. Order and columns are left out.</summary>
    /// <exception cref="TrackerException">It is no query for items, or its brackets and quotes do not close, so that it could reach beyond the project.</exception>
    public static string ConditionOf(AzureSite site, string query)
    {
        var (condition, found, expected) = Read(query);
        return found.Length == 0 ? condition : throw site.Settings($"the team's query {query} {found}. Expected {expected}. Mend {site.TeamSetting("Query")}.");
    }

    /// <summary>The condition of a query; or what was found wrong with it and what was expected, both "" where it can be used.</summary>
    public static (string Condition, string Found, string Expected) Read(string query)
    {
        var (from, where, end, closed) = Parts(query);
        var whole = query.TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase);
        if (!closed)
        {
            return ("", "has a bracket or a quote that does not close", "WIQL, as a whole query or as the condition behind WHERE");
        }

        if (whole && (from < 0 || !Items().IsMatch(query[from..])))
        {
            return ("", "does not ask for items", "SELECT … FROM WorkItems, since a query for links gives no list");
        }

        var condition = whole ? where < 0 ? "" : query[(where + "WHERE".Length)..end] : query[..end];
        return (condition.Trim(), "", "");
    }

    private static string Select(string where, long from, long? to, string order)
    {
        var bounds = string.Create(CultureInfo.InvariantCulture, $"{(from > 0 ? $" AND [System.Id] >= {from}" : "")}{(to is { } last ? $" AND [System.Id] <= {last}" : "")}");
        return $"SELECT [System.Id] FROM WorkItems WHERE {where}{bounds} ORDER BY {order}";
    }

    // Where FROM and WHERE stand outside quotes, names and brackets, and where the condition ends.
    private static (int From, int Where, int End, bool Closed) Parts(string query)
    {
        var (from, where, depth) = (-1, -1, 0);
        for (var i = 0; i < query.Length; i++)
        {
            if (query[i] is '\'' or '"' or '[')
            {
                var end = query.IndexOf(query[i] == '[' ? ']' : query[i], i + 1);
                if (end < 0)
                {
                    return (from, where, query.Length, false);
                }

                i = end;
            }
            else if (query[i] is '(' or ')')
            {
                depth += query[i] == '(' ? 1 : -1;
                if (depth < 0)
                {
                    return (from, where, query.Length, false);
                }
            }
            else if (depth == 0 && (i == 0 || !char.IsLetterOrDigit(query[i - 1])) && Word().Match(query, i) is { Success: true } word && word.Index == i)
            {
                switch (word.Value.ToUpperInvariant())
                {
                    case "FROM" when from < 0:
                        from = i;
                        break;
                    case "WHERE" when where < 0:
                        where = i;
                        break;
                    case "ORDER" or "ASOF" or "MODE":
                        return (from, where, i, true);
                }
            }
        }

        return (from, where, query.Length, depth == 0);
    }

    [GeneratedRegex(@"\G(?:FROM|WHERE|ORDER(?=\s+BY\b)|ASOF|MODE(?=\s*\())\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"^FROM\s+WorkItems\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Items();
}
