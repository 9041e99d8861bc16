using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BacklogHealth.Connectors.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
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

    /// <summary>True to send the body byte by byte and never come to its end.</summary>
    public bool Trickles { get; init; }

    private static readonly byte[] Spaces = [.. Enumerable.Repeat((byte)' ', 1024 * 1024)];

    /// <summary>An answer that is larger, unpacked, than any that is read.</summary>
    public static ScriptedAnswer TooLarge { get; } = Blank(Reply.MaxBytes + 1);

    /// <summary>What is sent in place of the body, such as packed bytes.</summary>
    public byte[]? Bytes { get; init; }

    public static implicit operator ScriptedAnswer(string json) => new(200, json);

    private static ScriptedAnswer Blank(int bytes)
    {
        using var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionLevel.Fastest))
        {
            for (var left = bytes; left > 0; left -= Spaces.Length)
            {
                packing.Write(Spaces, 0, Math.Min(left, Spaces.Length));
            }
        }

        return new ScriptedAnswer(200, "") { Bytes = packed.ToArray() }.With("Content-Encoding", "gzip");
    }

    public ScriptedAnswer With(string header, string value) => this with { Headers = [.. Headers, (header, value)] };
}

/// <summary>Real HTTP or HTTPS on loopback that answers by a script and remembers what it was asked.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ScriptedRequest> _requests = new();

    private ScriptedServer(Func<ScriptedRequest, Task<ScriptedAnswer>> script, X509Certificate2Collection? certificates)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificates is not null)
            {
                listen.UseHttps(new TlsHandshakeCallbackOptions
                {
                    OnConnection = _ => ValueTask.FromResult(new SslServerAuthenticationOptions
                    {
                        ServerCertificateContext = SslStreamCertificateContext.Create(certificates[0], certificates, offline: true),
                    }),
                });
            }
        }));
        _app = builder.Build();
        _app.Run(context => Answer(context, script));
    }

    public Uri Url { get; private set; } = new("http://127.0.0.1");

    public IReadOnlyList<ScriptedRequest> Requests => [.. _requests];

    public static Task<ScriptedServer> Start(Func<ScriptedRequest, ScriptedAnswer> script) => Start(request => Task.FromResult(script(request)));

    /// <summary>A server that takes its time, or shows a certificate: its own first, then those that it sends along.</summary>
    public static async Task<ScriptedServer> Start(Func<ScriptedRequest, Task<ScriptedAnswer>> script, X509Certificate2Collection? certificates = null)
    {
        var server = new ScriptedServer(script, certificates);
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

    private async Task Answer(HttpContext context, Func<ScriptedRequest, Task<ScriptedAnswer>> script)
    {
        using var reader = new StreamReader(context.Request.Body);
        var request = new ScriptedRequest(
            context.Request.Method,
            context.Request.Path,
            context.Request.QueryString.Value ?? "",
            await reader.ReadToEndAsync(),
            context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase));
        _requests.Enqueue(request);
        var answer = await script(request);
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

        if (answer.Trickles)
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync(" ", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(10, context.RequestAborted);
            }
        }

        await context.Response.Body.WriteAsync(answer.Bytes ?? Encoding.UTF8.GetBytes(answer.Body));
    }
}
