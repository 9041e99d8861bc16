namespace BacklogHealth.SampleTracker.Routes.Jira.Jql;

/// <summary>A query that has been read.</summary>
/// <param name="Where">Which issues it finds; null where it restricts nothing.</param>
/// <param name="Order">In which order; never leaves two issues equal.</param>
internal sealed record JqlQuery(Func<JiraIssue, bool>? Where, IComparer<JiraIssue> Order)
{
    /// <summary>Reads a query as the site's account means it.</summary>
    /// <exception cref="JiraRefusal">It cannot be read, or names what is not there.</exception>
    public static JqlQuery Parse(string jql, JiraSite site, DateTimeOffset now) => new JqlParser(JqlTokens.Of(jql), new JqlFields(site, now)).Query();
}
