using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>What was found about a team's place in Jira.</summary>
/// <param name="Profile">What the rest of the product learns of it.</param>
/// <param name="Fields">Which fields hold what: for this connector alone.</param>
/// <param name="Query">The JQL that lists the team's items, in an order that no edit changes.</param>
internal sealed record JiraScope(TrackerProfile Profile, JiraFields Fields, string Query);
