using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Routes.AzureDevOps;

/// <summary>A state of a project, with the category that Azure DevOps gives it.</summary>
internal sealed record AzureState(string Name, string Color, string Category);

/// <summary>A project with its one team.</summary>
/// <param name="Sample">The project.</param>
/// <param name="Types">What its process decides.</param>
internal sealed record AzureProject(SampleProject Sample, AzureTypes Types)
{
    public const string Removed = "Removed";

    public Guid Id { get; } = Hash.Guid("project " + Sample.Id);

    public string Name => Sample.Name;

    public Guid TeamId { get; } = Hash.Guid("team " + Sample.Id);

    public string TeamName => Sample.Team + " Team";

    /// <summary>The one area in which all items are.</summary>
    public string AreaPath => $"{Name}\\{Sample.Team}";

    /// <summary>Number of the area above all.</summary>
    public int RootAreaId => int.Parse(Sample.Id, CultureInfo.InvariantCulture) + 1;

    public int AreaId => RootAreaId + 1;

    /// <summary>Id of the board of requirements.</summary>
    public Guid BoardId { get; } = Hash.Guid("board " + Sample.Id);

    /// <summary>Name of the field that holds an item's column on that board.</summary>
    public string ColumnField => $"WEF_{BoardId.ToString("N").ToUpperInvariant()}_Kanban.Column";

    public ImmutableArray<AzureState> States { get; } = StatesOf(Sample, Types);

    public string IterationPath(SampleSprint? sprint) => sprint is null ? Name : $"{Name}\\{sprint.Name}";

    public Guid IterationId(SampleSprint? sprint) => Hash.Guid(sprint is null ? "iterations " + Sample.Id : string.Create(CultureInfo.InvariantCulture, $"iteration {sprint.Id}"));

    /// <summary>Number of an iteration, as histories hold it.</summary>
    public int IterationNumber(SampleSprint? sprint) => sprint?.Id ?? int.Parse(Sample.Id, CultureInfo.InvariantCulture);

    public bool IsTeam(string nameOrId) => Is(nameOrId, TeamName, TeamId);

    public bool Is(string nameOrId) => Is(nameOrId, Name, Id);

    /// <summary>Whether a path is one of the project's areas or iterations.</summary>
    public bool HasPath(string path) =>
        new[] { Name, AreaPath }.Concat(Sample.Sprints.Select(IterationPath)).Contains(path, StringComparer.OrdinalIgnoreCase);

    private static bool Is(string nameOrId, string name, Guid id) =>
        string.Equals(nameOrId, name, StringComparison.OrdinalIgnoreCase) || (Guid.TryParse(nameOrId, CultureInfo.InvariantCulture, out var given) && given == id);

    private static ImmutableArray<AzureState> StatesOf(SampleProject project, AzureTypes types)
    {
        var working = project.Statuses.Where(s => s.Category == "indeterminate").ToList();
        var states = project.Statuses.Select(s => s.Category switch
        {
            "new" => new AzureState(s.Name, "b2b2b2", "Proposed"),
            "done" => new AzureState(s.Name, "339933", "Completed"),
            _ when types.HasResolved && working.Count > 1 && s == working[^1] => new AzureState(s.Name, "ff9d00", "Resolved"),
            _ => new AzureState(s.Name, "007acc", "InProgress"),
        });
        return [.. states, .. types.HasRemoved ? [new AzureState(Removed, "ffffff", Removed)] : ImmutableArray<AzureState>.Empty];
    }
}
