using System.Collections.Immutable;
using System.Text.Json;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>Reads the changes of one issue.</summary>
internal static class JiraHistory
{
    /// <summary>The changes of all histories, by time and then by the order in which Jira numbered them; unreadable instants leave their change out.</summary>
    public static ImmutableArray<FieldChange> Read(IEnumerable<JsonElement> histories, JiraFields fields) =>
    [
        .. histories
            .Select(h => (History: h, At: JiraInstant.Of(h.Get("created")), Id: h.Text("id") ?? ""))
            .Where(h => h.At is not null)
            .DistinctBy(h => (h.Id, h.Id.Length == 0 ? h.History.GetRawText() : ""))
            .OrderBy(h => h.At).ThenBy(h => h.Id.Length).ThenBy(h => h.Id, StringComparer.Ordinal)
            .SelectMany(h => h.History.Entries("items").Select(item => JiraChange.Read(item, h.At!.Value, h.History.Get("author")?.Text("accountId"), fields)).OfType<FieldChange>()),
    ];

    /// <summary>
    /// True where the changes of state fit together: each leaves the state that the one before it entered, and the last enters the state in which
    /// the item is. Jira gives no count by which a bulk history could be checked, so this is the proof that nothing is missing that cycle times rest on.
    /// A history without any change of state fits every state: items may be created in any.
    /// </summary>
    public static bool FitsTogether(ImmutableArray<FieldChange> changes, string stateId)
    {
        string? entered = null;
        foreach (var change in changes.Where(c => c.Field == FieldNames.State))
        {
            if (entered is not null && change.From?.Id is { } left && left != entered)
            {
                return false;
            }

            entered = change.To?.Id ?? entered;
        }

        return entered is null || entered == stateId;
    }
}
