using System.Net;
using Polly;
using Polly.Retry;

namespace BacklogHealth.Connectors.Http;

/// <summary>
/// When a request is sent again: after 408, 425, 429, a server error, a broken connection or an answer cut short, and after nothing else. Refused credentials are sent
/// once, so that no account gets locked. A wait that the tracker asks for is kept up to a limit; a longer one is left to the next run.
/// </summary>
internal static class RetryRules
{
    /// <summary>How often one request is sent at most.</summary>
    public const int Tries = 5;

    /// <summary>How often it is sent at most while the host has not answered even once: people wait for that.</summary>
    public const int TriesBeforeFirstAnswer = 2;

    /// <summary>How long one try may take while the host has not answered even once. With one repetition it stays under ten seconds.</summary>
    public static readonly TimeSpan FirstAnswerWithin = TimeSpan.FromSeconds(4);

    /// <summary>How long the head of an answer may take after that, and its content again; large pages take their time.</summary>
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(100);

    /// <summary>The wait before the first repetition where the tracker asks for none; it doubles each time, give or take.</summary>
    public static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(400);

    /// <summary>The longest such wait.</summary>
    public static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(20);

    /// <summary>True where a status may be different next time.</summary>
    public static bool MayPass(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or (HttpStatusCode)425 or HttpStatusCode.TooManyRequests || (int)status is >= 500 and <= 599;

    /// <summary>
    /// True where an exception comes from the network. A certificate that is not trusted does not become so by asking again, nor does a proxy learn to
    /// know us.
    /// </summary>
    private static bool IsNetwork(Exception? exception) => exception switch
    {
        IOException or TimeoutException => true,
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => false,
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError, StatusCode: { } status } => MayPass(status),
        _ => exception is HttpRequestException,
    };

    /// <summary>Makes the rules work.</summary>
    /// <param name="maxWait">Longest wait that is kept when the tracker asks for it.</param>
    /// <param name="seed">Seed of the give or take, so that hosts differ and runs do not.</param>
    /// <param name="answered">Whether the host has answered before.</param>
    /// <param name="waiting">Told of each wait here because of a limit; others are waited for at the gate.</param>
    /// <param name="time">The clock that waits.</param>
    public static ResiliencePipeline<Reply> Build(TimeSpan maxWait, int seed, Func<bool> answered, Action<TimeSpan> waiting, TimeProvider time)
    {
        var random = new Random(seed);
        return new ResiliencePipelineBuilder<Reply> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<Reply>
            {
                MaxRetryAttempts = Tries - 1,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstDelay,
                MaxDelay = LongestDelay,
                Randomizer = () =>
                {
                    lock (random)
                    {
                        return random.NextDouble();
                    }
                },
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result is { } reply
                    ? MayPass(reply.Status) && (reply.Limits.Wait ?? TimeSpan.Zero) <= maxWait
                    : IsNetwork(args.Outcome.Exception) && (answered() || args.AttemptNumber + 1 < TriesBeforeFirstAnswer)),

                // A wait that the tracker asks for is kept at the gate to its host, where all others wait too.
                DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(args.Outcome.Result?.Limits.Wait is null ? null : TimeSpan.Zero),
                OnRetry = args =>
                {
                    if (args.Outcome.Result is { Status: HttpStatusCode.TooManyRequests, Limits.Wait: null })
                    {
                        waiting(args.RetryDelay);
                    }

                    return ValueTask.CompletedTask;
                },
            })
            .Build();
    }
}
