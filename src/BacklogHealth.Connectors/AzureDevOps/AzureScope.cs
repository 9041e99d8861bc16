using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>What was found about a team's place in Azure DevOps: all that mapping an item needs.</summary>
/// <param name="Profile">What the rest of the product learns of it.</param>
/// <param name="Project">The project and the team.</param>
/// <param name="Condition">The team's condition in WIQL; "" for all of the project.</param>
/// <param name="Backlogs">What types are for.</param>
/// <param name="States">What states mean.</param>
/// <param name="Iterations">The team's sprints.</param>
/// <param name="Fields">Which fields hold what.</param>
/// <param name="Dialect">What the organisation speaks.</param>
internal sealed record AzureScope(
    TrackerProfile Profile,
    AzureProject Project,
    string Condition,
    AzureBacklogs Backlogs,
    AzureStates States,
    AzureIterations Iterations,
    AzureFields Fields,
    AzureDialect Dialect);
