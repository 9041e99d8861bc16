using System.Net;

namespace BacklogHealth.Connectors.Http;

/// <summary>What went wrong on the way to a tracker, as sentences: where, what was found, what was expected, what to do.</summary>
internal static class TrackerFaults
{
    public static TrackerException Refused(TrackerSite site) => new(TrackerFault.Refused,
        $"{site.Where}: the tracker refused the credentials (401). Expected {site.Credentials}. Make a new token and set Connections:{site.Name}:Token or TokenFile.");

    public static TrackerException Forbidden(TrackerSite site, TrackerRequest request, string problem) => new(TrackerFault.Refused,
        $"{site.Where}: the account may not read {request.Name} (403){Quoted(problem)}. Expected an account that may browse the team's items. Ask an administrator for the permission, or set Connections:{site.Name}:User and Token to another account.");

    public static TrackerException Throttled(TrackerSite site, Reply reply, TimeSpan maxWait) => new(TrackerFault.Throttled,
        reply.AskedWait > maxWait
            ? FormattableString.Invariant($"{site.Where}: the tracker asked to wait {Math.Ceiling(reply.AskedWait.Value.TotalSeconds)} s before the next request. Expected {maxWait.TotalSeconds:0} s at most. What was read is kept; the next run goes on from there.")
            : FormattableString.Invariant($"{site.Where}: the tracker still refused to answer so many requests (429) after {RetryRules.Tries} tries. Expected an answer after the waits it asked for. What was read is kept; the next run goes on from there."));

    public static TrackerException ServerError(TrackerSite site, TrackerRequest request, HttpStatusCode status) => new(TrackerFault.Unreachable,
        FormattableString.Invariant($"{site.Where}: {request.Name} failed with {(int)status} in each of {RetryRules.Tries} tries. Expected an answer of {site.Product}. What was read is kept; try again later."));

    public static TrackerException NoConnection(TrackerSite site, Exception cause, int tries)
    {
        var (found, remedy) = cause switch
        {
            TimeoutException => ("there was no answer in time", $"Check the network, the proxy and Connections:{site.Name}:BaseUrl"),
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => ("the host name is not known", $"Check Connections:{site.Name}:BaseUrl and the network"),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => ("no secure connection could be made", $"Check that the host of Connections:{site.Name}:BaseUrl speaks https; where its certificate comes from your own authority, name that authority's certificate in the environment variable SSL_CERT_FILE"),
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => ("no connection could be made", $"Check the network, the proxy and Connections:{site.Name}:BaseUrl"),
            _ => ("the answer broke off", "What was read is kept; try again later"),
        };
        return new(TrackerFault.Unreachable, FormattableString.Invariant($"{site.Where}: {found} ({(tries == 1 ? "1 try" : $"{tries} tries")}). Expected {site.Product} at this address. {remedy}."), cause);
    }

    public static TrackerException Redirected(TrackerSite site, TrackerRequest request, Reply reply)
    {
        var target = reply.Location is null ? null : new Uri(new Uri(site.Address + "/"), reply.Location);
        var host = target?.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) ?? "nowhere";
        var elsewhere = target is null || !site.Address.StartsWith(host, StringComparison.OrdinalIgnoreCase);
        return new(TrackerFault.Unreachable, elsewhere
            ? FormattableString.Invariant($"{site.Where}: {request.Name} sent us on to {host} ({(int)reply.Status}). Expected an answer from this address, because the token is sent to no other. If the tracker has moved, set Connections:{site.Name}:BaseUrl.")
            : FormattableString.Invariant($"{site.Where}: {request.Name} sent us on to another page ({(int)reply.Status}). Expected an answer in JSON. Set Connections:{site.Name}:BaseUrl to the address of {site.Product}."));
    }

    public static TrackerException NotJson(TrackerSite site, TrackerRequest request, Reply reply) => new(
        reply.Status == HttpStatusCode.NonAuthoritativeInformation ? TrackerFault.Refused : TrackerFault.Unreachable,
        FormattableString.Invariant($"{site.Where}: {request.Name} answered with a web page ({(int)reply.Status}), as sign-in pages do. Expected JSON. Check Connections:{site.Name}:BaseUrl and Token, and that no sign-in stands before the tracker."));

    public static TrackerException Unreadable(TrackerSite site, TrackerRequest request, Exception cause) => new(TrackerFault.Unreachable,
        $"{site.Where}: {request.Name} answered with text that is no JSON. Expected an answer of {site.Product}. Check Connections:{site.Name}:BaseUrl, and that nothing between here and the tracker changes its answers.", cause);

    public static TrackerException Gone(TrackerSite site, TrackerRequest request, string problem) => new(TrackerFault.Unreachable,
        $"{site.Where}: {request.Name} has been removed by the vendor (410){Quoted(problem)}. Expected the interface that this version was built for. What is stored stays as it is; update BacklogHealth.");

    public static TrackerException Unexpected(TrackerSite site, TrackerRequest request, TrackerAnswer answer) => new(TrackerFault.Unreachable, answer.Oversized is { } oversized
        ? $"{site.Where}: {request.Name} answered with {oversized}. Expected an answer of a usual size. Report it to the makers of BacklogHealth, with the name of the request."
        : FormattableString.Invariant($"{site.Where}: {request.Name} was answered with {(int)answer.Status}{Quoted(answer.Problem)}. Expected an answer of {site.Product}. Check Connections:{site.Name}:BaseUrl."));

    public static TrackerException Shape(TrackerSite site, TrackerRequest request, string expected) => new(TrackerFault.Incomplete,
        $"{site.Where}: the answer to {request.Name} has another shape than {site.Product} documents. Expected {expected}. What was read is kept; update BacklogHealth.");

    /// <summary>What the tracker said, behind a colon; "" where it said nothing.</summary>
    public static string Quoted(string problem) => problem.Length == 0 ? "" : $": \"{problem.TrimEnd('.')}\"";
}
