using System.Globalization;
using System.Text.Json;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>
/// What the fields of an item say at one instant, today or in its past. Both are read here, so that a change in the history leads to exactly what the
/// item shows. Each member is null where the fields say nothing.
/// </summary>
internal sealed class AzureFacts
{
    private const string BlockedTag = "Blocked";
    private readonly Func<string, JsonElement?> _field;
    private readonly AzureScope _scope;

    /// <summary>Makes them.</summary>
    /// <param name="field">Gives the value of a field by its reference name.</param>
    /// <param name="scope">What was found about the team's place.</param>
    public AzureFacts(Func<string, JsonElement?> field, AzureScope scope)
    {
        (_field, _scope) = (field, scope);
        Type = Text(AzureFields.Type);
        State = Text(AzureFields.State);
        Tags = [.. (Text(AzureFields.Tags) ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
    }

    public string? Type { get; }

    /// <summary>The state's name.</summary>
    public string? State { get; }

    public string[] Tags { get; }

    public string? StateId => State is null ? null : _scope.States.IdOf(Type ?? "", State);

    public string? Project => Text(AzureFields.Project);

    public string? Team => Text(AzureFields.AreaPath);

    public string? Title => Text(AzureFields.Title) is { } title ? AzureText.Line(title) : null;

    /// <summary>The description as it is written, and the field that holds it: bugs keep theirs in the steps to reproduce.</summary>
    public (string? Text, string Field) Body =>
        Text(AzureFields.Description) is { } description && !string.IsNullOrWhiteSpace(description) ? (description, AzureFields.Description)
        : Text(AzureFields.ReproSteps) is { } steps && !string.IsNullOrWhiteSpace(steps) ? (steps, AzureFields.ReproSteps)
        : (null, AzureFields.Description);

    /// <summary>The acceptance criteria as they are written.</summary>
    public string? Criteria => _scope.Fields.AcceptanceCriteria is { } criteria ? Text(criteria) : null;

    public double? StoryPoints => _scope.Fields.StoryPoints is { } estimate && double.TryParse(Text(estimate), NumberStyles.Float, CultureInfo.InvariantCulture, out var points) && double.IsFinite(points) ? points : null;

    public string? Rank => _scope.Fields.Order is { } order ? AzureRank.Of(_field(order)) : null;

    public string? Priority => Text(AzureFields.Priority);

    /// <summary>The day on which it is due, or, on items that last longer, the day that is aimed at.</summary>
    public DateOnly? Due => AzureInstant.Day(_field(AzureFields.DueDate)) ?? AzureInstant.Day(_field(AzureFields.TargetDate));

    /// <summary>By the field of the CMMI process, or by a tag of that name, which teams of the other processes use.</summary>
    public bool Flagged =>
        (_scope.Fields.Blocked is { } blocked && "Yes".Equals(Text(blocked), StringComparison.OrdinalIgnoreCase)) || Tags.Contains(BlockedTag, StringComparer.OrdinalIgnoreCase);

    /// <summary>While it is finished: that it was removed, else why it was resolved, else why it got into its state.</summary>
    public string? Resolution
    {
        get
        {
            if (State is null || !_scope.States.IsFinished(Type ?? "", State))
            {
                return null;
            }

            var reason = Text(AzureFields.ResolvedReason) is { Length: > 0 } resolved ? resolved : Text(AzureFields.Reason);
            return _scope.States.IsRemoved(Type ?? "", State) ? AzureStates.Removed : string.IsNullOrWhiteSpace(reason) ? null : reason;
        }
    }

    /// <summary>The facts whose history the product reads, but for texts, sprints and parents, as a history keeps them.</summary>
    public IEnumerable<(string Field, FieldValue? Value)> ForHistory()
    {
        yield return (FieldNames.Kind, Type is null ? null : new FieldValue(_scope.Backlogs.KindOf(Type).ToString()));
        yield return (FieldNames.Type, Of(Type));
        yield return (FieldNames.Project, Of(Project));
        yield return (FieldNames.State, State is null ? null : new FieldValue(State, StateId));
        yield return (FieldNames.Resolution, Of(Resolution));
        yield return (FieldNames.Title, Of(Title));
        yield return (FieldNames.StoryPoints, StoryPoints is { } points ? new FieldValue(AzureText.Number(points)) : null);
        yield return (FieldNames.Rank, Of(Rank));
        yield return (FieldNames.Priority, Of(Priority));
        yield return (FieldNames.Due, Due is { } due ? new FieldValue(due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null);
        yield return (FieldNames.Labels, Of(string.Join(' ', Tags.Select(t => t.Replace(' ', '\u00A0')))));
        yield return (FieldNames.Flagged, Flagged ? new FieldValue(BlockedTag) : null);
        yield return (FieldNames.Team, Of(Team));
    }

    private static FieldValue? Of(string? text) => string.IsNullOrEmpty(text) ? null : new FieldValue(text);

    private string? Text(string field) => _field(field)?.AsText();
}
