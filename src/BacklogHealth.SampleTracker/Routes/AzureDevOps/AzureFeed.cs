namespace BacklogHealth.SampleTracker.Routes.AzureDevOps;

/// <summary>What happened, in the order in which it came about. A place once given stays, so that a token goes on where it left off.</summary>
internal sealed class AzureFeed<T>
{
    private readonly Lock _gate = new();
    private readonly List<T> _entries = [];

    public void Add(IEnumerable<T> entries)
    {
        lock (_gate)
        {
            _entries.AddRange(entries);
        }
    }

    /// <summary>The entries after a place that are wanted, at most so many; the place that is reached, from 1, which is the end where there are no more; and whether there are no more.</summary>
    public (IReadOnlyList<T> Entries, int Reached, bool IsLast) After(int place, int most, Func<T, bool> isWanted)
    {
        var page = new List<T>();
        lock (_gate)
        {
            for (var at = Math.Max(0, place); at < _entries.Count; at++)
            {
                if (!isWanted(_entries[at]))
                {
                    continue;
                }

                if (page.Count == most)
                {
                    return (page, at, false);
                }

                page.Add(_entries[at]);
            }

            return (page, Math.Max(place, _entries.Count), true);
        }
    }
}

/// <summary>A revision of an item.</summary>
internal readonly record struct RevisionEntry(int Id, int Rev, DateTimeOffset At);

/// <summary>A link that came, or went.</summary>
internal readonly record struct LinkEntry(string Rel, int SourceId, int TargetId, DateTimeOffset At, bool IsActive);

/// <summary>The feeds that reports are read from. What the first state holds stands by its time, what each later state brings comes after it, also by its time.</summary>
internal sealed class AzureFeeds
{
    private readonly Dictionary<int, int> _knownRevisions = [];
    private readonly HashSet<LinkEntry> _knownLinks = [];

    public AzureFeed<RevisionEntry> Revisions { get; } = new();

    public AzureFeed<LinkEntry> Links { get; } = new();

    /// <summary>Adds what is new in a state.</summary>
    public void Take(AzureSite site, IReadOnlyCollection<AzureItem> items)
    {
        lock (_knownRevisions)
        {
            Revisions.Add(items.SelectMany(Fresh).OrderBy(e => e.At).ThenBy(e => e.Id).ThenBy(e => e.Rev).ToList());
            Links.Add(items.SelectMany(i => Of(site, i)).Where(_knownLinks.Add).OrderBy(e => e.At).ThenBy(e => e.SourceId).ThenBy(e => e.TargetId).ToList());
        }
    }

    private IEnumerable<RevisionEntry> Fresh(AzureItem item)
    {
        var known = _knownRevisions.GetValueOrDefault(item.Id);
        _knownRevisions[item.Id] = Math.Max(known, item.Steps.Length);
        return Enumerable.Range(known + 1, Math.Max(0, item.Steps.Length - known)).Select(rev => new RevisionEntry(item.Id, rev, item.Steps[rev - 1].At));
    }

    private static IEnumerable<LinkEntry> Of(AzureSite site, AzureItem item)
    {
        var parents = item.ParentChanges.Select(c => new LinkEntry("System.LinkTypes.Hierarchy", c.ParentId, c.ChildId, c.At, c.Added));
        var links = item.Sample.Links.Select(l => (Link: l, Other: site.FindKey(l.OtherKey))).Where(l => l.Other is not null)
            .Select(l => new LinkEntry(AzureRelations.RelOf(l.Link).Rel.Split('-')[0], item.Id, l.Other!.Id, AzureRelations.Since(l.Link, item, l.Other), IsActive: true));
        return parents.Concat(links);
    }
}
