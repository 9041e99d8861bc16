using System.Collections.Immutable;
using System.Globalization;

namespace BacklogHealth.SampleTracker.Faults;

/// <summary>
/// What goes wrong with the sample tracker, and when. Immutable: each word gives a new script. Words before the first "what" say which requests
/// are meant, for example <c>FaultScript.When("search/jql").Nth(2).Answer(429).RetryAfter(1)</c>. All rules that match a request act on it.
/// </summary>
public sealed class FaultScript
{
    private FaultScript(ImmutableArray<FaultRule> rules) => Rules = rules;

    /// <summary>Nothing goes wrong.</summary>
    public static FaultScript None { get; } = new([]);

    internal ImmutableArray<FaultRule> Rules { get; }

    /// <summary>A rule about requests whose path and query contain a text; an empty text means every request.</summary>
    public static FaultScript When(string pathContains) => None.AndWhen(pathContains);

    /// <summary>A further rule; the words that follow are about it.</summary>
    public FaultScript AndWhen(string pathContains) => new(Rules.Add(new FaultRule(pathContains)));

    /// <summary>Only requests of this HTTP method.</summary>
    public FaultScript Method(string method) => Last(r => r with { Method = method });

    /// <summary>Only requests whose body contains a text.</summary>
    public FaultScript Asking(string bodyContains) => Last(r => r with { BodyContains = bodyContains });

    /// <summary>Only the <paramref name="occurrence"/>th of them, counted from 1.</summary>
    public FaultScript Nth(int occurrence) => Last(r => r with { First = occurrence, Times = 1 });

    /// <summary>Only every <paramref name="step"/>th of them.</summary>
    public FaultScript Every(int step) => Last(r => r with { First = step, Step = step });

    /// <summary>Only the first <paramref name="times"/> of them.</summary>
    public FaultScript Times(int times) => Last(r => r with { Times = times });

    /// <summary>Only once the server has had <paramref name="requests"/> requests of any kind.</summary>
    public FaultScript After(int requests) => Last(r => r with { AfterRequests = requests });

    /// <summary>Answers with this status instead of what was asked; without a body, with an error in the tracker's form.</summary>
    public FaultScript Answer(int status, string? body = null, string? contentType = null) =>
        Last(r => r with { Status = status, Body = body, ContentType = contentType });

    /// <summary>Answers with a sign-in page in HTML, as gateways do; status 200 or, for some, 203.</summary>
    public FaultScript AnswerPage(int status = 200) =>
        Answer(status, "<!DOCTYPE html><html><head><title>Log in</title></head><body><h1>Log in to continue</h1></body></html>", "text/html;charset=UTF-8");

    /// <summary>Adds a header, to a true answer as well.</summary>
    public FaultScript Header(string name, string value) => Last(r => r with { Headers = r.Headers.Add(new(name, value)) });

    /// <summary>Adds <c>Retry-After</c> in seconds.</summary>
    public FaultScript RetryAfter(int seconds) => Header("Retry-After", seconds.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds <c>Retry-After</c> as an HTTP date, so far from now.</summary>
    public FaultScript RetryAfterDate(TimeSpan fromNow) => Last(r => r with { RetryAfterDate = fromNow });

    /// <summary>Adds <c>X-RateLimit-Limit</c>, <c>-Remaining</c> and <c>-Reset</c>, so far from now: as a date, or as seconds since 1970.</summary>
    public FaultScript RateLimit(int limit, int remaining, TimeSpan reset, bool resetIsEpoch = false) =>
        Header("X-RateLimit-Limit", limit.ToString(CultureInfo.InvariantCulture))
            .Header("X-RateLimit-Remaining", remaining.ToString(CultureInfo.InvariantCulture))
            .Last(r => r with { RateLimitReset = reset, ResetIsEpoch = resetIsEpoch });

    /// <summary>Sends the client to another address.</summary>
    public FaultScript Redirect(string address, int status = 302) => Answer(status, string.Empty, "text/html;charset=UTF-8").Header("Location", address);

    /// <summary>Puts another host into the addresses of next pages.</summary>
    public FaultScript LinkHost(string host) => Last(r => r with { LinkHost = host });

    /// <summary>Fills the answer up with blanks to so many bytes; it stays the same JSON.</summary>
    public FaultScript FillTo(int bytes) => Last(r => r with { FilledTo = bytes });

    /// <summary>Sends, compressed, a body of so many blanks: small on the way, large when unpacked.</summary>
    public FaultScript GzipBomb(long bytes = 1_000_000_000) => Last(r => r with { BombBytes = bytes });

    /// <summary>Answers late.</summary>
    public FaultScript Delay(TimeSpan delay) => Last(r => r with { Delay = delay });

    /// <summary>Ends the body after so many bytes, as if it were whole.</summary>
    public FaultScript CutBody(int bytes) => Last(r => r with { CutAfter = bytes });

    /// <summary>Breaks the connection after so many bytes of the body.</summary>
    public FaultScript BreakOff(int bytes) => Last(r => r with { BreakOffAfter = bytes });

    /// <summary>Drops the connection without an answer.</summary>
    public FaultScript Drop() => Last(r => r with { Drop = true });

    /// <summary>Pages hold at most so many items; paging still reaches all.</summary>
    public FaultScript ShortPage(int items) => Last(r => r with { PageLimit = items });

    /// <summary>Gives the page token that was sent as the next one, for ever. Where pages are read by offset there is no token to repeat.</summary>
    public FaultScript RepeatToken() => Last(r => r with { RepeatToken = true });

    /// <summary>Gives an empty page that says it is not the last.</summary>
    public FaultScript EmptyPage() => Last(r => r with { EmptyPage = true });

    /// <summary>Gives the first items only and says that this was the last page.</summary>
    public FaultScript EndAfter(int items) => Last(r => r with { EndAfter = items });

    /// <summary>Leaves items out without a word, by id or key: from searches, queries, bulk fetches, histories, reports and listings.</summary>
    public FaultScript Omit(params string[] idsOrKeys) => Last(r => r with { Omitted = [.. idsOrKeys] });

    /// <summary>Refuses items of a bulk fetch, by id or key: Jira moves them to its errors, Azure DevOps leaves a null.</summary>
    public FaultScript Refuse(params string[] idsOrKeys) => Last(r => r with { Refused = [.. idsOrKeys] });

    /// <summary>Gives only the newest so many changes of each item and says nothing about the others.</summary>
    public FaultScript TruncateHistory(int changes) => Last(r => r with { HistoryLimit = changes });

    private FaultScript Last(Func<FaultRule, FaultRule> change) =>
        Rules.IsEmpty
            ? throw new InvalidOperationException("FaultScript: a word stands before the first rule. Expected When(path) first. Begin the script with FaultScript.When.")
            : new(Rules.SetItem(Rules.Length - 1, change(Rules[^1])));
}
