using System.Collections.Immutable;
using System.Net;
using BacklogHealth.Storage;

namespace BacklogHealth.Delivery.Outgoing;

/// <summary>Posts JSON to a receiver, and tells what became of it. One attempt, one connection, no cookie, no redirect; whole sentences that name no more of the address than its host.</summary>
/// <param name="connect">Opens connections.</param>
/// <param name="time">Tells when a receiver may be asked again.</param>
internal sealed class WebSender(GuardedConnect connect, TimeProvider time)
{
    /// <summary>How long a receiver may take, from the name's look-up to the answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Posts.</summary>
    /// <param name="channel">What the way is called.</param>
    /// <param name="receiver">To whom.</param>
    /// <param name="json">What.</param>
    /// <param name="headers">What stands beside it.</param>
    /// <param name="knowsDoubles">True where the receiver can tell a double, so that what may have arrived is sent again.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Handed> Post(string channel, Receiver receiver, byte[] json, ImmutableArray<(string Name, string Value)> headers, bool knowsDoubles, CancellationToken cancellation)
    {
        var place = $"{channel} at {receiver.Url.IdnHost}";
        using var content = new SentContent(json);
        using var request = new HttpRequestMessage(HttpMethod.Post, receiver.Url) { Content = content, Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        request.Headers.ConnectionClose = true;
        request.Headers.UserAgent.Add(new("backlog-health", Product.Version));
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        // Without ids of our traces, which are nobody else's business.
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectCallback = connect.Open, ActivityHeadersPropagator = null };
        using var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        using var late = new CancellationTokenSource(Patience, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, late.Token);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop.Token);
            return Judge(place, await Answer.Of(response, receiver, time.GetUtcNow(), stop.Token));
        }
        catch (HttpRequestException e) when (e.InnerException is RefusedAddressException)
        {
            return Handed.Later($"{place}: refused: its address is inside of a network or of this machine. Expected one on the open internet. Correct the address, or name the host in Deliver:AllowedHosts if it belongs to you; it is tried again.");
        }
        catch (HttpRequestException e) when (!content.IsWhole)
        {
            return Handed.Later($"{place}: {Why(e.HttpRequestError)}. Expected it to answer. Correct the address, or wait; it is tried again.");
        }
        catch (OperationCanceledException) when (!content.IsWhole && !cancellation.IsCancellationRequested)
        {
            return Handed.Later($"{place}: it does not answer in time. Expected it to. Correct the address, or wait; it is tried again.");
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return knowsDoubles
                ? Handed.Later($"{place}: all was handed over, and no answer came. It may have arrived; it is tried again with the same key.")
                : new Handed(DispatchState.Unknown, $"{place}: all was handed over, and no answer came. It may have arrived; it is sent once more, and then no more by itself.");
        }
    }

    private static Handed Judge(string place, Answer answer)
    {
        var (code, said) = ((int)answer.Status, FormattableString.Invariant($"{(int)answer.Status}{(answer.Said.Length == 0 ? "" : " ")}{answer.Said}"));
        return code switch
        {
            >= 200 and < 300 => Handed.Accepted(said),
            408 or 429 or >= 500 => Handed.Later($"{place}: {said}. Expected it to take the report. It is tried again.") with { NotBefore = answer.NotBefore },
            >= 300 and < 400 when answer.RedirectTo is { } host => Handed.Refused($"{place}: refused: it answers with a redirect to {(host.Length == 0 ? "nowhere" : host)}. Expected the address that takes reports itself. Correct the address."),
            _ => Handed.Refused($"{place}: {said}. Expected it to take the report. Correct the address, or make a new one there."),
        };
    }

    private static string Why(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "its name has no address",
        HttpRequestError.SecureConnectionError => "no encrypted way to it could be agreed on, with a certificate that this machine trusts",
        _ => "it cannot be reached or broke off",
    };
}
