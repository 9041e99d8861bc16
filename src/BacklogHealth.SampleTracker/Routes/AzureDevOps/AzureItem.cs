using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Routes.AzureDevOps;

/// <summary>A work item with all its revisions, which are worked out when somebody asks for them.</summary>
internal sealed class AzureItem
{
    private readonly AzureSite _site;
    private readonly Lazy<ImmutableArray<AzureRevision>> _revisions;
    private readonly Lazy<ImmutableArray<AzureUpdate>> _updates;

    public AzureItem(AzureSite site, AzureProject project, SampleItem sample)
    {
        _site = site;
        Project = project;
        Sample = sample;
        Id = int.Parse(sample.Id, CultureInfo.InvariantCulture);
        Steps = AzureSteps.Of(sample);
        _revisions = new(() => new AzureReplay(site, this).Revisions());
        _updates = new(() => AzureUpdate.Of(site, this));
    }

    public int Id { get; }

    public AzureProject Project { get; }

    public SampleItem Sample { get; }

    public bool IsDeleted => Sample.Deleted is not null;

    /// <summary>What made each revision, in their order; the first is the creation.</summary>
    public ImmutableArray<AzureStep> Steps { get; }

    public ImmutableArray<AzureRevision> Revisions => _revisions.Value;

    public ImmutableArray<AzureUpdate> Updates => _updates.Value;

    /// <summary>As it stands now.</summary>
    public AzureRevision Last => Revisions[^1];

    public string Type => _site.Types.TypeOf(Sample.Type);

    /// <summary>When it took another item for its parent, or left it.</summary>
    public IEnumerable<ParentChange> ParentChanges
    {
        get
        {
            var changes = Sample.Changes.Where(c => c.Field == "IssueParentAssociation").ToList();
            var first = changes.Count > 0 ? changes[0].From : Sample.ParentId;
            if (Parsed(first) is { } parent)
            {
                yield return new ParentChange(parent, Id, Sample.Created, Steps[0].AuthorId, Added: true);
            }

            foreach (var change in changes)
            {
                if (Parsed(change.From) is { } left)
                {
                    yield return new ParentChange(left, Id, change.At, change.AuthorId, Added: false);
                }

                if (Parsed(change.To) is { } taken)
                {
                    yield return new ParentChange(taken, Id, change.At, change.AuthorId, Added: true);
                }
            }
        }
    }

    public static int? Parsed(string? id) => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>An item took a parent, or left it.</summary>
internal sealed record ParentChange(int ParentId, int ChildId, DateTimeOffset At, string AuthorId, bool Added);

/// <summary>One revision: all fields as they stood from then on.</summary>
internal sealed record AzureRevision(int Rev, DateTimeOffset At, string AuthorId, ImmutableSortedDictionary<string, object> Fields);
