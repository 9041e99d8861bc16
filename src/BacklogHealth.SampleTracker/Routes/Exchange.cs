using System.Text;
using System.Text.Json;
using BacklogHealth.SampleTracker.Faults;
using BacklogHealth.SampleTracker.Routes.JiraCloud;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace BacklogHealth.SampleTracker.Routes;

/// <summary>One request and its answer: checks the credentials, asks the script what goes wrong, lets the route answer, sends, and keeps the log.</summary>
internal sealed class Exchange(SampleServerOptions options, RequestLog log, Func<JiraSite> site)
{
    private readonly FaultPlan _plan = new(options.Faults);
    private readonly string _credentials = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.User}:{options.Token}"));

    public async Task Answer(HttpContext context, Route route)
    {
        var cancellation = context.RequestAborted;
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var body = await ReadBody(context.Request, cancellation);
        var faults = _plan.For(context.Request.Method, target, Encoding.UTF8.GetString(body));
        if (faults.Delay > TimeSpan.Zero)
        {
            await Task.Delay(faults.Delay, options.Time, cancellation);
        }

        if (faults.Drop)
        {
            log.Add(context.Request.Method, target, body.Length, 0, 0);
            context.Abort();
            return;
        }

        var now = options.Time.GetUtcNow();
        var answer = faults.Replace(now) ?? faults.Reshape(RouteAnswer(context, route, body, now, faults.PageLimit), target, body, now);
        var bytes = answer.Bytes();
        var sent = Math.Min(faults.CutAfter ?? faults.BreakOffAfter ?? bytes.Length, bytes.Length);
        log.Add(context.Request.Method, target, body.Length, answer.Status, sent);
        await Send(context, answer, bytes.AsMemory(0, sent), faults.BreakOffAfter is null ? sent : bytes.Length, cancellation);
    }

    private Answer RouteAnswer(HttpContext context, Route route, byte[] body, DateTimeOffset now, int pageLimit)
    {
        try
        {
            if (!route.Open && context.Request.Headers.Authorization.ToString() != _credentials)
            {
                return JiraRefusal.Unauthenticated;
            }

            return route.Handle(new Call(site(), context.Request.RouteValues, context.Request.Query, Parse(context.Request.Method, body), now, pageLimit));
        }
        catch (JiraRefusal refusal)
        {
            return refusal.Answer;
        }
    }

    private static JsonElement? Parse(string method, byte[] body)
    {
        if (!HttpMethods.IsPost(method))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind is JsonValueKind.Object ? document.RootElement.Clone() : throw JiraRefusal.BadBody();
        }
        catch (JsonException)
        {
            throw JiraRefusal.BadBody();
        }
    }

    private static async Task<byte[]> ReadBody(HttpRequest request, CancellationToken cancellation)
    {
        using var stream = new MemoryStream();
        await request.Body.CopyToAsync(stream, cancellation);
        return stream.ToArray();
    }

    /// <summary>Promises <paramref name="length"/> bytes; where fewer are there, the connection breaks after them.</summary>
    private static async Task Send(HttpContext context, Answer answer, ReadOnlyMemory<byte> bytes, int length, CancellationToken cancellation)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        if (answer.Status is 204 or 304)
        {
            return;
        }

        response.ContentLength = length;
        await response.Body.WriteAsync(bytes, cancellation);
        if (bytes.Length < length)
        {
            await response.Body.FlushAsync(cancellation);
            context.Abort();
        }
    }
}
