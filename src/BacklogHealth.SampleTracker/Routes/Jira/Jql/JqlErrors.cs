namespace BacklogHealth.SampleTracker.Routes.Jira.Jql;

/// <summary>What Jira says to a query that it cannot run.</summary>
internal static class JqlErrors
{
    public static JiraRefusal At(string message, int position) =>
        JiraRefusal.BadRequest(FormattableString.Invariant($"Error in the JQL Query: {message} (line 1, character {position})"));

    public static JiraRefusal NoOperator(JqlToken found) => At(
        found.Kind is JqlTokenKind.End
            ? "Expecting operator before the end of the query. The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'."
            : $"Expecting operator but got '{found.Text}'. The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'.",
        found.Position);

    public static JiraRefusal Expected(string what, JqlToken found) =>
        At(found.Kind is JqlTokenKind.End ? $"Expecting {what} before the end of the query." : $"Expecting {what} but got '{found.Text}'.", found.Position);

    public static JiraRefusal NoField(string field) => JiraRefusal.BadRequest($"Field '{field}' does not exist or you do not have permission to view it.");

    public static JiraRefusal NoValue(string value, string field) => JiraRefusal.BadRequest($"The value '{value}' does not exist for the field '{field}'.");

    public static JiraRefusal NoSuchOperator(string @operator, string field) => JiraRefusal.BadRequest($"The operator '{@operator}' is not supported by the '{field}' field.");

    public static JiraRefusal NoFunction(string name) => JiraRefusal.BadRequest($"Unable to find JQL function '{name}()'.");

    public static JiraRefusal NoOrder(string field) => JiraRefusal.BadRequest($"Not able to sort using field '{field}'.");

    public static JiraRefusal NoDate(string value, string field) => JiraRefusal.BadRequest(
        $"Date value '{value}' for field '{field}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.");
}
