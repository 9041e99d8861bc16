using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Dispatches;

/// <summary>The table of reports on their way.</summary>
internal static class DispatchTable
{
    private const string Columns = "dispatch_no, token, subscription, period, channel, recipient, due_at, state, attempts, doubts, next_at, ended_at, note";

    /// <summary>Adds the rows that are not there.</summary>
    public static async Task<int> Prepare(Session session, IEnumerable<DispatchKey> keys, DateTimeOffset dueAt, DateTimeOffset now)
    {
        var added = 0;
        foreach (var key in keys)
        {
            added += await session.Run(
                """
                INSERT INTO dispatch (subscription, period, channel, recipient, due_at, made_at, state, token, attempts, doubts)
                VALUES (@Subscription, @Period, @Channel, @Recipient, @due, @now, 0, 0, 0, 0)
                ON CONFLICT (subscription, period, channel, recipient) DO NOTHING
                """,
                new
                {
                    Subscription = CleanText.Of(key.Subscription),
                    Period = CleanText.Of(key.Period),
                    Channel = CleanText.Of(key.Channel),
                    Recipient = CleanText.Of(key.Recipient),
                    due = dueAt.UtcTicks,
                    now = now.UtcTicks,
                });
        }

        return added;
    }

    /// <summary>Settles leases that have run out, and takes the next row.</summary>
    public static async Task<ClaimedDispatch?> Claim(Session session, string subscription, string period, DateTimeOffset now, TimeSpan lease)
    {
        var values = new { subscription = CleanText.Of(subscription), period = CleanText.Of(period), now = now.UtcTicks, until = (now + lease).UtcTicks };
        await session.Run(
            """
            UPDATE dispatch SET state = CASE WHEN handed_at IS NULL OR doubts = 0 THEN 0 ELSE 4 END, ended_at = CASE WHEN handed_at IS NULL OR doubts = 0 THEN NULL ELSE @now END,
                doubts = CASE WHEN handed_at IS NULL THEN doubts ELSE doubts + 1 END, lease_until = NULL, token = token + 1
            WHERE subscription = @subscription AND period = @period AND state = 1 AND lease_until <= @now
            """,
            values);
        var row = await session.First<Row>(
            $"""
            SELECT {Columns} FROM dispatch WHERE subscription = @subscription AND period = @period AND state = 0 AND (next_at IS NULL OR next_at <= @now)
            ORDER BY dispatch_no LIMIT 1 {session.SkipLocked}
            """,
            values);
        if (row is null)
        {
            return null;
        }

        await session.Run(
            "UPDATE dispatch SET state = 1, token = token + 1, lease_until = @until, handed_at = NULL, next_at = NULL WHERE dispatch_no = @DispatchNo", new { values.until, row.DispatchNo });
        return new ClaimedDispatch(row.DispatchNo, row.Token + 1, row.ToDispatch() with { State = DispatchState.Sending, NextAt = null });
    }

    /// <summary>Marks a row as being handed over, while the claim holds.</summary>
    public static async Task<bool> HandOver(Session session, ClaimedDispatch claim, DateTimeOffset now) =>
        await session.Run(
            "UPDATE dispatch SET handed_at = @now, attempts = attempts + 1 WHERE dispatch_no = @Number AND token = @Token AND state = 1 AND lease_until > @now",
            new { now = now.UtcTicks, claim.Number, claim.Token }) == 1;

    /// <summary>Ends a claim that still holds.</summary>
    public static async Task<bool> End(Session session, ClaimedDispatch claim, DispatchState state, string? note, DateTimeOffset? nextAt, DateTimeOffset now) =>
        await session.Run(
            """
            UPDATE dispatch SET state = CASE WHEN @state = 4 AND doubts = 0 THEN 0 ELSE @state END, note = @note, lease_until = NULL, handed_at = NULL,
                next_at = CASE WHEN @state = 0 OR (@state = 4 AND doubts = 0) THEN @next ELSE NULL END,
                ended_at = CASE WHEN @state = 0 OR (@state = 4 AND doubts = 0) THEN NULL ELSE @now END, doubts = CASE WHEN @state = 4 THEN doubts + 1 ELSE doubts END
            WHERE dispatch_no = @Number AND token = @Token AND state = 1
            """,
            new
            {
                state = (int)state,
                note = note is null ? null : CleanText.Of(note),
                next = nextAt?.UtcTicks,
                now = now.UtcTicks,
                claim.Number,
                claim.Token,
            }) == 1;

    /// <summary>Ends what waits in older periods.</summary>
    public static Task<int> GiveWay(Session session, string subscription, DateTimeOffset dueAt, DateTimeOffset now) =>
        session.Run(
            """
            UPDATE dispatch SET state = CASE WHEN state = 1 AND handed_at IS NOT NULL THEN 4 ELSE 3 END, doubts = CASE WHEN state = 1 AND handed_at IS NOT NULL THEN doubts + 1 ELSE doubts END, ended_at = @now, lease_until = NULL, token = token + 1, next_at = NULL,
                note = 'A newer report took its place.'
            WHERE subscription = @subscription AND due_at < @due AND (state = 0 OR (state = 1 AND lease_until <= @now))
            """,
            new { subscription = CleanText.Of(subscription), due = dueAt.UtcTicks, now = now.UtcTicks });

    /// <summary>The rows of a subscription.</summary>
    public static async Task<IReadOnlyList<Dispatch>> All(Session session, string subscription, string? period) =>
        [.. (await session.Query<Row>(
            $"""
            SELECT {Columns} FROM dispatch WHERE subscription = @subscription AND (@period IS NULL OR period = @period)
            ORDER BY due_at DESC, period DESC, channel, recipient
            """,
            new { subscription = CleanText.Of(subscription), period = period is null ? null : CleanText.Of(period) })).Select(r => r.ToDispatch())];

    private sealed class Row
    {
        public long DispatchNo { get; init; }
        public long Token { get; init; }
        public string Subscription { get; init; } = "";
        public string Period { get; init; } = "";
        public string Channel { get; init; } = "";
        public string Recipient { get; init; } = "";
        public long DueAt { get; init; }
        public int State { get; init; }
        public int Attempts { get; init; }
        public int Doubts { get; init; }
        public long? NextAt { get; init; }
        public long? EndedAt { get; init; }
        public string? Note { get; init; }

        public Dispatch ToDispatch() => new(
            new DispatchKey(Subscription, Period, Channel, Recipient), Instant.Of(DueAt), (DispatchState)State, Attempts, Doubts, Instant.OrNull(NextAt), Instant.OrNull(EndedAt), Note);
    }
}
