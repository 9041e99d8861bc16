using System.Globalization;
using BacklogHealth.Storage;

namespace BacklogHealth.Pulling;

/// <summary>What a pull proved, did and cost, in the words that people read.</summary>
internal static class PullWords
{
    /// <summary>What was proven, in one line.</summary>
    public static string Proof(PullResult pull) => pull.Complete
        ? $"{Count(pull.Stored)} of {Count(pull.InTracker)} items, complete. {Did(pull)}; {Count(pull.Traffic.Requests)} requests."
        : $"{Count(pull.Stored)} of {Count(pull.InTracker)} items, NOT proven complete, nothing was removed.";

    /// <summary>What it cost.</summary>
    public static string Cost(PullResult pull) => string.Create(
        CultureInfo.InvariantCulture,
        $"{pull.Traffic.Requests} requests, {pull.Traffic.Bytes / 1024.0 / 1024:0.0} MiB, {pull.Traffic.Waited.TotalSeconds:0} s waited for the tracker's limit, {(pull.FinishedAt - pull.StartedAt).TotalSeconds:0.0} s in all.");

    private static string Did(PullResult pull)
    {
        string[] parts =
        [
            pull.Fetched == 0 ? "Nothing had changed" : $"{Count(pull.Fetched)} read: {Count(pull.Created)} new, {Count(pull.Updated)} changed",
            pull.Removed > 0 ? $"{Count(pull.Removed)} removed" : "",
            pull.NotVisible > 0 ? $"{Count(pull.NotVisible)} not visible to the account" : "",
            pull.Unmapped > 0 ? $"{Count(pull.Unmapped)} in states that the workflow does not name ({string.Join(", ", pull.UnmappedStates.Select(s => s.Name))})" : "",
            pull.HistoryIncomplete > 0 ? $"{Count(pull.HistoryIncomplete)} with a history that came only in part" : "",
        ];
        return string.Join(", ", parts.Where(p => p.Length > 0));
    }

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
