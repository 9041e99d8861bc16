using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace BacklogHealth.Connectors.Http;

/// <summary>What came back for one try: everything that decides whether there is another.</summary>
/// <param name="Status">The status.</param>
/// <param name="MediaType">The kind of content; null where it is not said.</param>
/// <param name="Body">The content, unpacked; null where it is larger than what is read.</param>
/// <param name="AskedWait">How long the tracker asks us to wait; null where it does not.</param>
/// <param name="Location">Where it sends us on to; null where it does not.</param>
internal sealed record Reply(HttpStatusCode Status, string? MediaType, byte[]? Body, TimeSpan? AskedWait, Uri? Location)
{
    /// <summary>Largest answer that is read, in bytes unpacked: a page of a hundred items is a few million.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>True where the tracker gave what was asked for.</summary>
    public bool IsSuccess => (int)Status is >= 200 and <= 299;

    /// <summary>True for a page for people rather than for programs.</summary>
    public bool IsHtml => MediaType?.Contains("html", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Reads a response to its end, or up to <paramref name="maxBytes"/>.</summary>
    public static async Task<Reply> Read(HttpResponseMessage response, int maxBytes, DateTimeOffset now, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        await using var content = await response.Content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[81920];
        int read;
        while (body.Length <= maxBytes && (read = await content.ReadAsync(buffer, cancellation)) > 0)
        {
            body.Write(buffer, 0, read);
        }

        return new(
            response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            body.Length > maxBytes ? null : body.ToArray(),
            Wait(response.Headers, now),
            response.Headers.Location);
    }

    // Seconds, a date, or the time at which Jira's limit begins anew; whatever else stands there is as good as nothing.
    private static TimeSpan? Wait(HttpResponseHeaders headers, DateTimeOffset now)
    {
        var wait = headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => headers.TryGetValues("X-RateLimit-Reset", out var resets)
                && DateTimeOffset.TryParse(resets.First(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var reset) ? reset - now : (TimeSpan?)null,
        };
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
