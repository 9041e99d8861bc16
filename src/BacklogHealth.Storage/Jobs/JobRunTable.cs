using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Jobs;

/// <summary>The table of runs of jobs.</summary>
internal static class JobRunTable
{
    private const string Columns = "job_run_no, token, job, slot, due_at, state, attempts, started_at, next_at, ended_at, note";

    // Of each job: two days of one that runs each five minutes, ten years of one that runs each week. A slot that old cannot come again.
    private const int Kept = 500;

    // What brings the program down each time must not keep it down.
    private const int Deaths = 5;

    /// <summary>Adds a run that is not there, and ends what it takes the place of.</summary>
    public static async Task<bool> Add(Session session, RunKey key, DateTimeOffset dueAt, string? skipped, DateTimeOffset now)
    {
        var values = new
        {
            job = CleanText.Of(key.Job),
            slot = CleanText.Of(key.Slot),
            due = dueAt.UtcTicks,
            now = now.UtcTicks,
            state = skipped is null ? 0 : 4,
            ended = skipped is null ? (long?)null : now.UtcTicks,
            note = skipped,
            kept = Kept,
        };
        // A clock that was put back, or another node's that is slow, must not bring an old slot up again.
        if (await session.First<Row>($"SELECT {Columns} FROM job_run WHERE job = @job AND (slot = @slot OR due_at > @due) LIMIT 1", values) is not null)
        {
            return false;
        }

        await session.Run(
            """
            INSERT INTO job_run (job, slot, due_at, made_at, state, token, attempts, ended_at, note)
            VALUES (@job, @slot, @due, @now, @state, 0, 0, @ended, @note)
            """,
            values);
        if (skipped is null)
        {
            await session.Run(
                """
                UPDATE job_run SET state = CASE WHEN attempts = 0 THEN 4 ELSE 3 END, ended_at = @now, next_at = NULL, note = COALESCE(note, 'A newer run took its place.')
                WHERE job = @job AND due_at < @due AND state = 0
                """,
                values);
        }

        await session.Run("DELETE FROM job_run WHERE job = @job AND state > 1 AND due_at < (SELECT due_at FROM job_run WHERE job = @job ORDER BY due_at DESC LIMIT 1 OFFSET @kept - 1)", values);
        return true;
    }

    /// <summary>Settles leases that have run out, and takes the next run where nobody is at one.</summary>
    public static async Task<ClaimedRun?> Claim(Session session, string job, DateTimeOffset now, TimeSpan lease)
    {
        var values = new { job = CleanText.Of(job), now = now.UtcTicks, until = (now + lease).UtcTicks, deaths = Deaths };
        // Whoever is in the midst of a writing under its claim holds the row, and lives: it is neither waited for nor taken over.
        await session.Run(
            $"""
            UPDATE job_run SET state = CASE WHEN attempts < @deaths THEN 0 ELSE 3 END, ended_at = CASE WHEN attempts < @deaths THEN NULL ELSE @now END,
                note = CASE WHEN attempts < @deaths THEN note ELSE 'The program died at it again and again. See the log of that time.' END, token = token + 1, lease_until = NULL
            WHERE job_run_no IN (SELECT job_run_no FROM job_run WHERE job = @job AND state = 1 AND lease_until <= @now {session.SkipLocked})
            """,
            values);
        var row = await session.First<Row>(
            $"""
            SELECT {Columns} FROM job_run WHERE job = @job AND state = 0 AND (next_at IS NULL OR next_at <= @now)
                AND NOT EXISTS (SELECT 1 FROM job_run other WHERE other.job = @job AND other.state = 1)
            ORDER BY due_at DESC LIMIT 1 {session.SkipLocked}
            """,
            values);
        if (row is null)
        {
            return null;
        }

        await session.Run(
            "UPDATE job_run SET state = 1, token = token + 1, attempts = attempts + 1, started_at = @now, lease_until = @until, next_at = NULL WHERE job_run_no = @JobRunNo",
            new { values.now, values.until, row.JobRunNo });
        return new ClaimedRun(row.JobRunNo, row.Token + 1, row.ToRun() with { State = RunState.Running, Attempts = row.Attempts + 1, StartedAt = now, NextAt = null });
    }

    /// <summary>Moves the end of a lease that still holds.</summary>
    public static async Task<bool> Renew(Session session, ClaimedRun claim, DateTimeOffset until) =>
        await session.Run("UPDATE job_run SET lease_until = @until WHERE job_run_no = @Number AND token = @Token AND state = 1", new { until = until.UtcTicks, claim.Number, claim.Token }) == 1;

    /// <summary>Ends a claim that still holds. One that is to be tried again while a newer one waits gives way to it.</summary>
    public static async Task<bool> End(Session session, ClaimedRun claim, RunState state, string? note, DateTimeOffset? nextAt, bool inVain, DateTimeOffset now) =>
        await session.Run(
            """
            UPDATE job_run SET lease_until = NULL, note = @note, attempts = attempts - CASE WHEN @state = 0 AND @inVain = 0 THEN 1 ELSE 0 END, next_at = CASE WHEN @state = 0 THEN @next ELSE NULL END, ended_at = CASE WHEN @state = 0 THEN NULL ELSE @now END,
                state = CASE WHEN @state = 0 AND EXISTS (SELECT 1 FROM job_run other WHERE other.job = job_run.job AND other.due_at > job_run.due_at AND other.state = 0) THEN 3 ELSE @state END
            WHERE job_run_no = @Number AND token = @Token AND state = 1
            """,
            new
            {
                state = (int)state,
                note = note is null ? null : CleanText.Of(note),
                next = nextAt?.UtcTicks,
                inVain = inVain ? 1 : 0,
                now = now.UtcTicks,
                claim.Number,
                claim.Token,
            }) == 1;

    /// <summary>True while a claim holds; the row stays as it is until the transaction ends.</summary>
    public static async Task<bool> Holds(Session session, ClaimedRun claim) =>
        await session.First<Row>($"SELECT {Columns} FROM job_run WHERE job_run_no = @Number AND token = @Token AND state = 1 {session.ForShare}", new { claim.Number, claim.Token }) is not null;

    /// <summary>The newest runs of a job.</summary>
    public static async Task<IReadOnlyList<JobRun>> Newest(Session session, string job, int count) =>
        [.. (await session.Query<Row>($"SELECT {Columns} FROM job_run WHERE job = @job ORDER BY due_at DESC, job_run_no DESC LIMIT @count", new { job = CleanText.Of(job), count })).Select(r => r.ToRun())];

    private sealed class Row
    {
        public long JobRunNo { get; init; }
        public long Token { get; init; }
        public string Job { get; init; } = "";
        public string Slot { get; init; } = "";
        public long DueAt { get; init; }
        public int State { get; init; }
        public int Attempts { get; init; }
        public long? StartedAt { get; init; }
        public long? NextAt { get; init; }
        public long? EndedAt { get; init; }
        public string? Note { get; init; }

        public JobRun ToRun() => new(new RunKey(Job, Slot), Instant.Of(DueAt), (RunState)State, Attempts, Instant.OrNull(StartedAt), Instant.OrNull(NextAt), Instant.OrNull(EndedAt), Note);
    }
}
