using BacklogHealth.Storage;
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

    private readonly CancellationTokenSource _stop = new();

    private IScheduler? _scheduler;

    /// <summary>Notes what was missed, and sets every job's next strike.</summary>
    public async Task Start(CancellationToken cancellation)
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
            await slots.Note(job, cancellation);
            if (slots.Next(job) is { } next)
            {
                await _scheduler.AddJob(JobBuilder.Create<Strike>().WithIdentity(job.Name).StoreDurably().Build(), AddJobOptions.Replacing, cancellation);
                await Set(_scheduler, job.Name, next.At, cancellation);
            }
        }

        added();
        await _scheduler.Start(cancellation);
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

    // A strike that was missed comes at once, when somebody is there again.
    private async Task Set(IScheduler scheduler, string job, DateTimeOffset at, CancellationToken cancellation) =>
        await scheduler.ScheduleTrigger(
            TriggerBuilder.Create(time).WithIdentity(job).ForJob(job).StartAt(at).WithSimpleSchedule(s => s.WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow)).Build(),
            TriggerConflict.Replace,
            cancellation);

    private async Task Struck(string name, IScheduler scheduler)
    {
        var cancellation = _stop.Token;
        // A job that settings no longer have is still in the store of Quartz: it strikes once more, and never again.
        if (jobs.FirstOrDefault(j => j.Name == name) is not { } job)
        {
            return;
        }

        DateTimeOffset? next;
        try
        {
            if (await slots.Note(job, cancellation))
            {
                added();
            }

            next = slots.Next(job)?.At;
        }
        catch (StoreException e)
        {
            JobLog.CannotWork(log, e.Message);
            next = time.GetUtcNow() + Retry;
        }

        // Who does not set the next strike has set none: a store that is away is waited for.
        for (var isSet = next is null; !isSet;)
        {
            try
            {
                await Set(scheduler, name, next!.Value, cancellation);
                isSet = true;
            }
            catch (SchedulerException e) when (!cancellation.IsCancellationRequested)
            {
                JobLog.CannotWork(log, e.Message.ReplaceLineEndings(" "));
                await Task.Delay(Retry, time, cancellation);
            }
        }
    }

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
