namespace BacklogHealth.SampleTracker.Routes.Jira.Jql;

/// <summary>A query that has been read.</summary>
/// <param name="Where">Which issues it finds; null where it restricts nothing.</param>
/// <param name="Order">In which order; never leaves two issues equal.</param>
internal sealed record JqlQuery(Func<JiraIssue, bool>? Where, IComparer<JiraIssue> Order)
{
    /// <summary>Reads a query as the site's account means it.</summary>
    /// <param name="jql">The query.</param>
    /// <param name="site">The site.</param>
    /// <param name="now">The time that relative dates begin from.</param>
    /// <param name="isChecked">Whether a value that the site does not have is refused, or else found by nothing.</param>
    /// <exception cref="JiraRefusal">It cannot be read, or names what is not there.</exception>
    public static JqlQuery Parse(string jql, JiraSite site, DateTimeOffset now, bool isChecked = true) => new JqlParser(JqlTokens.Of(jql), new JqlFields(site, now, isChecked)).Query();
}
