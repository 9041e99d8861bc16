using System.Globalization;
using System.Text.RegularExpressions;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>Makes the queries that list a team's items. They are always bounded to the project, name no date, and ask in the order of ids, which no edit changes.</summary>
internal static partial class AzureQuery
{
    /// <summary>The query for a window of ids.</summary>
    /// <param name="condition">The team's condition; "" for all of the project.</param>
    /// <param name="from">Lowest id; 0 for no bound.</param>
    /// <param name="to">Highest id; null for no bound.</param>
    public static string Of(string condition, long from = 0, long? to = null) => Select(condition, from, to, "[System.Id]");

    /// <summary>The query that gives the highest id first.</summary>
    public static string Highest(string condition) => Select(condition, 0, null, "[System.Id] DESC");

    /// <summary>A value in quotes.</summary>
    public static string Quoted(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>The condition of a team's query: what stands behind WHERE, or the whole where it is a condition already. Order and columns are left out.</summary>
    /// <exception cref="TrackerException">It is no query for items, or its brackets and quotes do not close, so that it could reach beyond the project.</exception>
    public static string ConditionOf(AzureSite site, string query)
    {
        var (from, where, end, closed) = Parts(query);
        var whole = query.TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase);
        if (!closed)
        {
            throw site.Settings($"the team's query {query} has a bracket or a quote that does not close. Expected WIQL, as a whole query or as the condition behind WHERE. Mend {site.TeamSetting("Query")}.");
        }

        if (whole && (from < 0 || !Items().IsMatch(query[from..])))
        {
            throw site.Settings($"the team's query {query} does not ask for items. Expected SELECT … FROM WorkItems, since a query for links gives no list. Mend {site.TeamSetting("Query")}.");
        }

        var condition = whole ? where < 0 ? "" : query[(where + "WHERE".Length)..end] : query[..end];
        return condition.Trim();
    }

    private static string Select(string condition, long from, long? to, string order)
    {
        var bounds = string.Create(CultureInfo.InvariantCulture, $"{(from > 0 ? $" AND [System.Id] >= {from}" : "")}{(to is { } last ? $" AND [System.Id] <= {last}" : "")}");
        return $"SELECT [System.Id] FROM WorkItems WHERE [System.TeamProject] = @project{(condition.Length == 0 ? "" : $" AND ({condition})")}{bounds} ORDER BY {order}";
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
