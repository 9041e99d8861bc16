using System.Globalization;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Anonymising;

/// <summary>
/// Other keys for items: and so on in the order of their creation, a letter for each project, and for items that are not the team's own. Ranks become places in the
/// order of the backlog. Mutable, for one thread.
/// </summary>
/// <param name="team">The team whose items they are; two teams have no letter in common.</param>
/// <param name="projects">The projects of all teams.</param>
/// <param name="elsewhere">The keys that no team has.</param>
internal sealed class AnonymousKeys(string team, Numbered projects, Numbered elsewhere)
{
    private const int Letters = 23;
    private const string Elsewhere = "X";

    private readonly Dictionary<string, string> _keys = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _inProject = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _ranks = new(StringComparer.Ordinal);
    private Dictionary<string, int>? _places;

    /// <summary>Takes an item in; all are to be taken in before the first key is asked for, the oldest first.</summary>
    public void Add(WorkItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var project = Project(item.Project);
        var number = _inProject[project] = _inProject.GetValueOrDefault(project) + 1;
        _byId[item.Id] = string.Create(CultureInfo.InvariantCulture, $"{project}-{number}");
        _keys.TryAdd(item.Key, _byId[item.Id]);
        if (item.Rank is { } rank)
        {
            _ranks.Add(rank);
        }
    }

    /// <summary>The name of a project: A to W, then A2 and so on.</summary>
    public string Project(string project)
    {
        var number = projects[$"{team}\n{project}"] - 1;
        var letter = ((char)('A' + (number % Letters))).ToString();
        return number < Letters ? letter : string.Create(CultureInfo.InvariantCulture, $"{letter}{(number / Letters) + 1}");
    }

    /// <summary>The key of an item of the team.</summary>
    public string Of(WorkItem item) => _byId[item.Id];

    /// <summary>The key for any item's key, of the team or not.</summary>
    public string Of(string key) => Find(key) ?? string.Create(CultureInfo.InvariantCulture, $"{Elsewhere}-{elsewhere[key]}");

    /// <summary>The key of the item with an id; null where it is not the team's.</summary>
    public string? OfId(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    /// <summary>The key for the key of an item of the team; null for anything else.</summary>
    public string? Find(string key) => _keys.GetValueOrDefault(key);

    /// <summary>The place of a rank in the order of the backlog, from 1; null where there is none.</summary>
    public int? Place(string? rank)
    {
        _places ??= _ranks.Select((r, i) => (r, i)).ToDictionary(x => x.r, x => x.i + 1, StringComparer.Ordinal);
        return rank is not null && _places.TryGetValue(rank, out var place) ? place : null;
    }
}
