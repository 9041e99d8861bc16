using System.Collections.Concurrent;
using System.Net;
using BacklogHealth.Delivery.Outgoing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace BacklogHealth.Tests.Delivery;

/// <summary>A real web server on loopback: keeps what is posted to it, and answers as a test tells it to.</summary>
internal sealed class WebReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WebReceiver(WebApplication app) => _app = app;

    public int Port { get; private set; }

    public string Url => $"http://127.0.0.1:{Port}/services/T01/canary-7731?sig=canary-7732";

    /// <summary>What came, in the order in which it came.</summary>
    public ConcurrentQueue<Posted> Taken { get; } = new();

    /// <summary>What it answers.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = c => c.Response.WriteAsync("ok", c.RequestAborted);

    public static async Task<WebReceiver> Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var receiver = new WebReceiver(builder.Build());
        receiver._app.Run(receiver.Take);
        await receiver._app.StartAsync();
        receiver.Port = new Uri(receiver._app.Urls.Single()).Port;
        return receiver;
    }

    /// <summary>Answers with a status and a few words.</summary>
    public void Says(int status, string words, string? header = null, string? value = null) => Answer = context =>
    {
        context.Response.StatusCode = status;
        if (header is not null)
        {
            context.Response.Headers[header] = value;
        }

        return context.Response.WriteAsync(words, context.RequestAborted);
    };

    public Receiver As(string secret = "") => new(new Uri(Url), secret);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task Take(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body);
        var text = await body.ReadToEndAsync(context.RequestAborted);
        Taken.Enqueue(new Posted($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}", context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase), text));
        await Answer(context);
    }
}

/// <summary>What was posted.</summary>
internal sealed record Posted(string To, IReadOnlyDictionary<string, string> Headers, string Body);
