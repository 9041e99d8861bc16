using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Routes.AzureDevOps;

/// <summary>The backlog as one account sees it: only its projects, with every item that ever was, deleted ones too. Immutable but for its feeds.</summary>
internal sealed class AzureSite
{
    private readonly Dictionary<int, AzureItem> _items = [];
    private readonly Dictionary<string, AzureProject> _projects = new(StringComparer.Ordinal);
    private readonly Dictionary<int, SampleSprint> _sprints = [];
    private readonly Lazy<ILookup<int, ParentChange>> _children;
    private readonly Lazy<Dictionary<string, AzureItem>> _byKey;

    public AzureSite(SampleBacklog backlog, Uri baseUrl, SampleServerOptions options, AzureFeeds feeds)
    {
        BaseUrl = baseUrl;
        Name = backlog.Name;
        Options = options.Azure;
        IndexDelay = options.IndexDelay;
        Types = AzureTypes.Of(options.Azure.Process);
        Feeds = feeds;
        Zone = TimeZoneInfo.FindSystemTimeZoneById(options.AccountTimeZone ?? backlog.TimeZone);
        foreach (var project in backlog.Projects)
        {
            _projects[project.Id] = new AzureProject(project, Types);
            foreach (var sprint in project.Sprints)
            {
                _sprints[sprint.Id] = sprint;
            }
        }

        Projects = [.. _projects.Values.Where(p => !options.HiddenProjects.Contains(p.Sample.Key, StringComparer.OrdinalIgnoreCase))];
        foreach (var project in _projects.Values)
        {
            foreach (var item in project.Sample.Items)
            {
                var made = new AzureItem(this, project, item);
                _items[made.Id] = made;
            }
        }

        Items = [.. _items.Values.Where(i => IsVisible(i) && !i.IsDeleted).OrderBy(i => i.Id)];
        Deleted = [.. _items.Values.Where(i => IsVisible(i) && i.IsDeleted).OrderBy(i => i.Id)];
        _byKey = new(() => _items.Values.ToDictionary(i => i.Sample.Key, StringComparer.Ordinal));
        _children = new(() => _items.Values.SelectMany(i => i.ParentChanges).ToLookup(c => c.ParentId));
        feeds.Take(this, _items.Values);
    }

    /// <summary>Where it is served, collection included, with a slash at its end.</summary>
    public Uri BaseUrl { get; }

    public string Name { get; }

    public AzureDevOpsOptions Options { get; }

    /// <summary>How long the index of searches lags behind.</summary>
    public TimeSpan IndexDelay { get; }

    public AzureTypes Types { get; }

    /// <summary>All revisions and links, in the order in which they came about.</summary>
    public AzureFeeds Feeds { get; }

    /// <summary>The zone in which pages for people write dates.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>The projects that the account sees.</summary>
    public ImmutableArray<AzureProject> Projects { get; }

    /// <summary>All items that the account sees and that are not deleted, by ascending id.</summary>
    public ImmutableArray<AzureItem> Items { get; }

    /// <summary>What lies in the recycle bin, by ascending id.</summary>
    public ImmutableArray<AzureItem> Deleted { get; }

    public AzureProject? FindProject(string nameOrId) => Projects.FirstOrDefault(p => p.Is(nameOrId));

    /// <summary>A project by the sample's id, seen or not; null where there is none.</summary>
    public AzureProject? ProjectOf(string? sampleId) => sampleId is null ? null : _projects.GetValueOrDefault(sampleId);

    public SampleSprint? FindSprint(int id) => _sprints.GetValueOrDefault(id);

    /// <summary>An item that the account sees, deleted or not.</summary>
    public AzureItem? Find(int id) => _items.GetValueOrDefault(id) is { } item && IsVisible(item) ? item : null;

    /// <summary>The item that a path names.</summary>
    /// <exception cref="AzureRefusal">There is none, or the account may not see it.</exception>
    public AzureItem Item(AzureCall call)
    {
        if (!int.TryParse(call.Path("id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            throw AzureRefusal.BadRequest($"The value '{call.Path("id")}' is not valid for the id of a work item.");
        }

        return Find(id) is { IsDeleted: false } item && (call.Project is null || call.Project == item.Project) ? item : throw AzureRefusal.NoItem(id);
    }

    /// <summary>An item by its key in the sample, seen or not.</summary>
    public AzureItem? FindKey(string key) => _byKey.Value.GetValueOrDefault(key);

    /// <summary>When other items took this one for their parent, or left it.</summary>
    public IEnumerable<ParentChange> ChildrenOf(AzureItem item) => _children.Value[item.Id];

    public string Url(string path) => BaseUrl + path;

    public string ItemUrl(int id) => Url(string.Create(CultureInfo.InvariantCulture, $"_apis/wit/workItems/{id}"));

    private bool IsVisible(AzureItem item) => !item.Sample.IsHidden && Projects.Contains(item.Project);
}
