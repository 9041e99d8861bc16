using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Teams;

/// <summary>A tracker's profile in the shape that is written to a column.</summary>
internal sealed record StoredProfile(
    ImmutableArray<WorkflowState> States, ImmutableArray<Sprint> Sprints, string? TimeZoneId, string? BrowseUrl, ImmutableArray<string> Notes,
    ImmutableArray<FieldFound> Fields = default, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ScopeFound = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<Release>? Releases = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? AuthorUrl = null)
{
    /// <summary>The profile of a team that has none yet: no states, no sprints.</summary>
    public static readonly TrackerProfile None = new(new Workflow([]), [], null, null, []);

    /// <summary>The profile as JSON.</summary>
    public static string Write(TrackerProfile profile) =>
        JsonSerializer.Serialize(
            new StoredProfile(
                [.. profile.Workflow.States], Whole(profile.Sprints), profile.TimeZoneId, profile.BrowseUrl, Whole(profile.Notes), Whole(profile.Fields),
                profile.ScopeFound.Length > 0 ? profile.ScopeFound : null, profile.Releases.IsEmpty ? null : profile.Releases, profile.AuthorUrl),
            StoreJson.Default.StoredProfile);

    /// <summary>The profile read back.</summary>
    public static TrackerProfile Read(string? json) =>
        json is null || JsonSerializer.Deserialize(json, StoreJson.Default.StoredProfile) is not { } stored
            ? None
            : new TrackerProfile(new Workflow(stored.States), stored.Sprints, stored.TimeZoneId, stored.BrowseUrl, stored.Notes, stored.Fields, stored.ScopeFound ?? "", stored.Releases ?? []) { AuthorUrl = stored.AuthorUrl };

    private static ImmutableArray<T> Whole<T>(ImmutableArray<T> list) => list.IsDefault ? [] : list;
}
