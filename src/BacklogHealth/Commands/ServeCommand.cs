using System.CommandLine;
using BacklogHealth.Serving;
using BacklogHealth.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace BacklogHealth.Commands;

/// <summary><c>serve</c>: the process that a team leaves running, with its pages. Ctrl+C or SIGTERM ends it.</summary>
internal static class ServeCommand
{
    /// <summary>What has begun may take so long to end.</summary>
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(25);

    private static readonly Option<string?> Urls = new("--urls") { Description = "Where it listens; several separated by semicolons (default: Serve:Urls).", HelpName = "URLS" };

    public static Command Make(AppHost host)
    {
        var command = new AppCommand("serve", "Shows how it stands and the reports of the past as pages, until it is stopped.", "serve", "serve --urls http://127.0.0.1:8080") { EndsWithin = EndsWithin };
        command.Add(Urls);
        return command.Does(host, Run);
    }

    private static async Task<ExitCode> Run(Call call, CancellationToken cancellation)
    {
        var settings = call.Settings with { Serve = Asked(call) };
        await using var store = await call.OpenStore(cancellation);
        var parts = new ServeParts(store, settings, call.Host.Time, LinkKey.Of(settings, call.ConfigFile))
        {
            Token = Secrets.Token(settings.Serve),
            ClientSecret = settings.Serve.OpenId is { } openId ? Secrets.ClientSecret(openId) : "",
            Observe = builder => Log(builder.Logging),
        };
        await using var host = await ServeHost.Start(parts, cancellation);
        call.Screen.Say($"serving at {string.Join(" and ", host.Addresses)}; Ctrl+C ends it.");
        await host.UntilStopped(cancellation);
        call.Screen.Say("stopped.");
        return ExitCode.Done;
    }

    /// <summary>Events of the program, and of the framework what is wrong, on standard error: standard output is for data.</summary>
    private static void Log(ILoggingBuilder logging)
    {
        logging.SetMinimumLevel(LogLevel.Warning).AddFilter(nameof(BacklogHealth), LogLevel.Information).AddSimpleConsole(o => o.SingleLine = true);
        logging.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static ServeSettings Asked(Call call) =>
        call.Get(Urls) is not { } urls ? call.Settings.Serve
            : ServeReader.UrlsOf(urls, out var wrong) is { } read ? call.Settings.Serve with { Urls = read }
            : throw UserError.Usage($"--urls: found '{wrong}'; expected {ServeReader.ExpectedUrl}. Correct it.");
}
