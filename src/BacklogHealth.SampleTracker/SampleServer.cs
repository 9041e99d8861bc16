using System.Net;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.SampleTracker.Routes;
using BacklogHealth.SampleTracker.Routes.JiraCloud;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BacklogHealth.SampleTracker;

/// <summary>A small Jira Cloud over real HTTP on loopback. It runs until it is disposed.</summary>
public sealed class SampleServer : IAsyncDisposable
{
    // Nobody waits for an answer of a server that goes away: what is still under way then is broken off.
    private static readonly TimeSpan LastAnswersWithin = TimeSpan.FromMilliseconds(200);

    private readonly WebApplication _app;
    private readonly SampleServerOptions _options;
    private readonly RequestLog _log = new();
    private volatile JiraSite? _site;

    private SampleServer(WebApplication app, SampleServerOptions options)
    {
        _app = app;
        _options = options;
    }

    /// <summary>Where it listens, for example <c>http://127.0.0.1:5080/</c>.</summary>
    public Uri BaseUrl { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Every request answered so far, in the order of the answers.</summary>
    public IReadOnlyList<SampleRequest> Requests => _log.All;

    /// <summary>Starts to serve a backlog.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SampleServer> Start(SampleBacklog backlog, SampleServerOptions options, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        builder.Services.AddRoutingCore().Configure<HostOptions>(host => host.ShutdownTimeout = LastAnswersWithin);
        var server = new SampleServer(builder.Build(), options);
        server.Map();
        try
        {
            await server._app.StartAsync(cancellation);
        }
        catch (IOException taken)
        {
            await server._app.DisposeAsync();
            throw new IOException(FormattableString.Invariant(
                $"sample tracker (127.0.0.1:{options.Port}): the port is taken. Expected a free port. Stop the program that listens there, or use port 0."), taken);
        }

        server.BaseUrl = new Uri(server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        server.Replace(backlog);
        return server;
    }

    /// <summary>From now on serves another state of the site, such as the next morning's.</summary>
    public void Replace(SampleBacklog next) => _site = JiraSite.Of(next, BaseUrl, _options);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private void Map()
    {
        var exchange = new Exchange(_options, _log, () => _site!);
        foreach (var route in JiraCloudRoutes.All)
        {
            _app.MapMethods(route.Template, [route.Method], context => exchange.Answer(context, route));
        }

        _app.MapFallback("{**path}", context => exchange.Answer(context, JiraCloudRoutes.Unknown));
    }
}
