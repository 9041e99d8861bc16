using System.Globalization;
using System.Text;
using System.Text.Json;
using BacklogHealth.SampleTracker.Faults;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace BacklogHealth.SampleTracker.Routes;

/// <summary>One request and its answer: checks the pace and the credentials, asks the script what goes wrong, lets the route answer, sends, and keeps the log.</summary>
internal sealed class Exchange(SampleServerOptions options, RequestLog log, ITracker tracker)
{
    private readonly FaultPlan _plan = new(options.Faults);
    private readonly Pace _pace = new(options.RequestsPerSecond);

    public async Task Answer(HttpContext context, Route route)
    {
        var begun = new Begun(_pace.Begin(), options.Time.GetUtcNow());
        Sending sending;
        try
        {
            sending = await Prepare(context, route, begun);
        }
        finally
        {
            _pace.End();
        }

        if (sending.Answer is { } answer)
        {
            await Send(context, answer, sending, context.RequestAborted);
        }
        else
        {
            context.Abort();
        }
    }

    private async Task<Sending> Prepare(HttpContext context, Route route, Begun begun)
    {
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var body = await ReadBody(context.Request, context.RequestAborted);
        var faults = _plan.For(context.Request.Method, target, Encoding.UTF8.GetString(body));
        if (faults.Delay > TimeSpan.Zero)
        {
            await Task.Delay(faults.Delay, options.Time, context.RequestAborted);
        }

        if (faults.Drop)
        {
            Log(context, target, body, begun, 0, 0);
            return new Sending(null, default, 0);
        }

        var now = options.Time.GetUtcNow();
        var answer = faults.Replace(now, tracker.Error) ?? faults.Reshape(RouteAnswer(context, route, body, now, faults.PageLimit), target, body, now);
        var bytes = Filled(answer.Bytes(), faults.FilledTo);
        var sent = Math.Min(faults.CutAfter ?? faults.BreakOffAfter ?? bytes.Length, bytes.Length);
        Log(context, target, body, begun, answer.Status, sent);
        return new Sending(answer.With("Date", now.ToString("R", CultureInfo.InvariantCulture)), bytes.AsMemory(0, sent), faults.BreakOffAfter is null ? sent : bytes.Length);
    }

    private static byte[] Filled(byte[] bytes, int length)
    {
        var from = bytes.Length;
        if (from < length)
        {
            Array.Resize(ref bytes, length);
            bytes.AsSpan(from).Fill((byte)' ');
        }

        return bytes;
    }

    private void Log(HttpContext context, string target, byte[] body, Begun begun, int status, long sent) =>
        log.Add(number => new SampleRequest(number, context.Request.Method, target, body.Length, status, sent)
        {
            IsAuthorized = context.Request.Headers.Authorization.Count > 0,
            UnderWay = begun.UnderWay,
            At = begun.At,
        });

    private Answer RouteAnswer(HttpContext context, Route route, byte[] body, DateTimeOffset now, int pageLimit)
    {
        try
        {
            if (_pace.IsTooMany(now))
            {
                return tracker.Error(429, "Rate limit exceeded.").With("Retry-After", "1");
            }

            if (!route.Open && tracker.Deny(context.Request.Headers) is { } denied)
            {
                return denied;
            }

            var json = Parse(context.Request.Method, body);
            return route.Handle(new Call(context.Request.RouteValues, context.Request.Query, context.Request.Headers, json, now, pageLimit));
        }
        catch (Refusal refusal)
        {
            return refusal.Answer;
        }
        catch (Unreadable unreadable)
        {
            return tracker.Error(400, unreadable.Message);
        }
    }

    private static JsonElement? Parse(string method, byte[] body)
    {
        if (!HttpMethods.IsPost(method))
        {
            return null;
        }

        const string BadBody = "There was an error parsing JSON. Check that your request body is valid.";
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind is JsonValueKind.Object ? document.RootElement.Clone() : throw new Unreadable(BadBody);
        }
        catch (JsonException)
        {
            throw new Unreadable(BadBody);
        }
    }

    private static async Task<byte[]> ReadBody(HttpRequest request, CancellationToken cancellation)
    {
        using var stream = new MemoryStream();
        await request.Body.CopyToAsync(stream, cancellation);
        return stream.ToArray();
    }

    /// <summary>Promises a length; where fewer bytes are there, the connection breaks after them.</summary>
    private static async Task Send(HttpContext context, Answer answer, Sending sending, CancellationToken cancellation)
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

        response.ContentLength = sending.Promised;
        await response.Body.WriteAsync(sending.Bytes, cancellation);
        if (sending.Bytes.Length < sending.Promised)
        {
            await response.Body.FlushAsync(cancellation);
            context.Abort();
        }
    }

    private readonly record struct Begun(int UnderWay, DateTimeOffset At);

    /// <summary>What is sent: no answer where the connection is dropped; fewer bytes than promised where it breaks.</summary>
    private readonly record struct Sending(Answer? Answer, ReadOnlyMemory<byte> Bytes, int Promised);
}
