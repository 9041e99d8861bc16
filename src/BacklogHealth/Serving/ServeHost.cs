using System.Net.Sockets;
using BacklogHealth.Settings;
using BacklogHealth.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BacklogHealth.Serving;

/// <summary>The process that runs by itself: its pages, and beside them whatever <see cref="ServeParts.Background"/> holds. It runs until it is disposed.</summary>
internal sealed partial class ServeHost : IAsyncDisposable
{
    private const int LongestBody = 16_384;
    private static readonly TimeSpan LastWorkWithin = TimeSpan.FromSeconds(20);
    private static readonly string[] Read = ["GET", "HEAD"];

    private readonly WebApplication _app;

    private ServeHost(WebApplication app) => _app = app;

    /// <summary>Where it listens, as http://127.0.0.1:5080.</summary>
    public IReadOnlyList<Uri> Addresses => [.. _app.Urls.Select(u => new Uri(u))];

    /// <summary>Starts it.</summary>
    /// <exception cref="UserError">It would listen beyond this machine and nothing says who may come in; or it cannot listen there.</exception>
    public static async Task<ServeHost> Start(ServeParts parts, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(parts);
        RefuseOpenDoors(parts.Serve);
        Ports.Try(parts.Serve);
        var host = new ServeHost(Build(parts));
        try
        {
            await host._app.StartAsync(cancellation);
            return host;
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // Somebody took the port in the moment since it was tried.
            await host.DisposeAsync();
            throw Ports.Refused(parts.Serve.ToString(), e);
        }
    }

    /// <summary>Waits until it is told to stop, and stops it: requests under way and work that has begun have some seconds to end.</summary>
    public Task UntilStopped(CancellationToken stop) => _app.WaitForShutdownAsync(stop);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static void RefuseOpenDoors(ServeSettings serve)
    {
        if (!serve.AsksWho && serve.Urls.FirstOrDefault(u => !u.IsHere) is { } open)
        {
            throw UserError.Usage($"serve at {open}: others than this machine can reach that address, and nothing says who may come in. Expected Serve:TokenFile with a token, or Serve:OpenIdConnect. Set one of them, or listen on http://127.0.0.1:5080.");
        }
    }

    private static WebApplication Build(ServeParts parts)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LongestBody;
            foreach (var url in parts.Serve.Urls)
            {
                if (url.Address is { } address)
                {
                    kestrel.Listen(address, url.Port);
                }
                else
                {
                    kestrel.ListenAnyIP(url.Port);
                }
            }
        });
        builder.Services.AddRoutingCore().Configure<HostOptions>(o => o.ShutdownTimeout = LastWorkWithin);
        Logins.AddTo(builder.Services, parts);
        foreach (var beside in parts.Background)
        {
            builder.Services.AddSingleton(beside);
        }

        parts.Observe?.Invoke(builder);
        var app = builder.Build();
        Pipe(app, parts);
        Map(app, parts);
        return app;
    }

    /// <summary>What each request passes, in this order.</summary>
    private static void Pipe(WebApplication app, ServeParts parts)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("BacklogHealth.Serve");
        app.Use((context, next) => Answered(context, next, log));
        if (!parts.Serve.TrustedProxies.IsEmpty)
        {
            app.UseForwardedHeaders(Forwarded(parts.Serve));
        }

        app.UseAuthentication();
        app.Use((context, next) => context.RequestServices.GetRequiredService<Gate>().Pass(context, next));
        app.UseRouting();
    }

    private static void Map(WebApplication app, ServeParts parts)
    {
        var links = new ReportLinks(parts.Key, parts.Serve.LinkDays, parts.Time);
        var pages = new Pages(parts, PastReports.Of(parts.Serve, parts.Time), links, app.Services.GetRequiredService<Audit>());
        var login = app.Services.GetRequiredService<TokenLogin>();
        app.MapMethods("/", Read, pages.Status);
        app.MapMethods("/reports", Read, pages.Reports);
        app.MapMethods("/reports/{day}/{set}", Read, pages.Together);
        app.MapMethods("/reports/{day}/{set}/{team}/{file}", Read, pages.Report);
        app.MapMethods("/login", Read, login.Ask);
        app.MapPost("/login", login.Take);
        app.MapPost("/logout", login.End);
        if (parts.Serve.OpenId is not null)
        {
            app.MapMethods("/login/organisation", Read, OpenIdLogin.Challenge);
        }

        app.MapMethods("/health/live", Read, HealthAnswers.Live);
        app.MapMethods("/health/ready", Read, context => HealthAnswers.Ready(context, parts));
        parts.Map?.Invoke(app);
        app.MapMethods("{**path}", Read, context => Answers.Page(context, Notices.NotThere, StatusCodes.Status404NotFound)).WithOrder(int.MaxValue);
    }

    /// <summary>Guards each answer, and tells of what fails: to people a sentence, to the log the kind of fault and where, without a word that it may quote.</summary>
    private static async Task Answered(HttpContext context, RequestDelegate next, ILogger log)
    {
        Answers.Guard(context.Response);
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = e.StatusCode;
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            LogFault(log, context.Request.Path.Value ?? "", e.GetType().Name, e.StackTrace ?? "");
            context.Response.Headers.Remove("Content-Length");
            await Answers.Page(
                context, e is StoreException or IOException ? Notices.NotNow("The database or a file does not answer as it should.") : Notices.Fault,
                e is StoreException or IOException ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError);
        }
    }

    private static ForwardedHeadersOptions Forwarded(ServeSettings serve)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            ForwardLimit = null,
        };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var proxy in serve.TrustedProxies)
        {
            options.KnownProxies.Add(proxy);
        }

        return options;
    }

    [LoggerMessage(10, LogLevel.Error, "{Path} could not be answered: {Fault}{Where}", EventName = "AnswerFailed")]
    private static partial void LogFault(ILogger log, string path, string fault, string where);
}
