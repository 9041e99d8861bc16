using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Routes.Jira;

/// <summary>The backlog as one account sees it: only its projects, indexed by the ways in which routes ask. Immutable.</summary>
internal sealed class JiraSite
{
    private readonly Dictionary<string, JiraIssue> _byIdOrKey = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, JiraSprint> _sprints = new(StringComparer.Ordinal);
    private readonly JiraLinks _links;
    private readonly ILookup<string, JiraIssue> _children;
    private readonly HashSet<string> _hidden;

    private JiraSite(SampleBacklog backlog, Uri baseUrl, SampleServerOptions options, JiraDialect dialect)
    {
        Dialect = dialect;
        Fields = backlog.HasTwoEstimates ? dialect.Fields.With(dialect.SecondEstimate) : dialect.Fields;
        Denied = options.DeniedPermissions;
        IndexDelay = options.IndexDelay;
        BaseUrl = baseUrl;
        Name = backlog.Name;
        User = options.User;
        Zone = TimeZoneInfo.FindSystemTimeZoneById(options.AccountTimeZone ?? backlog.TimeZone);
        Projects = [.. backlog.Projects.Where(p => !options.HiddenProjects.Contains(p.Key, StringComparer.OrdinalIgnoreCase))];
        Issues = [.. Projects.SelectMany(p => p.Items.Where(i => !i.IsHidden && i.Deleted is null).Select(item => new JiraIssue(item, p))).OrderBy(i => i.NumericId)];
        foreach (var issue in Issues)
        {
            _byIdOrKey[issue.Item.Id] = issue;
            _byIdOrKey[issue.Item.Key] = issue;
        }

        foreach (var issue in Issues)
        {
            foreach (var formerKey in issue.Item.Changes.Where(c => c.Field == "Key").Select(c => c.FromText).OfType<string>())
            {
                _byIdOrKey.TryAdd(formerKey, issue);
            }
        }

        foreach (var sprint in Projects.SelectMany(p => p.Sprints.Select(s => new JiraSprint(s, p))))
        {
            _sprints[sprint.Sprint.Id.ToString(CultureInfo.InvariantCulture)] = sprint;
        }

        _hidden = backlog.Projects.SelectMany(p => p.Items).Where(i => i.Deleted is null && !_byIdOrKey.ContainsKey(i.Id)).SelectMany(i => new[] { i.Id, i.Key }).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _links = new JiraLinks(Issues, FindIssue);
        _children = Issues.Where(i => i.Item.ParentId is not null).ToLookup(i => i.Item.ParentId!, StringComparer.Ordinal);
    }

    public JiraDialect Dialect { get; }

    public JiraFields Fields { get; }

    /// <summary>Keys of the permissions that the account lacks.</summary>
    public ImmutableArray<string> Denied { get; }

    /// <summary>How long the index of searches lags behind.</summary>
    public TimeSpan IndexDelay { get; }

    /// <summary>Where it is served, with a slash at its end.</summary>
    public Uri BaseUrl { get; }

    public string Name { get; }

    /// <summary>The account's e-mail address.</summary>
    public string User { get; }

    /// <summary>The account's zone.</summary>
    public TimeZoneInfo Zone { get; }

    public ImmutableArray<SampleProject> Projects { get; }

    public IEnumerable<JiraBoard> Boards => Projects.SelectMany(JiraBoard.Of);

    /// <summary>All visible issues, by ascending id.</summary>
    public ImmutableArray<JiraIssue> Issues { get; }

    public static JiraSite Of(SampleBacklog backlog, Uri baseUrl, SampleServerOptions options, JiraDialect dialect) => new(backlog, baseUrl, options, dialect);

    /// <summary>Finds by id, key or former key.</summary>
    public JiraIssue? FindIssue(string idOrKey) => _byIdOrKey.GetValueOrDefault(idOrKey);

    /// <exception cref="JiraRefusal">There is none, or the account may not see it.</exception>
    public JiraIssue Issue(string idOrKey) => FindIssue(idOrKey) ?? throw Dialect.NoIssue(_hidden.Contains(idOrKey));

    public SampleProject? FindProject(string idOrKey) =>
        Projects.FirstOrDefault(p => p.Id == idOrKey || string.Equals(p.Key, idOrKey, StringComparison.OrdinalIgnoreCase));

    public JiraSprint? FindSprint(string id) => _sprints.GetValueOrDefault(id);

    public IEnumerable<JiraLink> LinksOf(JiraIssue issue) => _links.Of(issue);

    public IEnumerable<JiraIssue> ChildrenOf(JiraIssue issue) => _children[issue.Item.Id];

    /// <summary>Address of a path of the interface, such as <c>status</c>.</summary>
    public string Api(string path) => Url(Dialect.Api[1..] + "/" + path);

    /// <summary>Address of one thing in the interface.</summary>
    public string Api(string path, string id) => Api(path + "/" + id);

    public string Url(string path) => BaseUrl + path;

    public string Url(string path, string id) => BaseUrl + path + "/" + id;
}

/// <summary>An item with the project it is in.</summary>
internal sealed record JiraIssue(SampleItem Item, SampleProject Project)
{
    public long NumericId { get; } = long.Parse(Item.Id, CultureInfo.InvariantCulture);

    /// <summary>The number at the end of its key.</summary>
    public long KeyNumber { get; } = long.Parse(Item.Key.AsSpan(Item.Key.LastIndexOf('-') + 1), CultureInfo.InvariantCulture);

    public SampleStatus Status => Project.Statuses.First(s => s.Id == Item.StatusId);

    /// <summary>Who is taken to have created it: the first account in its history.</summary>
    public string CreatorId => Item.Changes.Length > 0 ? Item.Changes[0].AuthorId : Item.Comments.Length > 0 ? Item.Comments[0].AuthorId : JiraUsers.ReaderId;
}

/// <summary>A sprint with the project whose board it is on.</summary>
internal sealed record JiraSprint(SampleSprint Sprint, SampleProject Project);
