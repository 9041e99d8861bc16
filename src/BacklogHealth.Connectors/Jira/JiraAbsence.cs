using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>What is known of why an item did not come.</summary>
internal static class JiraAbsence
{
    private static readonly string[] OfPermission = ["permission", "not allowed", "not authori", "forbidden"];
    private static readonly string[] OfExistence = ["does not exist", "not found", "no longer exist"];

    /// <summary>Jira tells nobody which of the two it is.</summary>
    public static UnavailableItem Unknown(string id) => new(id, "it does not exist any more, or the account may not see it");

    /// <summary>The site has it and what came of it cannot be read.</summary>
    public static UnavailableItem Unreadable(string id, string reason) => new(id, reason, Absence.Unreadable);

    /// <summary>What the site says of an item that it would not give: its words decide, and where they say both, it is not known.</summary>
    public static UnavailableItem Of(string id, string message)
    {
        return new(id, message, (MayBeHidden(message), Says(message, OfExistence)) switch
        {
            (true, false) => Absence.Forbidden,
            (_, true) => Absence.Unknown,
            _ => Absence.Unreadable,
        });
    }

    /// <summary>True where the site's words leave it open that the item is there and not for our account.</summary>
    public static bool MayBeHidden(string message) => Says(message, OfPermission);

    private static bool Says(string message, string[] words) => Array.Exists(words, w => message.Contains(w, StringComparison.OrdinalIgnoreCase));
}
