using System.Globalization;

namespace BacklogHealth.SampleTracker.Routes.Jira.Jql;

/// <summary>The fields that queries may name, and what they mean on a site.</summary>
internal sealed class JqlFields(JiraSite site, DateTimeOffset now, bool isChecked)
{
    private readonly JqlDates _dates = new(site.Zone, now);

    /// <exception cref="JiraRefusal">There is no such field.</exception>
    public JqlField Find(string name) => name.ToLower(CultureInfo.InvariantCulture) switch
    {
        "project" => new JqlNames(name, ProjectNames, Known(name, site.Projects.SelectMany(p => new[] { p.Id, p.Key, p.Name }))),
        "key" or "issuekey" or "id" or "issue" => new JqlNames(name, i => [i.Item.Key, i.Item.Id], CheckIssue),
        "status" => new JqlNames(name, i => [i.Status.Name, i.Status.Id], Known(name, site.Projects.SelectMany(p => p.Statuses).SelectMany(s => new[] { s.Name, s.Id }))),
        "statuscategory" => new JqlNames(name, i => [i.Status.Category, JiraTypes.CategoryName(i.Status.Category)], Known(name, ["new", "indeterminate", "done", "To Do", "In Progress", "Done"])),
        "issuetype" or "type" => new JqlNames(name, i => [i.Item.Type], Known(name, JiraTypes.IssueTypes)),
        "priority" => new JqlNames(name, i => [i.Item.Priority], Known(name, JiraTypes.Priorities)),
        "labels" => new JqlNames(name, i => i.Item.Labels, check: null),
        "resolution" => new JqlNames(name, i => i.Item.Resolution is { } r ? [r] : [], check: null),
        "fixversion" => new JqlNames(name, i => i.Item.FixVersions, Known(name, site.Projects.SelectMany(p => p.Versions).Select(v => v.Name))),
        "sprint" => new JqlNames(name, SprintNames, Known(name, site.Projects.SelectMany(p => p.Sprints).SelectMany(s => new[] { s.Name, Text(s.Id) }))),
        "parent" => new JqlNames(name, ParentNames, CheckIssue),
        "created" or "createddate" => new JqlOrdered<DateTimeOffset>(name, i => i.Item.Created, text => _dates.Read(text, name)),
        "updated" or "updateddate" => new JqlOrdered<DateTimeOffset>(name, i => i.Item.Updated, text => _dates.Read(text, name)),
        "due" or "duedate" => new JqlOrdered<DateOnly>(name, i => i.Item.Due, text => _dates.ReadDay(text, name)),
        "summary" => new JqlText(name, i => i.Item.Title),
        "description" => new JqlText(name, Description),
        "text" => new JqlText(name, i => i.Item.Title + "\n" + Description(i)),
        _ when site.Fields.EpicLink?.IsClause(name) == true => new JqlNames(name, i => i.Item.Type == "Sub-task" ? [] : ParentNames(i), CheckIssue),
        _ when site.Fields.Estimate.IsClause(name) => new JqlOrdered<double>(name, i => i.Item.StoryPoints, text => Number(text, name)),
        _ => throw JqlErrors.NoField(name),
    };

    /// <exception cref="JiraRefusal">There is no such field, or it has no order.</exception>
    public Comparison<JiraIssue> Order(string name) => name.ToLower(CultureInfo.InvariantCulture) switch
    {
        "id" => (a, b) => a.NumericId.CompareTo(b.NumericId),
        "key" or "issuekey" or "issue" => ByKey,
        "project" => (a, b) => string.CompareOrdinal(a.Project.Key, b.Project.Key),
        "created" or "createddate" => (a, b) => a.Item.Created.CompareTo(b.Item.Created),
        "updated" or "updateddate" => (a, b) => a.Item.Updated.CompareTo(b.Item.Updated),
        _ when site.Fields.Rank.IsClause(name) => (a, b) => string.CompareOrdinal(a.Item.Rank, b.Item.Rank),
        "summary" => (a, b) => string.CompareOrdinal(a.Item.Title, b.Item.Title),
        "priority" => (a, b) => JiraTypes.Priorities.IndexOf(b.Item.Priority).CompareTo(JiraTypes.Priorities.IndexOf(a.Item.Priority)),
        "status" => (a, b) => Position(a).CompareTo(Position(b)),
        "due" or "duedate" => (a, b) => Nullable.Compare(a.Item.Due, b.Item.Due),
        _ when site.Fields.Estimate.IsClause(name) => (a, b) => Nullable.Compare(a.Item.StoryPoints, b.Item.StoryPoints),
        _ => throw Unordered(name),
    };

    private JiraRefusal Unordered(string name) => Find(name) is not null ? JqlErrors.NoOrder(name) : JqlErrors.NoField(name);

    private Action<string>? Known(string field, IEnumerable<string> values)
    {
        if (!isChecked)
        {
            return null;
        }

        var known = values.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return value =>
        {
            if (!known.Contains(value))
            {
                throw JqlErrors.NoValue(value, field);
            }
        };
    }

    private void CheckIssue(string idOrKey)
    {
        if (isChecked && site.FindIssue(idOrKey) is null)
        {
            throw JiraRefusal.BadRequest(long.TryParse(idOrKey, NumberStyles.None, CultureInfo.InvariantCulture, out _)
                ? $"A value with ID '{idOrKey}' does not exist for the field 'id'."
                : $"An issue with key '{idOrKey}' does not exist for field 'key'.");
        }
    }

    private static IEnumerable<string> ProjectNames(JiraIssue issue) => [issue.Project.Key, issue.Project.Id, issue.Project.Name];

    private static IEnumerable<string> SprintNames(JiraIssue issue) =>
        issue.Project.Sprints.Where(s => issue.Item.SprintIds.Contains(s.Id)).SelectMany(s => new[] { s.Name, Text(s.Id) });

    private IEnumerable<string> ParentNames(JiraIssue issue) =>
        issue.Item.ParentId is { } id && site.FindIssue(id) is { } parent ? [parent.Item.Key, parent.Item.Id] : [];

    private static string? Description(JiraIssue issue) =>
        issue.Item.Description is { } text ? string.Join('\n', text.Blocks.Select(b => b.Text)) : null;

    private static int ByKey(JiraIssue a, JiraIssue b)
    {
        var project = string.CompareOrdinal(a.Project.Key, b.Project.Key);
        return project != 0 ? project : a.KeyNumber.CompareTo(b.KeyNumber);
    }

    private static int Position(JiraIssue issue) => issue.Project.Statuses.IndexOf(issue.Status);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static double Number(string text, string field) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw JiraRefusal.BadRequest($"Value '{text}' is invalid for the '{field}' field.");
}
