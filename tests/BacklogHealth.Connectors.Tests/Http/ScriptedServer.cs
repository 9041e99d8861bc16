using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BacklogHealth.Connectors.Tests.Http;

/// <summary>A request as a server sees it.</summary>
internal sealed record ScriptedRequest(string Method, string Path, string Query, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public string Route => $"{Method} {Path}";
}

/// <summary>An answer by script.</summary>
internal sealed record ScriptedAnswer(int Status, string Body, string MediaType = "application/json")
{
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>True to break the connection behind the first half of the body.</summary>
    public bool BreaksOff { get; init; }

    public static implicit operator ScriptedAnswer(string json) => new(200, json);

    public ScriptedAnswer With(string header, string value) => this with { Headers = [.. Headers, (header, value)] };
}

/// <summary>Real HTTP on loopback that answers by a script and remembers what it was asked.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ScriptedRequest> _requests = new();

    private ScriptedServer(Func<ScriptedRequest, ScriptedAnswer> script)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(context => Answer(context, script));
    }

    public Uri Url { get; private set; } = new("http://127.0.0.1");

    public IReadOnlyList<ScriptedRequest> Requests => [.. _requests];

    public static async Task<ScriptedServer> Start(Func<ScriptedRequest, ScriptedAnswer> script)
    {
        var server = new ScriptedServer(script);
        await server._app.StartAsync();
        server.Url = new Uri(server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return server;
    }

    /// <summary>A server that gives one answer after the other, the last one for ever.</summary>
    public static Task<ScriptedServer> Start(params ScriptedAnswer[] answers)
    {
        var next = 0;
        return Start(_ => answers[Math.Min(Interlocked.Increment(ref next) - 1, answers.Length - 1)]);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task Answer(HttpContext context, Func<ScriptedRequest, ScriptedAnswer> script)
    {
        using var reader = new StreamReader(context.Request.Body);
        var request = new ScriptedRequest(
            context.Request.Method,
            context.Request.Path,
            context.Request.QueryString.Value ?? "",
            await reader.ReadToEndAsync(),
            context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase));
        _requests.Enqueue(request);
        var answer = script(request);
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.MediaType;
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (answer.BreaksOff)
        {
            context.Response.ContentLength = answer.Body.Length;
            await context.Response.WriteAsync(answer.Body[..(answer.Body.Length / 2)]);
            await context.Response.Body.FlushAsync();
            context.Abort();
            return;
        }

        await context.Response.WriteAsync(answer.Body);
    }
}
