using System.CommandLine;
using System.Runtime.ExceptionServices;
using BacklogHealth.Jobs;
using BacklogHealth.Jobs.Apart;
using BacklogHealth.Running;
using BacklogHealth.Serving;
using BacklogHealth.Settings;
using BacklogHealth.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BacklogHealth.Commands;

/// <summary><c>serve</c>: the process that a team leaves running: clock, workers and pages. Ctrl+C or SIGTERM ends it.</summary>
internal static class ServeCommand
{
    /// <summary>What has begun may take so long to end.</summary>
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(25);

    private static readonly Option<string?> Urls = new("--urls") { Description = "Where it listens; several separated by semicolons (default: Serve:Urls).", HelpName = "URLS" };

    public static Command Make(AppHost host)
    {
        var command = new AppCommand("serve", "Does what is due by itself and shows how it stands as pages, until it is stopped.", "serve", "serve --urls http://127.0.0.1:8080") { EndsWithin = EndsWithin };
        command.Add(Urls);
        return command.Does(host, Run);
    }

    private static async Task<ExitCode> Run(Call call, CancellationToken cancellation)
    {
        StartChecks.Run();
        var settings = call.Settings with { Serve = Asked(call) };
        await using var store = await call.OpenStore(cancellation);
        var work = new JobWork(store, settings, call.Host, Screen.Silent);
        var key = LinkKey.Of(settings, call.ConfigFile);
        ExceptionDispatchInfo? fault = null;
        var parts = new ServeParts(store, settings, call.Host.Time, key)
        {
            Token = Secrets.Token(settings.Serve),
            ClientSecret = settings.Serve.OpenId is { } openId ? Secrets.ClientSecret(openId) : "",
            Background = [services => Service(work, call, services, e => fault = ExceptionDispatchInfo.Capture(e))],
            Observe = builder => Observe(builder, call, settings, Convert.ToBase64String(key)),
            Map = app => ServeTelemetry.MapMetrics(app),
        };
        await PullMeasures.Stored(store, call.Host.Time, cancellation);
        try
        {
            await using var host = await ServeHost.Start(parts, cancellation);
            call.Screen.Say($"serving at {string.Join(" and ", host.Addresses)}; Ctrl+C ends it.");
            await host.UntilStopped(cancellation);
        }
        catch (OperationCanceledException) when (fault is not null)
        {
            // The jobs could not go on before the pages were up: their fault says why, and not that somebody stopped it.
        }

        fault?.Throw();
        call.Screen.Say("stopped.");
        return ExitCode.Done;
    }

    private static JobService Service(JobWork work, Call call, IServiceProvider services, Action<Exception> failed)
    {
        var logs = services.GetRequiredService<ILoggerFactory>();
        var log = logs.CreateLogger<JobService>();
        return new JobService(
            work with
            {
                Keeping = Keeping.Of(work.Settings, call.ConfigFile, work.Time, warning => JobLog.Warned(log, warning)),
                Apart = call.Host.Program.IsEmpty ? null : new ApartProcess(call.Host.Program, call.ConfigFile, call.Merged, log),
            },
            logs,
            e =>
            {
                failed(e);
                services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
            });
    }

    // Last comes what replaces how a process learns that it is to end.
    private static void Observe(WebApplicationBuilder builder, Call call, AppSettings settings, string linkKey)
    {
        ServeLogging.AddTo(builder.Logging, call.Host, call.Merged, settings.LogLevel, linkKey);
        ServeTelemetry.AddTo(builder, call.Host.Variables);
        Systemd.AddTo(builder.Services, call.Host.Variables);
    }

    private static ServeSettings Asked(Call call) =>
        call.Get(Urls) is not { } urls ? call.Settings.Serve
            : ServeReader.UrlsOf(urls, out var wrong) is { } read ? call.Settings.Serve with { Urls = read }
            : throw UserError.Usage($"--urls: found '{wrong}'; expected {ServeReader.ExpectedUrl}. Correct it.");
}
