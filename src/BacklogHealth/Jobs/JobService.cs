using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BacklogHealth.Jobs;

/// <summary>The clock and the workers, as long as the program serves: one worker for the data, one for what goes out.</summary>
internal sealed class JobService(JobWork work, ILoggerFactory logs) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var jobs = await JobBook.Of(work.Settings, work.Store, stoppingToken);
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
        await clock.Start(stoppingToken);
        await Task.WhenAll(data.Run(stoppingToken), delivery.Run(stoppingToken));

        Worker Of(Lane lane) => new([.. jobs.Where(j => j.Lane == lane)], work, logs.CreateLogger<Worker>());
    }
}
