using System.Collections.Immutable;

namespace BacklogHealth.Core.WorkItems;

/// <summary>What a tracker says of a team's place in it: found once a cycle, kept with the items.</summary>
/// <param name="Workflow">The states, with the tracker's own categories as meaning, in the order of the board.</param>
/// <param name="Sprints">All sprints of the team's boards, oldest first; empty where it works without.</param>
/// <param name="TimeZoneId">IANA zone of the account or server; null where unknown.</param>
/// <param name="BrowseUrl">Address of an item with <c>{key}</c> in the place of its key; null where the tracker has no pages.</param>
/// <param name="Notes">What was left out or could not be found, as sentences; for the person who set it up.</param>
/// <param name="Fields">Which field of the tracker holds what, and how that was found.</param>
/// <param name="ScopeFound">What the tracker itself says the team's items are, in its own words: a board's saved filter, a team's area paths. Empty where the settings alone say it.</param>
/// <param name="Releases">The releases that items can be promised for, in the tracker's order; empty where it has none, as Azure DevOps: an iteration's end is no promise.</param>
public sealed record TrackerProfile(
    Workflow Workflow,
    ImmutableArray<Sprint> Sprints,
    string? TimeZoneId,
    string? BrowseUrl,
    ImmutableArray<string> Notes,
    ImmutableArray<FieldFound> Fields = default,
    string ScopeFound = "",
    ImmutableArray<Release> Releases = default)
{
    /// <summary>Address of a page that tells who wrote an item, with <c>{author}</c> in the place of the account's id or <c>{key}</c> in that of the item's key; null where there is none.</summary>
    public string? AuthorUrl { get; init; }

    /// <summary>Which field of the tracker holds what, and how that was found.</summary>
    public ImmutableArray<FieldFound> Fields { get; init; } = Fields.IsDefault ? [] : Fields;

    /// <summary>The releases that items can be promised for, in the tracker's order.</summary>
    public ImmutableArray<Release> Releases { get; init; } = Releases.IsDefault ? [] : Releases;
}

/// <summary>A field whose id differs from site to site.</summary>
/// <param name="Meaning">What it holds: a name of <see cref="FieldNames"/>.</param>
/// <param name="Id">The tracker's id of it.</param>
/// <param name="Name">The tracker's name of it.</param>
/// <param name="How">How it was found, as the end of a sentence: "by the board's settings".</param>
public sealed record FieldFound(string Meaning, string Id, string Name, string How);

/// <summary>A release, which Jira calls a version: items name it in <see cref="WorkItem.FixVersions"/>.</summary>
/// <param name="Name">Its name, unique within a project.</param>
/// <param name="Date">The day on which it is to come out, or came out; null where nobody has given one.</param>
/// <param name="Released">True where the tracker says that it is out.</param>
public sealed record Release(string Name, DateOnly? Date, bool Released);

