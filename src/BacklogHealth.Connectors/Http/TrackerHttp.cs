using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Polly;

namespace BacklogHealth.Connectors.Http;

/// <summary>
/// The one way to a tracker. Its token goes to its own address and nowhere else: paths are appended to that address, redirects are not followed,
/// cookies are not kept. Answers are JSON of a bounded size, or a sentence. For use by any number of threads; the host is asked at its shared pace.
/// </summary>
internal sealed class TrackerHttp : IDisposable
{
    private readonly TrackerSite _site;
    private readonly TrackerCredentials _credentials;
    private readonly TrackerNetwork _network;
    private readonly TimeSpan _maxWait;
    private readonly TimeProvider _time;
    private readonly int _maxBytes;
    private readonly TimeSpan _contentWithin;
    private readonly HttpClient _client;
    private readonly HostPace _pace;
    private readonly TrafficCount _count;
    private readonly ResiliencePipeline<Reply> _rules;
    private volatile bool _answered;
    private long _clockAhead = long.MinValue;

    /// <summary>Opens the way; nothing is sent yet.</summary>
    /// <param name="site">Where the tracker is.</param>
    /// <param name="credentials">Who asks; given back when this is disposed.</param>
    /// <param name="network">How it is reached.</param>
    /// <param name="maxWait">The longest single wait that is kept when the tracker asks for it.</param>
    /// <param name="time">The clock that waits.</param>
    /// <param name="maxBytes">Largest answer that is read.</param>
    /// <param name="contentWithin">How long the content of an answer may take once its head has come; null for <see cref="RetryRules.AnswerWithin"/>.</param>
    /// <exception cref="TrackerException">The settings of the network cannot be used.</exception>
    public TrackerHttp(TrackerSite site, TrackerCredentials credentials, TrackerNetwork network, TimeSpan maxWait, TimeProvider time, int maxBytes = Reply.MaxBytes, TimeSpan? contentWithin = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        _site = site;
        _credentials = credentials;
        _network = network;
        _maxWait = maxWait;
        _time = time;
        _maxBytes = maxBytes;
        _contentWithin = contentWithin ?? RetryRules.AnswerWithin;
        _client = new HttpClient(TrackerHandler.Build(site, network)) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("BacklogHealth", typeof(TrackerHttp).Assembly.GetName().Version!.ToString(3)));
        _client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        _pace = (network.Paces ?? new HostPaces()).Of(site.Address);
        _count = new TrafficCount(time);
        _rules = RetryRules.Build(maxWait, Seed(site.Address), () => _answered, _count.Waiting, time);
    }

    /// <summary>What it has cost so far.</summary>
    public TrackerTraffic Traffic => _count.Traffic;

    /// <summary>How far our clock was ahead of the tracker's at its last answer; negative where it was behind, null where no answer told the tracker's time.</summary>
    public TimeSpan? ClockAhead => Interlocked.Read(ref _clockAhead) is var ticks and not long.MinValue ? TimeSpan.FromTicks(ticks) : null;

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
            throw ConnectionFaults.NoConnection(_site, _network, e, tries);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        _credentials.Held?.Dispose();
    }

    private async Task<Reply> Try(TrackerRequest request, CancellationToken cancellation)
    {
        using var turn = await _pace.Enter(_site, request, _maxWait, _count.Waiting, _time, cancellation);
        using var message = new HttpRequestMessage(request.Method, _site.Address + request.Path);
        message.Headers.Authorization = await _credentials.Header(cancellation);
        if (request.Body is not null)
        {
            message.Content = new ByteArrayContent(request.Body) { Headers = { ContentType = new("application/json") } };
        }

        // How long a network takes is measured by the machine's own clock, whatever clock the program is given.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_answered ? RetryRules.AnswerWithin : RetryRules.FirstAnswerWithin);
        _count.Sent();
        var begun = false;
        try
        {
            using var response = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            _answered = true;
            begun = true;
            limit.CancelAfter(_contentWithin);
            var now = _time.GetUtcNow();
            if (response.Headers.Date is { } theirs)
            {
                Interlocked.Exchange(ref _clockAhead, (now - theirs).Ticks);
            }

            var limits = LimitNotice.Read(response.StatusCode, response.Headers, now);
            turn.Heard(limits, _time);
            var reply = await Reply.Read(response, limits, _maxBytes, _credentials.Secrets, _count.Received, limit.Token);
            if (reply.IsSuccess && limits.IsSilent)
            {
                turn.WentWell();
            }

            return reply;
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException(begun ? "the answer did not come to its end in time" : "there was no answer in time", e);
        }
    }

    private TrackerAnswer Refusal(TrackerRequest request, Reply reply) => reply.Status switch
    {
        HttpStatusCode.Unauthorized => throw TrackerFaults.Refused(_site, _credentials),
        HttpStatusCode.Forbidden when !request.MayBeForbidden => throw TrackerFaults.Forbidden(_site, _credentials, request, reply.Problem),
        HttpStatusCode.ProxyAuthenticationRequired => throw ConnectionFaults.ProxyRefused(_site, _network),
        HttpStatusCode.Gone => throw TrackerFaults.Gone(_site, request, reply.Problem),
        HttpStatusCode.TooManyRequests => throw TrackerFaults.Throttled(_site, reply.Limits.Wait, _maxWait),
        _ when RetryRules.MayPass(reply.Status) => throw (reply.Limits.Wait > _maxWait ? TrackerFaults.Throttled(_site, reply.Limits.Wait, _maxWait) : TrackerFaults.ServerError(_site, request, reply.Status)),
        _ when (int)reply.Status is >= 300 and <= 399 => throw TrackerFaults.Redirected(_site, _credentials, request, reply),
        _ => new TrackerAnswer(_site, request, reply, null, null),
    };

    // The answer takes the body over; where there is no answer it is given back here.
    private TrackerAnswer Parse(TrackerRequest request, Reply reply)
    {
        try
        {
            return reply.IsHtml && reply.Body is not null
                ? throw TrackerFaults.NotJson(_site, _credentials, request, reply)
                : Read(request, reply);
        }
        catch
        {
            reply.Body?.Dispose();
            throw;
        }
    }

    private TrackerAnswer Read(TrackerRequest request, Reply reply)
    {
        if (reply.Body is null)
        {
            return new(_site, request, reply, null, FormattableString.Invariant($"more than {_maxBytes / 1024 / 1024} MB"));
        }

        var bytes = reply.Body.Bytes;
        try
        {
            return new(_site, request, reply, JsonBody.Parse(bytes), null);
        }
        catch (JsonException e) when (JsonBody.IsCutShort(bytes.Span))
        {
            // Without a promised length this is how a broken connection looks: it is asked again like one.
            throw new EndOfStreamException("the JSON ends too soon", e);
        }
        catch (JsonException e)
        {
            throw TrackerFaults.Unreadable(_site, request, e);
        }
    }

    // FNV-1a: the same on every machine, which string.GetHashCode is not.
    private static int Seed(string text) => text.Aggregate(unchecked((int)2166136261), (hash, c) => unchecked((hash ^ c) * 16777619));
}
