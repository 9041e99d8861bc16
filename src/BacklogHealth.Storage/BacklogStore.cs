using System.Collections.Immutable;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Items;
using BacklogHealth.Storage.Migrations;
using BacklogHealth.Storage.Pulls;
using BacklogHealth.Storage.Snapshots;
using BacklogHealth.Storage.Sql;
using BacklogHealth.Storage.Teams;

namespace BacklogHealth.Storage;

/// <summary>
/// Everything the product keeps: teams, items with their history, pulls, snapshots. Each method is one transaction: afterwards all of it is
/// there, or nothing. May be used by several threads and processes at once; writers wait for each other, up to ten seconds. Errors of the file
/// are <see cref="StoreException"/>.
/// </summary>
public sealed class BacklogStore : IAsyncDisposable
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    private BacklogStore(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>Opens the database, makes it where there is none, and brings it to the version of this program.</summary>
    /// <param name="connectionString">For example <c>Data Source=backlog-health.db</c>.</param>
    /// <param name="time">Tells when pulls begin and end.</param>
    /// <param name="cancellation">Stops the opening.</param>
    /// <exception cref="StoreException">The folder is not there, the file is none of ours, newer, held by another process, or may not be read.</exception>
    public static Task<BacklogStore> Open(string connectionString, TimeProvider time, CancellationToken cancellation = default) =>
        Open(new Database(connectionString), time, cancellation);

    /// <summary>Opens a database.</summary>
    internal static async Task<BacklogStore> Open(Database database, TimeProvider time, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(time);
        await Schema.Ensure(database, cancellation);
        return new BacklogStore(database, time);
    }

    /// <summary>All teams, by name.</summary>
    public Task<IReadOnlyList<StoredTeam>> Teams(CancellationToken cancellation = default) => _database.Read(TeamTable.All, cancellation);

    /// <summary>Writes a team; one of the same name is changed, its items stay.</summary>
    public Task SaveTeam(StoredTeam team, CancellationToken cancellation = default) => _database.Write(s => TeamTable.Save(s, team), cancellation);

    /// <summary>Writes what the tracker says of the team's place in it.</summary>
    public Task SaveProfile(string team, TrackerProfile profile, CancellationToken cancellation = default) =>
        _database.Write(async s => await TeamTable.SaveProfile(s, await TeamTable.NumberOf(s, team), profile), cancellation);

    /// <summary>What the tracker said of the team's place in it; without states and sprints where it was never asked.</summary>
    public Task<TrackerProfile> Profile(string team, CancellationToken cancellation = default) =>
        _database.Read(async s => await TeamTable.Profile(s, await TeamTable.NumberOf(s, team)), cancellation);

    /// <summary>
    /// Begins a pull. Pages that an unfinished pull has stored stay, its listing is forgotten; listing begins anew, so that nothing rests on an
    /// old one.
    /// </summary>
    /// <param name="team">The team.</param>
    /// <param name="fingerprint">Hash over the query and the mapping of fields; another one than last time has every item fetched anew.</param>
    /// <param name="full">True to have every item fetched anew in any case.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Task<PullRun> BeginPull(string team, string fingerprint, bool full = false, CancellationToken cancellation = default) =>
        _database.Write(s => PullTable.Begin(s, team, fingerprint, full, _time.GetUtcNow()), cancellation);

    /// <summary>Stores one page of the listing.</summary>
    public Task SaveCensusPage(PullRun run, CensusPage page, CancellationToken cancellation = default) =>
        _database.Write(s => Listing.Save(s, run, page), cancellation);

    /// <summary>
    /// The next ids to fetch: listed, and not stored as they were listed; in the order of the listing. Empty where all are stored. An id that was
    /// handed out and neither came nor was refused is handed out again, behind the others, at most three times in a pull.
    /// </summary>
    public Task<ImmutableArray<string>> NextToFetch(PullRun run, int count, CancellationToken cancellation = default) =>
        _database.Write(s => Listing.Next(s, run, count), cancellation);

    /// <summary>Stores what was fetched, items with all their parts. Storing a page twice changes nothing. Items that were not listed are left out.</summary>
    public Task SaveItems(PullRun run, FetchedItems page, CancellationToken cancellation = default) =>
        _database.Write(s => Listing.Save(s, run, page, _time.GetUtcNow()), cancellation);

    /// <summary>Ends a pull: compares what was listed with what is stored, and tells what came of it.</summary>
    /// <param name="run">The pull.</param>
    /// <param name="listingComplete">True where the tracker said of a page that it was the last. Else nothing is removed.</param>
    /// <param name="problems">What else went wrong, as sentences; they are told before the store's own.</param>
    /// <param name="traffic">What it cost.</param>
    /// <param name="acceptRemovals">True where a listing that lacks many items at once is to be believed.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Task<PullResult> FinishPull(
        PullRun run, bool listingComplete, IReadOnlyList<string> problems, PullTraffic traffic, bool acceptRemovals = false, CancellationToken cancellation = default) =>
        _database.Write(s => Reconciliation.Finish(s, run, listingComplete, problems, traffic, acceptRemovals, _time.GetUtcNow()), cancellation);

    /// <summary>The result of the last finished pull; null where there was none.</summary>
    public Task<PullResult?> LastPull(string team, CancellationToken cancellation = default) => _database.Read(s => PullTable.Last(s, team), cancellation);

    /// <summary>Stores items of files, all of them or, where anything fails, none.</summary>
    /// <param name="team">The team.</param>
    /// <param name="profile">Workflow and sprints as the files show them.</param>
    /// <param name="items">The items; read once, one by one.</param>
    /// <param name="replace">True to take out what is stored and not among them.</param>
    /// <param name="badRows">Asked after the last item: how many rows could not be read; none without it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Task<ImportResult> Import(
        string team, TrackerProfile profile, IEnumerable<WorkItem> items, bool replace, Func<int>? badRows = null, CancellationToken cancellation = default) =>
        _database.Write(s => FileImport.Run(s, team, profile, items, replace, _time.GetUtcNow(), badRows), cancellation);

    /// <summary>The result of the last import; null where there was none.</summary>
    public Task<ImportResult?> LastImport(string team, CancellationToken cancellation = default) => _database.Read(s => FileImport.Last(s, team), cancellation);

    /// <summary>Streams whole items, ordered by creation and id; a few hundred are in memory at a time. All of them are of one state of the database.</summary>
    /// <param name="team">The team.</param>
    /// <param name="asOf">The instant to rebuild, see <see cref="PastState"/>; null for the items as stored.</param>
    /// <param name="choice">Which items.</param>
    /// <param name="workflow">Tells which states are finished; null for the tracker's own workflow.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public IAsyncEnumerable<PastItem> Items(string team, DateTimeOffset? asOf, ItemChoice choice, Workflow? workflow = null, CancellationToken cancellation = default) =>
        ItemReader.Stream(_database, team, asOf, choice, workflow, cancellation);

    /// <summary>The history of all items as compact rows, ordered by creation and id; gone ones too.</summary>
    public Task<IReadOnlyList<ItemHistory>> History(string team, CancellationToken cancellation = default) =>
        _database.Read(async s => await HistoryReader.Read(s, await TeamTable.NumberOf(s, team)), cancellation);

    /// <summary>The item of a key, also of a key it had before it moved; null where there is none.</summary>
    /// <param name="key">The key; small letters will do where no key is written so.</param>
    /// <param name="team">Where to look; null for all teams, by name.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Task<FoundItem?> Find(string key, string? team = null, CancellationToken cancellation = default) =>
        _database.Read(s => ItemReader.Find(s, key, team), cancellation);

    /// <summary>A short name for the state of a team's data: the same items, workflow and sprints, the same name.</summary>
    public Task<string> DataState(string team, CancellationToken cancellation = default) =>
        _database.Read(async s => await DataFingerprint.Of(s, await TeamTable.NumberOf(s, team)), cancellation);

    /// <summary>Keeps what a run found and said.</summary>
    public Task SaveSnapshot(Snapshot snapshot, CancellationToken cancellation = default) => _database.Write(s => SnapshotTable.Save(s, snapshot), cancellation);

    /// <summary>The snapshot whose instant lies in [from, to), nearest to the middle; of equally near ones the one made last; null where there is none.</summary>
    public Task<Snapshot?> NearestSnapshot(string team, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation = default) =>
        _database.Read(s => SnapshotTable.Nearest(s, team, from, to), cancellation);

    /// <summary>Closes the database, so that the file is free.</summary>
    public ValueTask DisposeAsync()
    {
        _database.Release();
        return ValueTask.CompletedTask;
    }
}
