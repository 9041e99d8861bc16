using System.Net;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.SampleTracker.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BacklogHealth.SampleTracker;

/// <summary>A small Jira Cloud, Jira Data Center or Azure DevOps over real HTTP on loopback. It runs until it is disposed.</summary>
public sealed class SampleServer : IAsyncDisposable
{
    // Nobody waits for an answer of a server that goes away: what is still under way then is broken off.
    private static readonly TimeSpan LastAnswersWithin = TimeSpan.FromMilliseconds(200);

    private readonly WebApplication _app;
    private readonly ITracker _tracker;
    private readonly RequestLog _log = new();

    private SampleServer(WebApplication app, ITracker tracker)
    {
        _app = app;
        _tracker = tracker;
    }

    /// <summary>Where it listens, for example <c>http://127.0.0.1:5080/</c>; for Azure DevOps with the collection, <c>http://127.0.0.1:5080/sample/</c>.</summary>
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
        var server = new SampleServer(builder.Build(), Trackers.Of(options));
        var path = (options.PathBase ?? (options.Kind is SampleTrackerKind.AzureDevOps ? "sample" : string.Empty)).Trim('/');
        server.Map(options, path);
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

        var host = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        server.BaseUrl = new Uri(path.Length == 0 ? host : $"{host}/{path}/");
        server.Replace(backlog);
        return server;
    }

    /// <summary>From now on serves another state of the site, such as the next morning's.</summary>
    public void Replace(SampleBacklog next) => _tracker.Replace(next, BaseUrl);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private void Map(SampleServerOptions options, string path)
    {
        var exchange = new Exchange(options, _log, _tracker);
        foreach (var route in _tracker.Routes)
        {
            _app.MapMethods((path.Length == 0 ? string.Empty : "/" + path) + route.Template, [route.Method], context => exchange.Answer(context, route));
        }

        _app.MapFallback("{**path}", context => exchange.Answer(context, _tracker.Unknown));
    }
}
