using BacklogHealth.Running;
using BacklogHealth.Storage;
using Microsoft.Extensions.Logging;

namespace BacklogHealth.Jobs;

/// <summary>
/// Does the runs of one lane that the database holds, one after the other. A run is claimed under a lease, which is renewed as long as the work goes on; what the
/// work writes carries the claim. Whatever fails is told at the run and tried again; whatever dies, another worker takes up when the lease has run out.
/// </summary>
/// <param name="jobs">The jobs of the lane, in the order in which those that are due at once are done.</param>
/// <param name="work">What jobs have at hand, with the store as it is.</param>
/// <param name="log">Where it is told what was done.</param>
internal sealed class Worker(IReadOnlyList<Job> jobs, JobWork work, ILogger<Worker> log) : IDisposable
{
    /// <summary>How long a run is a worker's after it was last heard of.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan RenewAgain = TimeSpan.FromSeconds(5);

    // What another node added, and what is to be tried again, is seen by then.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan[] Again = [TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12), TimeSpan.FromHours(18)];

    private readonly SemaphoreSlim _wake = new(0, 1);

    /// <summary>Has it look at once.</summary>
    public void Wake()
    {
        try
        {
            _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is about to look anyway.
        }
    }

    /// <summary>Works until it is stopped. A database that is away stops nothing: it is asked again.</summary>
    public async Task Run(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                await Pass(stop);
                await _wake.WaitAsync(Look, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // As asked.
        }
    }

    /// <summary>Does all that is to be done now. What fails is told.</summary>
    public async Task Pass(CancellationToken stop)
    {
        try
        {
            var worked = false;
            while (await Once(stop))
            {
                worked = true;
            }

            if (worked)
            {
                IdleMemory.GiveBack();
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException && !stop.IsCancellationRequested)
        {
            JobLog.CannotWork(log, JobEnd.Of(e).Note);
        }
    }

    /// <summary>Does the first run that is to be done now. False where there is none.</summary>
    public async Task<bool> Once(CancellationToken stop)
    {
        foreach (var job in jobs)
        {
            if (await work.Store.Runs.Claim(job.Name, Lease, stop) is { } claim)
            {
                await Do(job, claim, stop);
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _wake.Dispose();

    private async Task Do(Job job, ClaimedRun claim, CancellationToken stop)
    {
        JobLog.Begun(log, job.Name, claim.Run.Key.Slot, claim.Run.Attempts);
        var (state, next, end) = (RunState.Waiting, (DateTimeOffset?)null, new JobEnd(ExitCode.Done, "Stopped before it was done."));
        try
        {
            end = await UnderLease(job, claim, stop);
            (state, next) = After(claim.Run.Attempts, end);
        }
        catch (Exception e) when (e is not OutOfMemoryException && stop.IsCancellationRequested)
        {
            // The program is being ended, whatever the work says of that: the next one goes on with it at once.
        }

        // Behind the lease, somebody else does it by now.
        if (!await AwayStore.WaitedFor(() => work.Store.Runs.End(claim, state, end.Note, next, inVain: end.Code != ExitCode.Done, CancellationToken.None), Lease, work.Time, stop))
        {
            JobLog.LostLease(log, job.Name, claim.Run.Key.Slot);
            return;
        }

        JobLog.Ended(log, job.Name, claim.Run.Key.Slot, state, end.Code, end.Note);
    }

    // A tracker that refuses us is not asked again before the next slot: too many wrong tries lock an account.
    private (RunState State, DateTimeOffset? NextAt) After(int attempts, JobEnd end) =>
        end.Code == ExitCode.Done ? (end.Again is null ? RunState.Done : RunState.Waiting, work.Time.GetUtcNow() + end.Again)
        : end.Code == ExitCode.Refused || attempts > Again.Length ? (RunState.Failed, null)
        : (RunState.Waiting, work.Time.GetUtcNow() + Again[attempts - 1]);

    private async Task<JobEnd> UnderLease(Job job, ClaimedRun claim, CancellationToken stop)
    {
        using var held = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var beat = Beat(claim, held, done.Token);
        try
        {
            return await job.Do(work.Under(claim), held.Token);
        }
        catch (Exception e) when (e is not OutOfMemoryException && !stop.IsCancellationRequested)
        {
            return JobEnd.Of(e);
        }
        finally
        {
            await done.CancelAsync();
            await beat;
        }
    }

    // Renews while the work goes on; a lease that is lost stops the work. A database that is away, or whose row is held by a long writing of this very work, is no lost
    // lease yet: it is asked again soon, and what is written after the lease was lost is refused anyway.
    private async Task Beat(ClaimedRun claim, CancellationTokenSource held, CancellationToken done)
    {
        try
        {
            for (var pause = Lease / 3; ;)
            {
                await Task.Delay(pause, work.Time, done);
                try
                {
                    if (!await work.Store.Runs.Renew(claim, Lease, done))
                    {
                        await held.CancelAsync();
                        return;
                    }

                    pause = Lease / 3;
                }
                catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
                {
                    JobLog.CannotRenew(log, claim.Run.Key.Job, claim.Run.Key.Slot, JobEnd.Of(e).Note);
                    pause = RenewAgain;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The work is done.
        }
    }
}
