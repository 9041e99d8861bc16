using BacklogHealth.Storage.Jobs;
using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage;

/// <summary>
/// Which job ran when: a row for each job and slot, so that a slot is done once, whatever dies and however many programs share the database. A clock adds a
/// row; a worker claims it under a lease, renews the lease while it works, and ends it. What the work writes goes through <see cref="BacklogStore.Under"/>, so
/// that nothing of a worker whose lease was lost gets in.
/// </summary>
public sealed class RunLedger
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal RunLedger(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>Writes a run that is to be done; older ones of the job that nobody has begun give way to it.</summary>
    /// <param name="key">The run.</param>
    /// <param name="dueAt">When it is due (UTC).</param>
    /// <param name="skipped">Why it is left out; null to have it done.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>True where it is new; false where somebody wrote it before, or a newer one is there.</returns>
    public Task<bool> Add(RunKey key, DateTimeOffset dueAt, string? skipped = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Write(key.Job, s => JobRunTable.Add(s, key, dueAt, skipped, _time.GetUtcNow()), cancellation);
    }

    /// <summary>Takes the run of a job that is to be done now. One whose lease has run out is to be done again.</summary>
    /// <param name="job">The job.</param>
    /// <param name="lease">How long it is ours, unless renewed.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Null where nothing is to be done now, or somebody is at it.</returns>
    public Task<ClaimedRun?> Claim(string job, TimeSpan lease, CancellationToken cancellation = default) =>
        Write(job, s => JobRunTable.Claim(s, job, _time.GetUtcNow(), lease), cancellation);

    /// <summary>Keeps a run ours for longer. False where the lease was lost: somebody else has it now.</summary>
    public Task<bool> Renew(ClaimedRun claim, TimeSpan lease, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return Write(claim.Run.Key.Job, s => JobRunTable.Renew(s, claim, _time.GetUtcNow() + lease), cancellation);
    }

    /// <summary>Says what became of a run. False where the lease was lost, and what somebody else says stands.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="state">Waiting to have it tried again, done, or failed.</param>
    /// <param name="note">What it came to; null for nothing.</param>
    /// <param name="nextAt">When it is to be tried again (UTC), where it is.</param>
    /// <param name="inVain">False where it is to go on and nothing went wrong: such a beginning is not counted.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<bool> End(ClaimedRun claim, RunState state, string? note, DateTimeOffset? nextAt = null, bool inVain = true, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return state is RunState.Waiting or RunState.Done or RunState.Failed
            ? Write(claim.Run.Key.Job, s => JobRunTable.End(s, claim, state, note, nextAt, inVain, _time.GetUtcNow()), cancellation)
            : throw new ArgumentOutOfRangeException(nameof(state), state, "Expected an end.");
    }

    /// <summary>The newest runs of a job, the newest slot first.</summary>
    /// <param name="job">The job.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<IReadOnlyList<JobRun>> Newest(string job, int count, CancellationToken cancellation = default) => _database.Read(s => JobRunTable.Newest(s, job, count), cancellation);

    // Those of one job wait for each other, as writers of one team do; no team is called so.
    private Task<T> Write<T>(string job, Func<Session, Task<T>> work, CancellationToken cancellation) => _database.Write($"job\n{job}", work, cancellation);
}
