using System.Collections.Immutable;

namespace BacklogHealth.Core.WorkItems;

/// <summary>A place in a tracker that a team may work in, as far as our account can see it.</summary>
/// <param name="Project">The project's key or name, as settings take it.</param>
/// <param name="Name">What people call the project.</param>
/// <param name="Teams">Its boards (Jira) or teams (Azure DevOps), by name; empty where there are none.</param>
public sealed record TrackerPlace(string Project, string Name, ImmutableArray<string> Teams);
