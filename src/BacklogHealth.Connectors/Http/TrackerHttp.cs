using System.Net;
using System.Text.Json;
using Polly;

namespace BacklogHealth.Connectors.Http;

/// <summary>
/// The one way to a tracker. Its token goes to its own address and nowhere else: paths are appended to that address, redirects are not followed,
/// cookies are not kept. Answers are JSON of a bounded size, or a sentence.
/// </summary>
internal sealed class TrackerHttp : IDisposable
{
    private readonly TrackerSite _site;
    private readonly TimeProvider _time;
    private readonly TimeSpan _maxWait;
    private readonly int _maxBytes;
    private readonly TrackerCredentials _credentials;
    private readonly HttpClient _client;
    private readonly ResiliencePipeline<Reply> _rules;
    private volatile bool _answered;

    /// <summary>Opens the way; nothing is sent yet.</summary>
    public TrackerHttp(TrackerSite site, TrackerCredentials credentials, TrackerNetwork network, TimeSpan maxWait, TimeProvider time, int maxBytes = Reply.MaxBytes)
    {
        _site = site;
        _time = time;
        _maxWait = maxWait;
        _maxBytes = maxBytes;
        ArgumentNullException.ThrowIfNull(network);
        _credentials = credentials;
        _client = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.All,
                UseCookies = false,
                ConnectTimeout = RetryRules.FirstAnswerWithin,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("BacklogHealth/0.1");
        _client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        _rules = RetryRules.Build(maxWait, Seed(site.Address), () => _answered, Waiting, time);
    }

    /// <summary>What it has cost so far.</summary>
    public TrackerTraffic Traffic { get; private set; } = TrackerTraffic.None;

    /// <summary>Sends a request, again where that may help.</summary>
    /// <returns>The answer, or a refusal with a status below 500 that is the caller's to explain.</returns>
    /// <exception cref="TrackerException">No answer, refused, throttled, or an answer that is none.</exception>
    public async Task<TrackerAnswer> Ask(TrackerRequest request, CancellationToken cancellation)
    {
        var tries = 0;
        TrackerAnswer? answer = null;
        try
        {
            var last = await _rules.ExecuteAsync(
                async token =>
                {
                    tries++;
                    var reply = await Try(request, token);
                    answer = reply.IsSuccess ? Parse(request, reply) : null;
                    return reply;
                },
                cancellation);
            return answer ?? Refusal(request, last);
        }
        catch (Exception e) when (e is IOException or TimeoutException or HttpRequestException)
        {
            throw TrackerFaults.NoConnection(_site, e, tries);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<Reply> Try(TrackerRequest request, CancellationToken cancellation)
    {
        using var message = new HttpRequestMessage(request.Method, _site.Address + request.Path);
        message.Headers.Authorization = await _credentials.Header(cancellation);
        if (request.Body is not null)
        {
            message.Content = new ByteArrayContent(request.Body) { Headers = { ContentType = new("application/json") } };
        }

        // How long a network takes is measured by the machine's own clock, whatever clock the program is given.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_answered ? RetryRules.AnswerWithin : RetryRules.FirstAnswerWithin);
        Traffic = Traffic with { Requests = Traffic.Requests + 1 };
        try
        {
            using var response = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            _answered = true;
            limit.CancelAfter(RetryRules.AnswerWithin);
            var reply = await Reply.Read(response, _maxBytes, _time.GetUtcNow(), limit.Token);
            Traffic = Traffic with { Bytes = Traffic.Bytes + (reply.Body?.Length ?? _maxBytes) };
            return reply;
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException("no answer in time", e);
        }
    }

    private TrackerAnswer Refusal(TrackerRequest request, Reply reply)
    {
        var problem = ProblemText.Read(reply.Body, _credentials.Secrets);
        return reply.Status switch
        {
            HttpStatusCode.Unauthorized => throw TrackerFaults.Refused(_site),
            HttpStatusCode.Forbidden when !request.MayBeForbidden => throw TrackerFaults.Forbidden(_site, request, problem),
            HttpStatusCode.Gone => throw TrackerFaults.Gone(_site, request, problem),
            HttpStatusCode.TooManyRequests => throw TrackerFaults.Throttled(_site, reply, _maxWait),
            _ when RetryRules.MayPass(reply.Status) => throw (reply.AskedWait > _maxWait ? TrackerFaults.Throttled(_site, reply, _maxWait) : TrackerFaults.ServerError(_site, request, reply.Status)),
            _ when (int)reply.Status is >= 300 and <= 399 => throw TrackerFaults.Redirected(_site, request, reply),
            _ => new TrackerAnswer(_site, request, reply.Status, null, problem, null),
        };
    }

    private TrackerAnswer Parse(TrackerRequest request, Reply reply)
    {
        TrackerAnswer Oversized(string why) => new(_site, request, reply.Status, null, null, why);
        if (reply.Body is null)
        {
            return Oversized(FormattableString.Invariant($"more than {_maxBytes / 1024 / 1024} MB"));
        }

        if (reply.IsHtml)
        {
            throw TrackerFaults.NotJson(_site, request, reply);
        }

        try
        {
            return new TrackerAnswer(_site, request, reply.Status, JsonBody.Parse(reply.Body), null, null);
        }
        catch (JsonException) when (JsonBody.IsTooDeep(reply.Body))
        {
            return Oversized(FormattableString.Invariant($"JSON nested deeper than {JsonBody.MaxDepth} levels"));
        }
        catch (JsonException e) when (JsonBody.IsCutShort(reply.Body))
        {
            // Without a promised length this is how a broken connection looks: it is asked again like one.
            throw new EndOfStreamException("the JSON ends too soon", e);
        }
        catch (JsonException e)
        {
            throw TrackerFaults.Unreadable(_site, request, e);
        }
    }

    private void Waiting(TimeSpan wait) => Traffic = Traffic with { WaitedForLimit = Traffic.WaitedForLimit + wait };

    // FNV-1a: the same on every machine, which string.GetHashCode is not.
    private static int Seed(string text) => text.Aggregate(unchecked((int)2166136261), (hash, c) => unchecked((hash ^ c) * 16777619));
}
