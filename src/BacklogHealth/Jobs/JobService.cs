using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BacklogHealth.Jobs;

/// <summary>The clock and the workers, as long as the program serves: one worker for the data, one for what goes out. Where one of them cannot go on, none does.</summary>
/// <param name="work">What jobs have at hand.</param>
/// <param name="logs">Where it is told what was done.</param>
/// <param name="ended">Told why nothing is done any more: a program that only shows pages must not go on as if it worked.</param>
internal sealed class JobService(JobWork work, ILoggerFactory logs, Action<Exception> ended) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Work(stoppingToken);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            JobLog.CannotGoOn(logs.CreateLogger<JobService>(), JobEnd.Of(e).Note);
            ended(e);
        }
    }

    private async Task Work(CancellationToken stop)
    {
        var jobs = await JobBook.Of(work.Settings, work.Store, stop);
        using var all = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var data = Of(Lane.Data);
        using var delivery = Of(Lane.Delivery);
        await using var clock = new Clock(
            jobs,
            new Slots(work.Store.Runs, work.Time),
            ClockPlace.Beside(work.Settings.Storage),
            work.Time,
            () =>
            {
                data.Wake();
                delivery.Wake();
            },
            logs.CreateLogger<Clock>());
        await clock.Start(stop);
        await Task.WhenAll(Together(data.Run), Together(delivery.Run), Together(clock.Watch));

        Worker Of(Lane lane) => new([.. jobs.Where(j => j.Lane == lane)], work, logs.CreateLogger<Worker>());

        async Task Together(Func<CancellationToken, Task> part)
        {
            try
            {
                await part(all.Token);
            }
            catch
            {
                await all.CancelAsync();
                throw;
            }
        }
    }
}
