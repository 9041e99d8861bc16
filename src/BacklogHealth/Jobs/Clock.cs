using Microsoft.Extensions.Logging;
using Quartz;
using Quartz.Extensibility;

namespace BacklogHealth.Jobs;

/// <summary>
/// Strikes when a job is due. Quartz keeps the time, in a file of its own or in tables that several nodes share; what a strike leads to is a row in the database,
/// and nothing else. Each strike sets the next one, by the schedule's own reading of the clock on the wall.
/// </summary>
/// <param name="jobs">All jobs.</param>
/// <param name="slots">Writes the rows.</param>
/// <param name="place">Where Quartz keeps the time.</param>
/// <param name="time">The clock.</param>
/// <param name="added">Told when there is something new to do.</param>
/// <param name="log">Where it is told what went wrong.</param>
internal sealed class Clock(IReadOnlyList<Job> jobs, Slots slots, ClockPlace place, TimeProvider time, Action added, ILogger<Clock> log) : IAsyncDisposable
{
    private static readonly TimeSpan Retry = TimeSpan.FromMinutes(1);

    // A strike that is lost, with the node that was at it or by a table that was restored, is made up for by then.
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(5);

    private readonly CancellationTokenSource _stop = new();

    private IScheduler? _scheduler;

    /// <summary>Notes what was missed, and sets every job's next strike.</summary>
    /// <exception cref="UserError">Quartz cannot use its place.</exception>
    public async Task Start(CancellationToken cancellation)
    {
        try
        {
            _scheduler = await QuartzSchedulerBuilder.Create(quartz =>
            {
                quartz.ConfigureScheduler(o => (o.InstanceName, o.GenerateInstanceId) = ("backlog-health", true));
                quartz.UseTimeProvider(time);
                quartz.UseDefaultThreadPool(1);
                quartz.UseJobFactory(new StrikeFactory(this));
                quartz.UsePersistentStore(place.Configure);
            }).BuildScheduler(cancellation);
            foreach (var job in jobs)
            {
                await _scheduler.AddJob(JobBuilder.Create<Strike>().WithIdentity(job.Name).StoreDurably().Build(), AddJobOptions.Replacing, cancellation);
                await Look(job, _scheduler, cancellation);
            }

            added();
            await _scheduler.Start(cancellation);
        }
        catch (SchedulerException e)
        {
            throw place.Refused(e);
        }
    }

    /// <summary>Looks every five minutes whether a strike was lost, and sets the next ones anew, until it is stopped.</summary>
    public async Task Watch(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                await Task.Delay(LookAgain, time, stop);
                await LookAtAll(stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // As asked.
        }
    }

    /// <summary>Notes what is due of each job and is not noted, and sets its next strike. What cannot be done now is told.</summary>
    public async Task LookAtAll(CancellationToken cancellation)
    {
        foreach (var job in jobs)
        {
            try
            {
                if (await Look(job, _scheduler!, cancellation))
                {
                    added();
                }
            }
            catch (Exception e) when (e is not OutOfMemoryException && !cancellation.IsCancellationRequested)
            {
                JobLog.CannotWork(log, Reason(e));
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_scheduler is not null)
        {
            await _scheduler.Shutdown(waitForJobsToComplete: true);
        }

        _stop.Dispose();
    }

    // The next slot is read before the latest is noted: one that comes in between is noted now and strikes at once, rather than being passed over.
    private async Task<bool> Look(Job job, IScheduler scheduler, CancellationToken cancellation)
    {
        var next = slots.Next(job);
        var isNew = await slots.Note(job, cancellation);
        if (await slots.Ahead(job, cancellation) is { } warning)
        {
            JobLog.Warned(log, warning);
        }

        if (next is not null)
        {
            await Set(scheduler, job.Name, next.At, cancellation);
        }

        return isNew;
    }

    // A strike that was missed comes at once, when somebody is there again.
    private async Task Set(IScheduler scheduler, string job, DateTimeOffset at, CancellationToken cancellation) =>
        await scheduler.ScheduleTrigger(
            TriggerBuilder.Create(time).WithIdentity(job).ForJob(job).StartAt(at).WithSimpleSchedule(s => s.WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow)).Build(),
            TriggerConflict.Replace,
            cancellation);

    // A job that settings no longer have is still in the store of Quartz: it strikes once more, and never again. Who does not set the next strike has set none:
    // whatever is away is waited for.
    private async Task Struck(string name, IScheduler scheduler)
    {
        var cancellation = _stop.Token;
        for (var job = jobs.FirstOrDefault(j => j.Name == name); job is not null;)
        {
            try
            {
                if (await Look(job, scheduler, cancellation))
                {
                    added();
                }

                return;
            }
            catch (Exception e) when (e is not OutOfMemoryException && !cancellation.IsCancellationRequested)
            {
                JobLog.CannotWork(log, Reason(e));
                await Task.Delay(Retry, time, cancellation);
            }
        }
    }

    private static string Reason(Exception e) => e is SchedulerException ? e.Message.ReplaceLineEndings(" ") : JobEnd.Of(e).Note;

    /// <summary>What Quartz calls.</summary>
    internal sealed class Strike(Clock clock) : IJob
    {
        /// <inheritdoc/>
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
            await clock.Struck(context.JobDetail.Key.Name, context.Scheduler);
    }

    private sealed class StrikeFactory(Clock clock) : IJobFactory
    {
        public ValueTask<JobScope> CreateJob(TriggerFiredBundle bundle, IScheduler scheduler, CancellationToken cancellationToken = default) => new(new JobScope(new Strike(clock)));

        public ValueTask ReturnJob(JobScope scope, CancellationToken cancellationToken = default) => default;
    }
}
