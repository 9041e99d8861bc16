using System.Text.Json;
using System.Text.Json.Serialization;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Teams;

/// <summary>A tracker's profile in the shape that is written to a column: arrays and words, so that what the domain calls things may change.</summary>
internal sealed record StoredProfile(
    StoredState[] States, StoredSprint[] Sprints, string? TimeZoneId, string? BrowseUrl, string[] Notes, FieldFound[]? Fields = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ScopeFound = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Release[]? Releases = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? AuthorUrl = null)
{
    /// <summary>The profile of a team that has none yet: no states, no sprints.</summary>
    public static readonly TrackerProfile None = new(new Workflow([]), [], null, null, []);

    /// <summary>The profile as JSON.</summary>
    public static string Write(TrackerProfile profile) =>
        JsonSerializer.Serialize(
            new StoredProfile(
                [.. profile.Workflow.States.Select(StoredState.Of)], profile.Sprints.IsDefault ? [] : [.. profile.Sprints.Select(StoredSprint.Of)], profile.TimeZoneId, profile.BrowseUrl,
                profile.Notes.IsDefault ? [] : [.. profile.Notes], [.. profile.Fields],
                profile.ScopeFound.Length > 0 ? profile.ScopeFound : null, profile.Releases.IsEmpty ? null : [.. profile.Releases], profile.AuthorUrl),
            StoreJson.Default.StoredProfile);

    /// <summary>The profile read back.</summary>
    public static TrackerProfile Read(string? json) =>
        json is null || JsonSerializer.Deserialize(json, StoreJson.Default.StoredProfile) is not { } stored
            ? None
            : new TrackerProfile(
                new Workflow(stored.States.Select(s => s.ToState())), [.. stored.Sprints.Select(s => s.ToSprint())], stored.TimeZoneId, stored.BrowseUrl, [.. stored.Notes],
                [.. stored.Fields ?? []], stored.ScopeFound ?? "", [.. stored.Releases ?? []])
            { AuthorUrl = stored.AuthorUrl };
}

/// <summary>A state of the workflow.</summary>
internal sealed record StoredState(string Id, string Name, string State, bool Elsewhere = false)
{
    public static StoredState Of(WorkflowState state) => new(state.Id, state.Name, state.State.ToString(), state.Elsewhere);

    public WorkflowState ToState() => new(Id, Name, Enum.Parse<WorkItemState>(State), Elsewhere);
}

/// <summary>A sprint.</summary>
internal sealed record StoredSprint(string Id, string Name, string? Goal, string Phase, DateTimeOffset? Start, DateTimeOffset? End, DateTimeOffset? Completed)
{
    public static StoredSprint Of(Sprint sprint) => new(sprint.Id, sprint.Name, sprint.Goal, sprint.Phase.ToString(), sprint.Start, sprint.End, sprint.Completed);

    public Sprint ToSprint() => new(Id, Name, Goal, Enum.Parse<SprintPhase>(Phase), Start, End, Completed);
}
