using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.SampleTracker.Backlog.History;

namespace BacklogHealth.SampleTracker.Routes.AzureDevOps;

/// <summary>
/// Works out the revisions of an item: undoes its changes to find how it began, then does them again, and writes the fields after each step. The
/// changes are in Jira's words; <see cref="AzureFieldWriter"/> turns what they leave into Azure DevOps' fields.
/// </summary>
internal sealed class AzureReplay(AzureSite site, AzureItem item)
{
    public ImmutableArray<AzureRevision> Revisions()
    {
        var sample = item.Sample;
        var end = AtTheEnd();
        var now = new Dictionary<string, FieldValue>(end, StringComparer.Ordinal);
        foreach (var change in sample.Changes.Reverse())
        {
            now[change.Field] = new FieldValue(change.From, change.FromText);
        }

        var writer = new AzureFieldWriter(site, item);
        var revisions = ImmutableArray.CreateBuilder<AzureRevision>(item.Steps.Length);
        var comments = 0;
        for (var i = 0; i < item.Steps.Length; i++)
        {
            var step = item.Steps[i];
            foreach (var change in step.Changes)
            {
                now[change.Field] = new FieldValue(change.To, change.ToText);
            }

            comments += step.Comment is null ? 0 : 1;
            var values = i == item.Steps.Length - 1 ? end : now;
            revisions.Add(new AzureRevision(i + 1, step.At, step.AuthorId, writer.Write(values, i, comments)));
        }

        return revisions.ToImmutable();
    }

    /// <summary>What the item holds now, by the names that its changes use.</summary>
    private Dictionary<string, FieldValue> AtTheEnd()
    {
        var sample = item.Sample;
        var status = item.Project.Sample.Statuses.FirstOrDefault(s => s.Id == sample.StatusId);
        return new Dictionary<string, FieldValue>(StringComparer.Ordinal)
        {
            ["status"] = new(sample.StatusId, status?.Name),
            ["summary"] = new(null, sample.Title),
            ["description"] = new(null, sample.Description is { } text ? WikiMarkup.Of(text) : null),
            ["Story Points"] = new(null, sample.StoryPoints?.ToString(CultureInfo.InvariantCulture)),
            ["priority"] = new(null, sample.Priority),
            ["resolution"] = new(null, sample.Resolution),
            ["duedate"] = new(sample.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null),
            ["Sprint"] = new(string.Join(", ", sample.SprintIds), null),
            ["IssueParentAssociation"] = new(sample.ParentId, null),
            ["labels"] = new(null, string.Join(' ', sample.Labels)),
            ["issuetype"] = new(null, sample.Type),
            ["project"] = new(item.Project.Sample.Id, null),
            ["Flagged"] = new(null, sample.IsFlagged ? "Impediment" : null),
            ["deleted"] = new(null, sample.Deleted is null ? null : "true"),
        };
    }
}
