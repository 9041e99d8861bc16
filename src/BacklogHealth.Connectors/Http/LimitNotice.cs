using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace BacklogHealth.Connectors.Http;

/// <summary>What an answer says of the tracker's limits. Jira and Azure DevOps say it in different words; whatever cannot be read is as good as not said.</summary>
/// <param name="Wait">How long to send nothing; null where no time is told.</param>
/// <param name="Delay">By how much the tracker slowed this answer down: the word before the block.</param>
/// <param name="NearLimit">True where little of the limit is left.</param>
/// <param name="FamilyOnly">True where the limit holds for this kind of request alone, not for the whole host.</param>
/// <param name="IsRefusal">True where the request was not answered because of a limit.</param>
internal sealed record LimitNotice(TimeSpan? Wait, TimeSpan Delay, bool NearLimit, bool FamilyOnly, bool IsRefusal)
{
    // A number that no calendar holds means for ever, and a year is that.
    private const double LongestSeconds = 365 * 24 * 60 * 60;

    /// <summary>True where nothing is said of limits.</summary>
    public bool IsSilent => Wait is null && Delay == TimeSpan.Zero && !NearLimit && !IsRefusal;

    /// <summary>Reads the headers of an answer.</summary>
    public static LimitNotice Read(HttpStatusCode status, HttpResponseHeaders headers, DateTimeOffset now)
    {
        var refused = status == HttpStatusCode.TooManyRequests;
        var delay = Seconds(headers, "X-RateLimit-Delay") ?? TimeSpan.Zero;
        var fields = LimitFields.Read(headers);
        var wait = RetryAfter(headers, now);

        // Retry-After is the last word, also where it is zero. What is left of a limit counts where a request was refused, or where nothing is left:
        // except where answers are only delayed, since Azure DevOps tells there when all use is forgotten, minutes after it could be asked again.
        if (wait is null && (refused || (delay == TimeSpan.Zero && (fields.IsExhausted || Word(headers, "X-RateLimit-Remaining", "RateLimit-Remaining") == "0"))))
        {
            wait = Reset(headers, now) ?? fields.Wait ?? Seconds(headers, "X-RateLimit-Interval-Seconds");
        }

        return new(
            wait > TimeSpan.Zero ? wait : null,
            delay,
            string.Equals(Word(headers, "X-RateLimit-NearLimit"), "true", StringComparison.OrdinalIgnoreCase),
            Word(headers, "RateLimit-Reason") is { } reason ? reason.Contains("burst", StringComparison.OrdinalIgnoreCase) : fields.IsBurst,
            refused || (status == HttpStatusCode.ServiceUnavailable && wait > TimeSpan.Zero));
    }

    private static TimeSpan? RetryAfter(HttpResponseHeaders headers, DateTimeOffset now) =>
        Seconds(headers, "Retry-After") ?? (Word(headers, "Retry-After") is { } text && Date(text) is { } date ? date - Clock(headers, now) : null);

    // An ISO time (Jira), seconds since 1970 (Azure DevOps), or seconds from now (others).
    private static TimeSpan? Reset(HttpResponseHeaders headers, DateTimeOffset now)
    {
        string[] names = ["X-RateLimit-Reset", "RateLimit-Reset"];
        var text = Word(headers, names);
        if (Seconds(headers, names) is not { } seconds)
        {
            return text is not null && Date(text) is { } date ? date - Clock(headers, now) : null;
        }

        return long.TryParse(text, CultureInfo.InvariantCulture, out var epoch) && epoch is > 1_000_000_000 and < 100_000_000_000
            ? DateTimeOffset.FromUnixTimeSeconds(epoch) - Clock(headers, now)
            : seconds;
    }

    // Times are the tracker's, so they are compared with its own clock. A clock that is off by more than a day is none to compare with.
    private static DateTimeOffset Clock(HttpResponseHeaders headers, DateTimeOffset now) =>
        headers.Date is { } theirs && (theirs - now).Duration() < TimeSpan.FromDays(1) ? theirs : now;

    private static TimeSpan? Seconds(HttpResponseHeaders headers, params ReadOnlySpan<string> names) =>
        double.TryParse(Word(headers, names), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds)
            ? TimeSpan.FromSeconds(Math.Min(seconds, LongestSeconds))
            : null;

    private static DateTimeOffset? Date(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    private static string? Word(HttpResponseHeaders headers, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (headers.NonValidated.TryGetValues(name, out var values))
            {
                return values.First().Trim();
            }
        }

        return null;
    }
}
