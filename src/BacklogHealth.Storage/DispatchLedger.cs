using BacklogHealth.Storage.Dispatches;
using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage;

/// <summary>
/// Which report went to whom: a row for each subscription, period, channel and recipient, so that none is lost and none is sent twice, whatever dies and
/// however many programs share the database. A row is prepared, claimed under a lease, handed over, and ended; only the last claim of a row can write to it.
/// What may or may not have arrived is sent once more, which is recorded: a report that comes twice is worth less trouble than one that never comes.
/// </summary>
public sealed class DispatchLedger
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal DispatchLedger(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>Writes those that are not there yet, to be sent; gives how many.</summary>
    /// <param name="keys">The dispatches of one period.</param>
    /// <param name="dueAt">When they are due (UTC).</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<int> Prepare(IReadOnlyCollection<DispatchKey> keys, DateTimeOffset dueAt, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return Write(keys.FirstOrDefault()?.Subscription ?? "", s => DispatchTable.Prepare(s, keys, dueAt, _time.GetUtcNow()), cancellation);
    }

    /// <summary>
    /// Takes the next one of a period that is to be sent now. First, what a lease has run out on is settled: what was not being handed over is to be sent again;
    /// what was is in doubt, and is to be sent once more for the first doubt and unknown for the second.
    /// </summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="period">The period.</param>
    /// <param name="lease">How long it is ours.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Null where nothing is to be sent now.</returns>
    public Task<ClaimedDispatch?> Claim(string subscription, string period, TimeSpan lease, CancellationToken cancellation = default) =>
        Write(subscription, s => DispatchTable.Claim(s, subscription, period, _time.GetUtcNow(), lease), cancellation);

    /// <summary>Says that it is handed over from now on: who dies behind this leaves it in doubt. False where the lease was lost, and nothing may be sent.</summary>
    public Task<bool> HandOver(ClaimedDispatch claim, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return Write(claim.Dispatch.Key.Subscription, s => DispatchTable.HandOver(s, claim, _time.GetUtcNow()), cancellation);
    }

    /// <summary>Says what became of it. False where the lease was lost: somebody else has it now, and what they say stands.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="state">Pending to have it tried again, accepted, failed, or unknown where the other side did not answer: of the first such doubt it is tried again.</param>
    /// <param name="note">What the other side said; null for nothing.</param>
    /// <param name="nextAt">When it is to be tried again (UTC), where it is.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<bool> End(ClaimedDispatch claim, DispatchState state, string? note, DateTimeOffset? nextAt = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return state != DispatchState.Sending
            ? Write(claim.Dispatch.Key.Subscription, s => DispatchTable.End(s, claim, state, note, nextAt, _time.GetUtcNow()), cancellation)
            : throw new ArgumentOutOfRangeException(nameof(state), state, "Expected an end.");
    }

    /// <summary>Ends what older periods have not sent yet: the newest report takes its place. Gives how many.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="dueAt">When the newest period is due (UTC); those due before are ended.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<int> GiveWay(string subscription, DateTimeOffset dueAt, CancellationToken cancellation = default) =>
        Write(subscription, s => DispatchTable.GiveWay(s, subscription, dueAt, _time.GetUtcNow()), cancellation);

    /// <summary>The dispatches of a subscription, the newest period first, then by channel and recipient.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="period">One period; null for all.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<IReadOnlyList<Dispatch>> Of(string subscription, string? period = null, CancellationToken cancellation = default) =>
        _database.Read(s => DispatchTable.All(s, subscription, period), cancellation);

    // Those of one subscription wait for each other, as writers of one team do; no team is called so.
    private Task<T> Write<T>(string subscription, Func<Session, Task<T>> work, CancellationToken cancellation) => _database.Write($"dispatch\n{subscription}", work, cancellation);
}
