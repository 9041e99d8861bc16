using System.Collections.Immutable;

namespace BacklogHealth.Connectors;

/// <summary>Several fields may hold the same, and only a person can say which does.</summary>
/// <param name="Setting">The setting of the team that says it, such as <c>StoryPointsField</c>.</param>
/// <param name="Candidates">The fields, in the order in which they are told; two or more.</param>
public sealed record FieldChoice(string Setting, ImmutableArray<FieldCandidate> Candidates);

/// <summary>A field that may be meant.</summary>
/// <param name="Id">The tracker's id of it, as the setting takes it.</param>
/// <param name="Name">What people call it.</param>
public sealed record FieldCandidate(string Id, string Name);
