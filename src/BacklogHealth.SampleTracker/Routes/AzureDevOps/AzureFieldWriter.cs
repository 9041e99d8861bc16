using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.SampleTracker.Backlog.History;

namespace BacklogHealth.SampleTracker.Routes.AzureDevOps;

/// <summary>Writes the fields of one revision after another; what hangs on the revision before, such as when the state last changed, it remembers.</summary>
internal sealed class AzureFieldWriter(AzureSite site, AzureItem item)
{
    private string _state = string.Empty;
    private string _reason = "New";
    private DateTimeOffset _stateSince;
    private DateTimeOffset? _activated;
    private DateTimeOffset? _closed;
    private int _movesToCome = item.Sample.Changes.Count(c => c.Field == "Rank");

    /// <param name="values">What the item holds, by the names that the sample's changes use.</param>
    /// <param name="index">Which step it is, from 0.</param>
    /// <param name="comments">How many comments there are by then.</param>
    public ImmutableSortedDictionary<string, object> Write(Dictionary<string, FieldValue> values, int index, int comments)
    {
        var step = item.Steps[index];
        var project = site.ProjectOf(values["project"].Id) ?? item.Project;
        var type = site.Types.TypeOf(values["issuetype"].Text ?? item.Sample.Type);
        var state = State(values, project, step.At);
        var fields = ImmutableSortedDictionary.CreateBuilder<string, object>(StringComparer.Ordinal);
        fields["System.Id"] = item.Id;
        fields["System.Rev"] = index + 1;
        fields["System.TeamProject"] = project.Name;
        fields["System.AreaPath"] = project.AreaPath;
        fields["System.AreaId"] = project.AreaId;
        fields["System.IterationPath"] = project.IterationPath(Sprint(values["Sprint"].Id));
        fields["System.IterationId"] = project.IterationNumber(Sprint(values["Sprint"].Id));
        fields["System.WorkItemType"] = type;
        fields["System.State"] = state;
        fields["System.Reason"] = _reason;
        fields["System.Title"] = values["summary"].Text ?? string.Empty;
        fields["System.CreatedDate"] = item.Sample.Created;
        fields["System.CreatedBy"] = new AzureIdentity(item.Steps[0].AuthorId);
        fields["System.ChangedDate"] = step.At;
        fields["System.ChangedBy"] = new AzureIdentity(step.AuthorId);
        fields["System.CommentCount"] = comments;
        fields[AzureFields.StateChangeDate] = _stateSince;
        fields[AzureFields.Priority] = values["priority"].Text switch { "Highest" => 1, "High" => 2, "Medium" => 3, _ => 4 };
        Texts(fields, values["description"].Text, type);
        Numbers(fields, values["Story Points"].Text, step);
        Moments(fields, values["duedate"].Id);
        Tags(fields, values);
        Board(fields, project, type, state);
        if (AzureItem.Parsed(values["IssueParentAssociation"].Id) is { } parent)
        {
            fields["System.Parent"] = parent;
        }

        if (values["deleted"].Text is not null)
        {
            fields["System.IsDeleted"] = true;
        }

        return fields.ToImmutable();
    }

    private string State(Dictionary<string, FieldValue> values, AzureProject project, DateTimeOffset at)
    {
        var removed = site.Types.HasRemoved && values["resolution"].Text is "Won't Do" or "Duplicate";
        var state = removed ? AzureProject.Removed : values["status"].Text ?? project.States[0].Name;
        if (state != _state)
        {
            _reason = _state.Length == 0 ? "New" : "Moved to state " + state;
            _state = state;
            _stateSince = at;
            var category = project.States.FirstOrDefault(s => s.Name == state)?.Category;
            _activated = category is "InProgress" or "Resolved" ? _activated ?? at : _activated;
            _closed = category is "Completed" or "Removed" ? at : null;
        }

        return state;
    }

    private void Texts(ImmutableSortedDictionary<string, object>.Builder fields, string? description, string type)
    {
        if (string.IsNullOrEmpty(description))
        {
            return;
        }

        var text = item.Sample.Description is { } last && WikiMarkup.Of(last) == description ? last : SampleText.Of(description.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        var (body, acceptance) = site.Types.HasAcceptance && type != "Bug" ? AzureText.Split(text) : (text, null);
        if (body.Blocks.Length > 0)
        {
            fields[type == "Bug" ? AzureFields.ReproSteps : AzureFields.Description] = AzureText.Of(body, site.Options.IsMarkdown);
        }

        if (acceptance is not null)
        {
            fields[AzureFields.AcceptanceCriteria] = AzureText.Of(acceptance, site.Options.IsMarkdown);
        }
    }

    private void Numbers(ImmutableSortedDictionary<string, object>.Builder fields, string? points, AzureStep step)
    {
        if (points is not null)
        {
            fields[site.Types.Effort] = double.Parse(points, CultureInfo.InvariantCulture);
        }

        // Where it stood before it was moved is not known: half a place further down for each later move.
        _movesToCome -= step.Changes.Count(c => c.Field == "Rank");
        fields[site.Types.Order] = AzureRank.Number(item.Sample.Rank) + (0.5 * _movesToCome);
    }

    private void Moments(ImmutableSortedDictionary<string, object>.Builder fields, string? due)
    {
        if (_activated is { } activated)
        {
            fields[AzureFields.ActivatedDate] = activated;
        }

        if (_closed is { } closed)
        {
            fields[AzureFields.ClosedDate] = closed;
        }

        if (DateTimeOffset.TryParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day))
        {
            fields[AzureFields.DueDate] = day;
        }
    }

    private void Tags(ImmutableSortedDictionary<string, object>.Builder fields, Dictionary<string, FieldValue> values)
    {
        var isFlagged = values["Flagged"].Text is { Length: > 0 };
        var tags = (values["labels"].Text ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries).AsEnumerable();
        if (isFlagged && site.Types.Process is AzureProcess.Cmmi)
        {
            fields[AzureFields.Blocked] = "Yes";
        }
        else if (isFlagged)
        {
            tags = tags.Append("Blocked");
        }

        if (tags.Any())
        {
            fields["System.Tags"] = string.Join("; ", tags);
        }
    }

    private void Board(ImmutableSortedDictionary<string, object>.Builder fields, AzureProject project, string type, string state)
    {
        if (site.Types.IsOnBoard(type) && state != AzureProject.Removed)
        {
            fields["System.BoardColumn"] = state;
            fields["System.BoardColumnDone"] = false;
            fields[project.ColumnField] = state;
        }
    }

    /// <summary>The last of the sprints that an item has been in.</summary>
    private SampleSprint? Sprint(string? ids) => AzureItem.Parsed(ids?.Split(", ")[^1]) is { } id ? site.FindSprint(id) : null;
}
