using System.Collections.Immutable;
using System.Text.Json;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>Reads the changes of one issue.</summary>
internal static class JiraHistory
{
    /// <summary>
    /// The changes of all histories, by time and then by the order in which Jira numbered them. A change whose instant cannot be read has no place
    /// among them: it is left out, and they are not all.
    /// </summary>
    public static (ImmutableArray<FieldChange> Changes, bool All) Read(IEnumerable<JsonElement> histories, JiraFields fields)
    {
        var entries = histories
            .Select(h => (History: h, At: JiraInstant.Of(h.Get("created")), Id: h.Text("id") ?? ""))
            .DistinctBy(h => (h.Id, h.Id.Length == 0 ? h.History.GetRawText() : ""))
            .OrderBy(h => h.At).ThenBy(h => h.Id.Length).ThenBy(h => h.Id, StringComparer.Ordinal)
            .ToList();
        var dated = entries.Where(h => h.At is not null);
        return (
            [.. dated.SelectMany(h => h.History.Entries("items").Select(item => JiraChange.Read(item, h.At!.Value, h.History.Get("author")?.Text("accountId"), fields)).OfType<FieldChange>())],
            entries.TrueForAll(h => h.At is not null));
    }

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
