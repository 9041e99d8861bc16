using System.Net;

namespace BacklogHealth.Connectors.Http;

/// <summary>What went wrong on the way to a tracker, as sentences: where, what was found, what was expected, what to do.</summary>
internal static class TrackerFaults
{
    public static TrackerException Refused(TrackerSite site, TrackerCredentials credentials) => new(TrackerFault.Refused,
        $"{site.Where}: the tracker refused the credentials (401). Expected {site.Credentials}. {credentials.Remedy(site)}.");

    public static TrackerException Forbidden(TrackerSite site, TrackerCredentials credentials, TrackerRequest request, string problem) => new(TrackerFault.Refused,
        $"{site.Where}: the account may not read {request.Name} (403){Quoted(problem)}. Expected an account that may browse the team's items. Ask an administrator for the permission, or set {credentials.SettingsOf(site)} for another account.");

    public static TrackerException Throttled(TrackerSite site, TimeSpan? asked, TimeSpan maxWait) => new(TrackerFault.Throttled,
        asked > maxWait
            ? FormattableString.Invariant($"{site.Where}: the tracker asked to wait {Math.Ceiling(asked.Value.TotalSeconds)} s before the next request. Expected {maxWait.TotalSeconds:0} s at most. What was read is kept; the next run goes on from there.")
            : FormattableString.Invariant($"{site.Where}: the tracker still refused to answer so many requests (429) after {RetryRules.Tries} tries. Expected an answer after the waits it asked for. What was read is kept; the next run goes on from there."));

    public static TrackerException ServerError(TrackerSite site, TrackerRequest request, HttpStatusCode status) => new(TrackerFault.Unreachable,
        FormattableString.Invariant($"{site.Where}: {request.Name} failed with {(int)status} in each of {RetryRules.Tries} tries. Expected an answer of {site.Product}. What was read is kept; try again later."));

    public static TrackerException Redirected(TrackerSite site, TrackerCredentials credentials, TrackerRequest request, Reply reply)
    {
        var target = reply.Location is null ? null : new Uri(new Uri(site.Address + "/"), reply.Location);
        var host = target?.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) ?? "nowhere";
        if (target is not null && SignInPage.Is(target))
        {
            return new(TrackerFault.Refused, FormattableString.Invariant($"{site.Where}: {request.Name} sent us on to the sign-in page of {host} ({(int)reply.Status}), so the tracker does not know the credentials. Expected {site.Credentials}. {credentials.Remedy(site)}."));
        }

        return new(TrackerFault.Unreachable, site.IsOn(target)
            ? FormattableString.Invariant($"{site.Where}: {request.Name} sent us on to another page ({(int)reply.Status}). Expected an answer in JSON. Set {site.Setting("BaseUrl")} to the address of {site.Product}.")
            : FormattableString.Invariant($"{site.Where}: {request.Name} sent us on to {host} ({(int)reply.Status}). Expected an answer from this address, because the token is sent to no other. If the tracker has moved, set {site.Setting("BaseUrl")}."));
    }

    public static TrackerException ForeignLink(TrackerSite site, Uri? target) => new(TrackerFault.Incomplete,
        $"{site.Where}: the tracker's link to its next page leads {(target is null ? "to no address" : site.IsOn(target) ? "to another path of this host" : $"to {target.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)}")}. Expected a page below this address, because the token is sent to no other. What was read is kept; if the tracker has moved, or a proxy stands before it, set {site.Setting("BaseUrl")} to the address that it knows itself by.");

    // 203 is how Azure DevOps gives its sign-in page to whoever has a token that it does not know.
    public static TrackerException NotJson(TrackerSite site, TrackerCredentials credentials, TrackerRequest request, Reply reply) => reply.Status == HttpStatusCode.NonAuthoritativeInformation
        ? new(TrackerFault.Refused, $"{site.Where}: {request.Name} answered with a sign-in page (203), so the tracker does not know the credentials. Expected {site.Credentials}. {credentials.Remedy(site)}.")
        : new(TrackerFault.Unreachable, FormattableString.Invariant($"{site.Where}: {request.Name} answered with a web page ({(int)reply.Status}), as sign-in pages do. Expected JSON. Check {site.Setting("BaseUrl")}, {credentials.SettingsOf(site)}, and that no sign-in stands before the tracker."));

    public static TrackerException Unreadable(TrackerSite site, TrackerRequest request, Exception cause) => new(TrackerFault.Unreachable,
        $"{site.Where}: {request.Name} answered with text that is no JSON. Expected an answer of {site.Product}. Check {site.Setting("BaseUrl")}, and that nothing between here and the tracker changes its answers.", cause);

    public static TrackerException Gone(TrackerSite site, TrackerRequest request, string problem) => new(TrackerFault.Unreachable,
        $"{site.Where}: {request.Name} has been removed by the vendor (410){Quoted(problem)}. Expected the interface that this version was built for. What is stored stays as it is; update BacklogHealth.");

    public static TrackerException Unexpected(TrackerSite site, TrackerRequest request, TrackerAnswer answer) => new(TrackerFault.Unreachable, answer.Oversized is { } oversized
        ? $"{site.Where}: {request.Name} answered with {oversized}. Expected an answer of a usual size. Report it to the makers of BacklogHealth, with the name of the request."
        : FormattableString.Invariant($"{site.Where}: {request.Name} was answered with {(int)answer.Status}{Quoted(answer.Problem)}. Expected an answer of {site.Product}. Check {site.Setting("BaseUrl")}."));

    public static TrackerException Shape(TrackerSite site, TrackerRequest request, string expected) => new(TrackerFault.Incomplete,
        $"{site.Where}: the answer to {request.Name} has another shape than {site.Product} documents. Expected {expected}. What was read is kept; update BacklogHealth.");

    /// <summary>What the tracker said, behind a colon; "" where it said nothing.</summary>
    public static string Quoted(string problem) => problem.Length == 0 ? "" : $": \"{problem.TrimEnd('.')}\"";
}
