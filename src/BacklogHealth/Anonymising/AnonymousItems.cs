using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Connectors.Files;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Json;

namespace BacklogHealth.Anonymising;

/// <summary>
/// Items in other words. Replaced are names, texts, keys and ranks; kept are dates and times, what states mean, kinds of types, estimates, and how everything hangs together. Times
/// stand on the clock of the team's wall, so that each falls on the day on which the team saw it, whatever zone it is read in. Mutable, for one thread.
/// </summary>
internal sealed class AnonymousItems
{
    private readonly Numbered _projects = new();
    private readonly Numbered _elsewhere = new();
    private readonly MadeUpWords _words = new();
    private readonly AnonymousNames _names = new();

    /// <summary>How many different words were replaced.</summary>
    public int Words => _words.Count;

    /// <summary>The keys of a team.</summary>
    public AnonymousKeys KeysOf(string team) => new(team, _projects, _elsewhere);

    /// <summary>Takes a sprint in, so that the team's sprints are numbered in their order.</summary>
    public void Know(Sprint sprint) => _names.Sprint(sprint.Id);

    /// <summary>An item in other words.</summary>
    /// <param name="item">The item.</param>
    /// <param name="row">What the plain export tells of it.</param>
    /// <param name="workflow">What its states mean.</param>
    /// <param name="calendar">The team's calendar.</param>
    /// <param name="keys">The team's keys, with all of its items.</param>
    /// <param name="findings">Ids of the rules that found something; null where it was not scored.</param>
    public AnonymousItemJson Of(WorkItem item, ItemJson row, Workflow workflow, TeamCalendar calendar, AnonymousKeys keys, IReadOnlyList<string>? findings)
    {
        var text = new AnonymousText(new AnonymousProse(_words, _names, keys), _names);
        var german = AnonymousText.IsGerman(item.Title, item.Description.Plain, item.AcceptanceCriteria.Plain);
        string State(string? id, string name) => _names.State(name, workflow.Find(id, name) ?? WorkItemState.NotStarted);
        string? At(DateTimeOffset? at) => at is { } instant ? UtcInstant.Text(new DateTimeOffset(TimeZoneInfo.ConvertTime(instant, calendar.Zone).DateTime, TimeSpan.Zero)) : null;
        ImmutableArray<string> sprints = [.. item.SprintIds.Select(_names.Sprint)];
        var key = keys.Of(item);
        return new()
        {
            Team = _names.Team(row.Team),
            Key = key,
            Id = key,
            Project = keys.Project(item.Project),
            Type = _names.Type(item.Type, item.Kind),
            Title = text.Line(item.Title, german),
            State = row.State,
            OriginalState = State(item.StateId, item.OriginalState),
            Status = State(item.StateId, item.OriginalState),
            Created = At(item.Created)!,
            Started = At(Instant(row.Started)),
            Finished = At(Instant(row.Finished)),
            Resolved = At(Instant(row.Finished)),
            Resolution = _names.Resolution(item.Resolution),
            Priority = _names.Priority(item.Priority),
            Due = item.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            StoryPoints = item.StoryPoints,
            Parent = keys.OfId(item.ParentId) ?? (item.ParentKey is { } parent ? keys.Of(parent) : null),
            Sprints = sprints,
            Sprint = sprints,
            Rank = keys.Place(item.Rank)?.ToString(CultureInfo.InvariantCulture),
            Labels = [.. item.Labels.Select(_names.Label)],
            Changes = row.Changes,
            Comments = row.Comments,
            Removed = row.Removed,
            Visible = row.Visible,
            HistoryComplete = row.HistoryComplete,
            Clarity = row.Clarity,
            Slicing = row.Slicing,
            Description = ItemText.Of(text.Of(item.Description, german)),
            AcceptanceCriteria = ItemText.Of(text.Of(item.AcceptanceCriteria, german)),
            Flagged = item.Flagged,
            FixVersions = [.. item.FixVersions.Select(_names.Release)],
            Links = [.. item.Links.Select(l => new AnonymousLinkJson(_names.Relation(l.Relation), keys.Of(l.OtherKey)))],
            Attachments = [.. item.Attachments.Select(_names.File)],
            CommentTexts = [.. item.Comments.Select(c => new AnonymousCommentJson(At(c.At)!, ItemText.Of(text.Of(c.Text, german))))],
            History = [.. item.Changes.Select(c => new AnonymousChangeJson(At(c.At)!, Field(c.Field), Value(c, c.From), Value(c, c.To)))],
            Findings = findings,
        };

        string? Value(FieldChange change, FieldValue? value) => value is null ? null : change.Field switch
        {
            FieldNames.State => State(value.Id, value.Text),
            FieldNames.Sprint => value.Id is { Length: > 0 } ids ? string.Join("; ", ids.Split(", ").Select(_names.Sprint)) : null,
            FieldNames.Parent => keys.OfId(value.Id) ?? keys.Of(value.Text),
            FieldNames.StoryPoints => double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var points) ? points.ToString(CultureInfo.InvariantCulture) : null,
            FieldNames.Due => DateOnly.TryParseExact(value.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due) ? due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
            FieldNames.Type => _names.Type(value.Text, WorkItemKinds.FromName(value.Text)),
            FieldNames.Kind => WorkItemKinds.Read(value.Text)?.ToString(),
            FieldNames.Resolution => _names.Resolution(value.Text),
            FieldNames.Priority => _names.Priority(value.Text),
            FieldNames.FixVersion => _names.Release(value.Text),
            FieldNames.Flagged => "flagged",
            FieldNames.Labels => string.Join(' ', value.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(l => _names.Label(l.Replace('\u00A0', ' ')))),
            _ => null,
        };
    }

    private static readonly ImmutableHashSet<string> OwnFields =
    [
        FieldNames.State, FieldNames.Title, FieldNames.Description, FieldNames.AcceptanceCriteria, FieldNames.Sprint, FieldNames.Parent, FieldNames.StoryPoints, FieldNames.Rank, FieldNames.Type,
        FieldNames.Kind, FieldNames.Key, FieldNames.Project, FieldNames.Resolution, FieldNames.Priority, FieldNames.Due, FieldNames.Labels, FieldNames.Flagged, FieldNames.Team, FieldNames.FixVersion,
    ];

    private string Field(string field) => OwnFields.Contains(field) ? field : _names.Field(field);

    private static DateTimeOffset? Instant(string? text) => text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
