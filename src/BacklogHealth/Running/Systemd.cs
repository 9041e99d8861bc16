using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Systemd;

namespace BacklogHealth.Running;

/// <summary>What systemd is told of a process that it started: ready, alive, stopping. Where nobody wants to hear it, nothing is said.</summary>
internal static class Systemd
{
    // Where systemd listens. Its variable is asked rather than who started us: a wrapper or a container engine may stand in between, and hand it on.
    private const string SocketVariable = "NOTIFY_SOCKET";

    // systemd tells by it within how many microseconds it wants to hear from the process.
    private const string WatchdogVariable = "WATCHDOG_USEC";

    /// <summary>Has the process speak with systemd.</summary>
    /// <param name="services">The process's services.</param>
    /// <param name="variables">Environment variables.</param>
    public static void AddTo(IServiceCollection services, IReadOnlyDictionary<string, string> variables)
    {
        if (string.IsNullOrEmpty(variables.GetValueOrDefault(SocketVariable)))
        {
            return;
        }

        services.AddSingleton<ISystemdNotifier, SystemdNotifier>().AddSingleton<IHostLifetime, SystemdLifetime>();
        if (long.TryParse(variables.GetValueOrDefault(WatchdogVariable), CultureInfo.InvariantCulture, out var within) && within > 0)
        {
            services.AddHostedService(s => new Watchdog(s.GetRequiredService<ISystemdNotifier>(), TimeSpan.FromMicroseconds(within)));
        }
    }

    /// <summary>Says again and again that the process lives, twice as often as systemd wants to hear it: one that hangs falls silent, and is started anew.</summary>
    private sealed class Watchdog(ISystemdNotifier systemd, TimeSpan within) : BackgroundService
    {
        private static readonly ServiceState Alive = new("WATCHDOG=1");

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var often = new PeriodicTimer(within / 2);
            do
            {
                systemd.Notify(Alive);
            }
            while (await often.WaitForNextTickAsync(stoppingToken));
        }
    }
}
