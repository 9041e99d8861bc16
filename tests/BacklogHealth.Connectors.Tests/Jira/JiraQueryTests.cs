using BacklogHealth.Connectors.Jira;

namespace BacklogHealth.Connectors.Tests.Jira;

public sealed class JiraQueryTests
{
    [Theory]
    [InlineData("CHK", "", "project = \"CHK\" ORDER BY created ASC, key ASC")]
    [InlineData("A\"B\\C", "", "project = \"A\\\"B\\\\C\" ORDER BY created ASC, key ASC")]
    [InlineData("CHK", "labels = pay", "(labels = pay) ORDER BY created ASC, key ASC")]
    [InlineData("", "labels = pay  order   BY rank desc", "(labels = pay) ORDER BY created ASC, key ASC")]
    [InlineData("", "(labels = pay)order by rank", "((labels = pay)) ORDER BY created ASC, key ASC")]
    [InlineData("", "summary ~ \"in order by size\"", "(summary ~ \"in order by size\") ORDER BY created ASC, key ASC")]
    [InlineData("", "summary ~ \"a \\\" order by\" ORDER BY key", "(summary ~ \"a \\\" order by\") ORDER BY created ASC, key ASC")]
    [InlineData("CHK", "order by rank", "project = \"CHK\" ORDER BY created ASC, key ASC")]
    [InlineData("", "reorder = by", "(reorder = by) ORDER BY created ASC, key ASC")]
    public void A_query_is_bounded_and_in_an_order_that_no_edit_changes(string project, string query, string jql) =>
        Assert.Equal(jql, JiraQuery.Of(new JiraOptions { Name = "", BaseUrl = new Uri("https://acme.example"), User = "", Token = "", Project = project, Query = query }));
}
