using System.Collections.Immutable;
using BacklogHealth.Connectors;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Settings;
using BacklogHealth.Storage;

namespace BacklogHealth.Pulling;

/// <summary>Stored items that a listing lacks, and what the tracker says of them when it is asked for them one by one.</summary>
/// <param name="All">Ids of all that are missing, now or since an earlier pull.</param>
/// <param name="Asked">How many of these were asked for.</param>
/// <param name="StillThere">Keys, of those asked for, that the tracker gives although it ought to have listed them; an id where no key is known.</param>
/// <param name="Forbidden">Ids, of those asked for, that it says we may not see.</param>
/// <param name="AllExplained">True where the tracker says of each one asked for that it was deleted, may not be seen, or has left the scope.</param>
/// <param name="Lacking">A permission that our account lacks; null where it has all, or was not asked.</param>
internal sealed record MissingItems(
    ImmutableArray<string> All, int Asked, ImmutableArray<string> StillThere, ImmutableArray<string> Forbidden, bool AllExplained, AccessCheck? Lacking)
{
    /// <summary>Nothing is missing.</summary>
    public static readonly MissingItems None = new([], 0, [], [], true, null);

    /// <summary>Ids, of those asked for, that the tracker gives and that are in the team's scope no more.</summary>
    public ImmutableArray<string> MovedAway { get; init; } = [];

    /// <summary>
    /// Asks the tracker for the first of them, at most one page; and for our permissions where so many are missing that these are in doubt. What an
    /// earlier pull missed is asked for, too: it is about to be removed.
    /// </summary>
    public static async Task<MissingItems> Ask(Team team, IWorkTracker tracker, BacklogStore store, PullRun run, Census census, CancellationToken cancellation)
    {
        if (census.Missing + census.MissingBefore == 0)
        {
            return None;
        }

        var all = await store.Missing(run, census.Missing + census.MissingBefore, cancellation);
        var lacking = ListingVerdict.IsShrunken(census)
            ? (await tracker.CheckAccess(cancellation)).FirstOrDefault(a => a is { Needed: true, Granted: false })
            : null;
        var asked = all[..Math.Min(all.Length, tracker.FetchSize)];
        var came = await tracker.Fetch(asked, (_, _) => Task.FromResult<ItemPayload?>(null), cancellation);
        var unreadable = came.Unavailable.Where(u => u.Absence == Absence.Unreadable).Select(u => u.Id);
        var keys = await store.Keys(team.Name, asked, cancellation);
        return new MissingItems(
            all,
            asked.Length,
            [.. came.Items.Where(i => OughtToBeListed(team, i)).Select(i => i.Id).Concat(unreadable).Select(id => keys.GetValueOrDefault(id, id))],
            [.. came.Unavailable.Where(u => u.Absence == Absence.Forbidden).Select(u => u.Id)],
            came.Unavailable.All(u => u.Absence is Absence.Deleted or Absence.Forbidden),
            lacking)
        {
            MovedAway = [.. came.Items.Where(i => !OughtToBeListed(team, i)).Select(i => i.Id)],
        };
    }

    // With a query, an item may leave the scope by any change; without one, only by leaving the project. A board of Jira beside a project bounds nothing.
    private static bool OughtToBeListed(Team team, WorkItem item) =>
        team.Settings is { Query.Length: 0, AreaPath.Length: 0 }
        && (team.Settings.Board.Length == 0 || team.Connection?.Kind != TrackerKind.AzureDevOps)
        && item.Project.Equals(team.Settings.Project, StringComparison.OrdinalIgnoreCase);
}
