using System.Globalization;
using BacklogHealth.Storage;

namespace BacklogHealth.Pulling;

/// <summary>What a pull proved, did and cost, in the words that people read.</summary>
internal static class PullWords
{
    /// <summary>What was proven, in one line.</summary>
    public static string Proof(PullResult pull)
    {
        var all = Count(pull.InTracker ?? 0);
        return pull switch
        {
            { Complete: true } => $"{Count(pull.Stored)} of {all} items, complete. {Did(pull)}; {Count(pull.Traffic.Requests)} requests.",
            { Listed: true, Removed: > 0 } => $"{Count(pull.Stored)} of {all} items, NOT proven complete. {Did(pull)}.",
            { Listed: true } => $"{Count(pull.Stored)} of {all} items, NOT proven complete, nothing was removed.",
            _ => $"the tracker lists {all}{(pull.BrokeOff ? " and broke off" : "")}, {Count(pull.Stored)} are stored{NotVisible(pull, ", ")}: NOT proven complete, nothing was removed.",
        };
    }

    /// <summary>What a pull that broke off leaves; null where it had read nothing.</summary>
    public static string? Kept(PullResult pull) => pull.Fetched switch
    {
        0 => null,
        1 => "1 item that moved was read before, and is kept. Run sync again: it goes on from there.",
        _ => $"{Count(pull.Fetched)} items that moved were read before, and are kept. Run sync again: it goes on from there.",
    };

    /// <summary>What it cost.</summary>
    public static string Cost(PullResult pull) => string.Create(
        CultureInfo.InvariantCulture,
        $"{pull.Traffic.Requests} requests, {pull.Traffic.Bytes / 1024.0 / 1024:0.0} MiB, {pull.Traffic.Waited.TotalSeconds:0} s waited for the tracker's limit, {(pull.FinishedAt - pull.StartedAt).TotalSeconds:0.0} s in all.");

    /// <summary>What was removed on a person's word.</summary>
    /// <param name="entry">The entry of the audit.</param>
    /// <param name="keys">Keys of items by their ids.</param>
    public static string Accepted(AuditEntry entry, IReadOnlyDictionary<string, string> keys) => string.Create(
        CultureInfo.InvariantCulture,
        $"{entry.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC: {entry.Ids.Length} {(entry.Ids.Length == 1 ? "item" : "items")} removed on the word of {entry.By ?? "somebody"} (sync --accept-removals): {string.Join(", ", entry.Ids.Select(id => keys.GetValueOrDefault(id, id)))}.");

    private static string Did(PullResult pull)
    {
        string[] parts =
        [
            pull is { Fetched: 0, ReadAgain: 0, NotListed: 0, Removed: 0, Hidden: 0 } ? "Nothing had changed" : "",
            pull.Fetched > 0 ? $"{Count(pull.Fetched)} read: {Count(pull.Created)} new, {Count(pull.Updated)} changed{(pull.Returned > 0 ? $", {Count(pull.Returned)} came back" : "")}" : "",
            pull.ReadAgain > 0 ? $"{Count(pull.ReadAgain)} read again from what is kept of them" : "",
            pull.NotListed > 0 ? $"{Count(pull.NotListed)} not listed any more (removed if the next pull does not list {(pull.NotListed == 1 ? "it" : "them")} either)" : "",
            pull.Removed > 0 ? $"{Count(pull.Removed)} removed{MovedAway(pull)}" : "",
            NotVisible(pull, ""),
            pull.Unmapped > 0 ? $"{Count(pull.Unmapped)} in states that the workflow does not name ({string.Join(", ", pull.UnmappedStates.Select(s => s.Name))})" : "",
            pull.HistoryIncomplete > 0 ? $"{Count(pull.HistoryIncomplete)} with a history that came only in part" : "",
        ];
        return string.Join(", ", parts.Where(p => p.Length > 0));
    }

    private static string MovedAway(PullResult pull) => pull.MovedAway switch
    {
        0 => "",
        _ when pull.MovedAway == pull.Removed => pull.Removed == 1 ? " here: it moved out of the team's scope" : " here: they moved out of the team's scope",
        var moved => $" ({Count(moved)} of them moved out of the team's scope)",
    };

    private static string NotVisible(PullResult pull, string before) => pull.NotVisible > 0 ? $"{before}{Count(pull.NotVisible)} not visible to the account" : "";

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
