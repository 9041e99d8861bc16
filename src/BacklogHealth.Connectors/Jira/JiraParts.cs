using System.Text.Json;

namespace BacklogHealth.Connectors.Jira;

/// <summary>All parts that one item is read from, as the site or a kept payload gives them.</summary>
/// <param name="Issue">The issue with its fields.</param>
/// <param name="Histories">Its histories, in any order; one may come twice.</param>
/// <param name="HistoriesWhole">False where the site gave fewer than it has.</param>
/// <param name="Comments">Its comments, in any order.</param>
/// <param name="RemoteLinks">Its links to other systems.</param>
internal sealed record JiraParts(
    JsonElement Issue, IReadOnlyCollection<JiraHistoryEntry> Histories, bool HistoriesWhole, IReadOnlyCollection<JsonElement> Comments, IReadOnlyCollection<JsonElement> RemoteLinks);
