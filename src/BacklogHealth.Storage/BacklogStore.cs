using System.Collections.Immutable;
using BacklogHealth.Core.Health.Quality;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Deliveries;
using BacklogHealth.Storage.Items;
using BacklogHealth.Storage.Jobs;
using BacklogHealth.Storage.Migrations;
using BacklogHealth.Storage.Models;
using BacklogHealth.Storage.Pulls;
using BacklogHealth.Storage.Snapshots;
using BacklogHealth.Storage.Sql;
using BacklogHealth.Storage.Teams;

namespace BacklogHealth.Storage;

/// <summary>
/// Everything the product keeps: teams, items with their history, pulls, models, snapshots. Each method is one transaction: afterwards all of it is
/// there, or nothing. May be used by several threads and processes at once; those that write to the same team wait for each other, up to ten
/// seconds. Errors of the database are <see cref="StoreException"/>.
/// </summary>
public sealed class BacklogStore : IAsyncDisposable
{
    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly bool _isBorrowed;

    private BacklogStore(Database database, TimeProvider time, bool isBorrowed = false) => (_database, _time, _isBorrowed) = (database, time, isBorrowed);

    /// <summary>The database itself.</summary>
    internal Database Database => _database;

    /// <summary>Opens the database in a file, makes it where there is none, and brings it to the version of this program.</summary>
    /// <param name="connectionString">For example <c>Data Source=backlog-health.db</c>.</param>
    /// <param name="time">Tells when pulls begin and end.</param>
    /// <param name="cancellation">Stops the opening.</param>
    /// <exception cref="StoreException">The folder is not there, the file is none of ours, newer, held by another process, or may not be read.</exception>
    public static Task<BacklogStore> Open(string connectionString, TimeProvider time, CancellationToken cancellation = default) =>
        Open(StorageEngine.Sqlite, connectionString, time, cancellation);

    /// <summary>Opens the database, makes its tables where there are none, and brings it to the version of this program.</summary>
    /// <param name="engine">What keeps the data.</param>
    /// <param name="connectionString">
    /// For example <c>Data Source=backlog-health.db</c>, or <c>Host=db.example;Database=backlog;Username=backlog;Password=…</c>; a database on a
    /// server must be there, and may be empty.
    /// </param>
    /// <param name="time">Tells when pulls begin and end.</param>
    /// <param name="cancellation">Stops the opening.</param>
    /// <exception cref="StoreException">It is not there, none of ours, newer, held by another process, or may not be read; or the server cannot be reached, refuses the user or is too old.</exception>
    public static Task<BacklogStore> Open(StorageEngine engine, string connectionString, TimeProvider time, CancellationToken cancellation = default) =>
        Open(Database.Of(engine, connectionString), time, cancellation);

    /// <summary>Opens a database.</summary>
    internal static async Task<BacklogStore> Open(Database database, TimeProvider time, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(time);
        await Schema.Ensure(database, cancellation);
        return new BacklogStore(database, time);
    }

    /// <summary>Which report went to whom.</summary>
    public DispatchLedger Dispatches => new(_database, _time);

    /// <summary>Which job ran when.</summary>
    public RunLedger Runs => new(_database, _time);

    /// <summary>
    /// The same store in the hands of whoever does a run of a job: everything that it writes looks first, in the same transaction, whether the claim still
    /// holds. What a worker writes that was asleep for longer than its lease is a <see cref="StoreFault.LeaseLost"/>, and nothing of it gets in.
    /// </summary>
    public BacklogStore Under(ClaimedRun claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return new BacklogStore(
            _database.Behind(async session =>
            {
                if (!await JobRunTable.Holds(session, claim))
                {
                    throw new StoreException(
                        StoreFault.LeaseLost,
                        $"Job {claim.Run.Key.Job} of {claim.Run.Key.Slot}: somebody else does it by now, since nothing was heard from here for so long. Expected to be the only one. Nothing more is written from here.");
                }
            }),
            _time,
            isBorrowed: true);
    }

    /// <summary>All teams, by name.</summary>
    public Task<IReadOnlyList<StoredTeam>> Teams(CancellationToken cancellation = default) => _database.Read(TeamTable.All, cancellation);

    /// <summary>Writes a team; one of the same name is changed, its items stay.</summary>
    public Task SaveTeam(StoredTeam team, CancellationToken cancellation = default) =>
        _database.Write(team.Name, s => TeamTable.Save(s, team), cancellation);

    /// <summary>Writes what the tracker says of the team's place in it.</summary>
    public Task SaveProfile(string team, TrackerProfile profile, CancellationToken cancellation = default) =>
        _database.Write(team, async s => await TeamTable.SaveProfile(s, await TeamTable.NumberOf(s, team), profile), cancellation);

    /// <summary>What the tracker said of the team's place in it; without states and sprints where it was never asked.</summary>
    public Task<TrackerProfile> Profile(string team, CancellationToken cancellation = default) =>
        _database.Read(async s => await TeamTable.Profile(s, await TeamTable.NumberOf(s, team)), cancellation);

    /// <summary>
    /// Begins a pull. Pages that an unfinished pull has stored stay, its listing is forgotten; listing begins anew, so that nothing rests on an
    /// old one.
    /// </summary>
    /// <param name="team">The team.</param>
    /// <param name="key">What is listed and how it is read. Another scope than last time has every item fetched anew; another mapping alone asks for <see cref="Reread"/> first.</param>
    /// <param name="full">True to have every item fetched anew in any case.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Task<PullRun> BeginPull(string team, PullKey key, bool full = false, CancellationToken cancellation = default) =>
        _database.Write(team, s => PullTable.Begin(s, team, key, full, _time.GetUtcNow()), cancellation);

    /// <summary>
    /// Reads every item again, from what was sent for it, that was read under another mapping than this pull's; nothing where the mapping is the
    /// same. Stamps are kept. An item without a payload, or whose payload cannot be read, is fetched by this pull. Stopped at any point, it goes on
    /// from there when called again, by this pull or the next.
    /// </summary>
    /// <param name="run">The pull.</param>
    /// <param name="read">Reads a payload; null where it cannot be read.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Task<RereadResult> Reread(PullRun run, Func<ItemPayload, WorkItem?> read, CancellationToken cancellation = default) =>
        Rereading.Run(_database, run, read, cancellation);

    /// <summary>
    /// Stores one page of a listing. An entry without a stamp is known where the item is stored and has not been lost sight of since; where the
    /// pull has no cursor it says nothing, and every item is fetched anew.
    /// </summary>
    /// <param name="run">The pull.</param>
    /// <param name="page">The page; of two entries with the same id the later stamp holds.</param>
    /// <param name="listing">1, or 2 for the check of the first listing.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Task SaveCensusPage(PullRun run, CensusPage page, int listing = 1, CancellationToken cancellation = default) =>
        _database.Write(run.Team, s => Listing.Save(s, run, page, listing), cancellation);

    /// <summary>What the listings of a pull hold beside what is stored.</summary>
    public Task<Census> Census(PullRun run, CancellationToken cancellation = default) => _database.Read(s => CensusCounts.Of(s, run), cancellation);

    /// <summary>Ids of stored items that are there, not known to be invisible, and in no listing of this pull; in ordinal order, at most so many.</summary>
    public Task<ImmutableArray<string>> Missing(PullRun run, int count, CancellationToken cancellation = default) =>
        _database.Read(s => CensusCounts.Missing(s, run, count), cancellation);

    /// <summary>Keys of stored items by their ids; an id that is not stored is left out.</summary>
    public Task<IReadOnlyDictionary<string, string>> Keys(string team, IEnumerable<string> ids, CancellationToken cancellation = default) =>
        _database.Read(s => ItemReader.Keys(s, team, ids), cancellation);

    /// <summary>Names of all states that items of a team are or were in.</summary>
    public Task<IReadOnlyList<string>> StateNames(string team, CancellationToken cancellation = default) =>
        _database.Read<IReadOnlyList<string>>(
            async s => [.. (await StateTable.Of(s, await TeamTable.NumberOf(s, team))).Words.Values.Select(w => w.Name).Distinct(StringComparer.Ordinal)], cancellation);

    /// <summary>
    /// The next ids to fetch: listed, and not stored as they were listed; in the order of the listing. Empty where all are stored. An id that was
    /// handed out and neither came nor was refused is handed out again, behind the others, at most three times in a pull: ask again when what was
    /// handed out is stored.
    /// </summary>
    public Task<ImmutableArray<string>> NextToFetch(PullRun run, int count, CancellationToken cancellation = default) =>
        _database.Write(run.Team, s => Listing.Next(s, run, count), cancellation);

    /// <summary>
    /// Stores what was fetched: items with all their parts, what was sent for them, and what did not come. Storing a page twice changes nothing.
    /// Items that were not listed are left out. An item that was refused is not visible from now on; one that was deleted since it was listed is no
    /// gap; one that cannot be read stands as it was and is fetched again by the next pull.
    /// </summary>
    public Task SaveItems(PullRun run, FetchedItems page, CancellationToken cancellation = default) =>
        _database.Write(run.Team, s => FetchedPage.Save(s, run, page, _time.GetUtcNow()), cancellation);

    /// <summary>What the tracker sent for an item the last time it was fetched; null where that is not kept.</summary>
    public Task<ItemPayload?> Payload(string team, string id, CancellationToken cancellation = default) =>
        _database.Read(s => PayloadTable.Of(s, team, id), cancellation);

    /// <summary>Ends a pull: compares what was listed with what is stored, applies the verdict on what is missing, and tells what came of it.</summary>
    public Task<PullResult> FinishPull(PullRun run, PullEnd end, CancellationToken cancellation = default) =>
        _database.Write(run.Team, s => Reconciliation.Finish(s, run, end, _time.GetUtcNow()), cancellation);

    /// <summary>What was done in a team on a person's word, oldest first.</summary>
    public Task<IReadOnlyList<AuditEntry>> Audit(string team, CancellationToken cancellation = default) => _database.Read(s => AuditTable.Of(s, team), cancellation);

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
        _database.Write(team, s => FileImport.Run(s, team, profile, items, replace, _time.GetUtcNow(), badRows), cancellation);

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

    /// <summary>Chooses items at several instants, to be gone through once or more.</summary>
    /// <param name="team">The team.</param>
    /// <param name="instants">The instants to rebuild; null among them for the items as stored.</param>
    /// <param name="choice">Which items, at each instant.</param>
    /// <param name="workflow">Tells which states are finished; null for the tracker's own workflow.</param>
    /// <param name="cancellation">Stops the reading, now and later.</param>
    public Task<ChosenItems> ChooseItems(
        string team, IReadOnlyList<DateTimeOffset?> instants, ItemChoice choice, Workflow? workflow = null, CancellationToken cancellation = default) =>
        ChosenItems.Of(_database, team, instants, choice, workflow, cancellation);

    /// <summary>Streams the items of some ids, as they are stored, ordered by creation and id; ids that the team does not have are passed over.</summary>
    public IAsyncEnumerable<WorkItem> ItemsOf(string team, IEnumerable<string> ids, CancellationToken cancellation = default) =>
        ItemReader.StreamOf(_database, team, ids, cancellation);

    /// <summary>The history of all items as compact rows, ordered by creation and id; gone ones too.</summary>
    public Task<IReadOnlyList<ItemHistory>> History(string team, CancellationToken cancellation = default) =>
        _database.Read(async s => await HistoryReader.Read(s, await TeamTable.NumberOf(s, team)), cancellation);

    /// <summary>Which items were in which sprints, as compact rows, ordered by creation and id; items that never were are left out.</summary>
    public Task<IReadOnlyList<SprintHistory>> Sprints(string team, CancellationToken cancellation = default) =>
        _database.Read(async s => await FactsReader.OfSprints(s, await TeamTable.NumberOf(s, team)), cancellation);

    /// <summary>What is stored beside the histories and tells of the quality of the data: links, other teams, what is invisible, who finished items.</summary>
    /// <param name="team">The team.</param>
    /// <param name="workflow">Tells which states are finished.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public Task<QualityFacts> QualityFacts(string team, Workflow workflow, CancellationToken cancellation = default) =>
        _database.Read(async s => await FactsReader.OfQuality(s, await TeamTable.NumberOf(s, team), workflow), cancellation);

    /// <summary>What is stored beside the histories and tells of duties, data quality and sprints: together, since a team's changes are gone through once.</summary>
    public Task<TeamFacts> Facts(string team, FactsAsked asked, CancellationToken cancellation = default) =>
        _database.Read(async s => await FactsReader.Read(s, await TeamTable.NumberOf(s, team), asked), cancellation);

    /// <summary>Ids of the items below which other teams of the same connection have items: an epic among them is cut into pieces, though none of them is this team's.</summary>
    public Task<IReadOnlySet<string>> ParentsElsewhere(string team, CancellationToken cancellation = default) =>
        _database.Read(async s => await ItemReader.ParentsElsewhere(s, await TeamTable.NumberOf(s, team)), cancellation);

    /// <summary>The item of a key, also of a key it had before it moved; null where there is none.</summary>
    /// <param name="key">The key; small letters will do where no key is written so.</param>
    /// <param name="team">Where to look; null for all teams, by name.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Task<FoundItem?> Find(string key, string? team = null, CancellationToken cancellation = default) =>
        _database.Read(s => ItemReader.Find(s, key, team), cancellation);

    /// <summary>
    /// Keeps what the tracker answered to a delivery's query. Whoever is found for the first time that the query is answered counts from the beginning
    /// of time, since nobody knows better; from then on items come and go now. Where the query was refused, the last known members stay.
    /// </summary>
    /// <param name="team">The team whose tracker was asked.</param>
    /// <param name="query">The query, with whatever says where it was asked: another text is another query, whose members begin anew.</param>
    /// <param name="answer">The whole answer.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Task SaveQueryAnswer(string team, string query, QueryAnswer answer, CancellationToken cancellation = default) =>
        _database.Write(team, s => DeliveryTable.Save(s, team, query, answer, _time.GetUtcNow()), cancellation);

    /// <summary>Ids of the items that a delivery's query found at an instant, stored for the team or not; null where the query was never answered.</summary>
    /// <param name="team">The team whose tracker was asked.</param>
    /// <param name="query">The same text that was given to <see cref="SaveQueryAnswer"/>.</param>
    /// <param name="asOf">The instant: a member is whoever came at it or before, and had not gone at it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Task<DeliveryMembers?> DeliveryMembers(string team, string query, DateTimeOffset asOf, CancellationToken cancellation = default) =>
        _database.Read(s => DeliveryTable.Members(s, team, query, asOf), cancellation);

    /// <summary>How many of these items are stored and there, for the team or for another one of the same connection.</summary>
    public Task<int> CountStored(string team, IEnumerable<string> ids, CancellationToken cancellation = default) =>
        _database.Read(s => DeliveryTable.CountStored(s, team, ids), cancellation);

    /// <summary>Keeps what was learned of a team, in the place of what was known about the same targets; what is known about others stays.</summary>
    /// <param name="team">The team.</param>
    /// <param name="models">One for each target; of two about the same the later one holds.</param>
    /// <param name="cancellation">Stops the work; nothing of it stays.</param>
    public Task SaveModels(string team, IReadOnlyList<KeptModel> models, CancellationToken cancellation = default) =>
        _database.Write(team, async s => ModelTable.Save(s, await TeamTable.NumberOf(s, team), models), cancellation);

    /// <summary>What was learned of a team, by target in ordinal order; empty where nothing was.</summary>
    public Task<IReadOnlyList<KeptModel>> Models(string team, CancellationToken cancellation = default) =>
        _database.Read(async s => await ModelTable.Of(s, await TeamTable.NumberOf(s, team)), cancellation);

    /// <summary>A short name for the state of a team's data: the same items, workflow, sprints and models (by their coefficients), the same name.</summary>
    public Task<string> DataState(string team, CancellationToken cancellation = default) =>
        _database.Read(async s => await DataFingerprint.Of(s, await TeamTable.NumberOf(s, team)), cancellation);

    /// <summary>Keeps what a run found and said.</summary>
    public Task SaveSnapshot(Snapshot snapshot, CancellationToken cancellation = default) =>
        _database.Write(snapshot.Team, s => SnapshotTable.Save(s, snapshot), cancellation);

    /// <summary>The snapshot whose instant lies in [from, to), nearest to the middle; of equally near ones the one made last; null where there is none.</summary>
    public Task<Snapshot?> NearestSnapshot(string team, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation = default) =>
        _database.Read(s => SnapshotTable.Nearest(s, team, from, to), cancellation);

    /// <summary>The last snapshot of each span between two bounds (ascending; the later one excluded) without its items, oldest first; spans without one are left out.</summary>
    /// <param name="team">The team.</param>
    /// <param name="bounds">The bounds.</param>
    /// <param name="unless">The measure without which the median scores of a snapshot's waiting items are worked out: older ones did not keep theirs.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<IReadOnlyList<SnapshotSummary>> LastSnapshots(string team, IReadOnlyList<DateTimeOffset> bounds, string unless, CancellationToken cancellation = default) =>
        _database.Read(s => SnapshotSummaries.Last(s, team, bounds, unless), cancellation);

    /// <summary>What the runs of a team have forecast at instants before this one, oldest first; a past day that was rebuilt later counts for nothing.</summary>
    public Task<IReadOnlyList<SnapshotForecast>> ForecastsGiven(string team, DateTimeOffset before, CancellationToken cancellation = default) =>
        _database.Read(s => SnapshotTable.Forecasts(s, team, before), cancellation);

    /// <summary>Closes the database, so that its file or its server is free.</summary>
    public ValueTask DisposeAsync()
    {
        if (!_isBorrowed)
        {
            _database.Dispose();
        }

        return ValueTask.CompletedTask;
    }
}
