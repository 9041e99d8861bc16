using System.Net;

namespace BacklogHealth.Connectors.Http;

/// <summary>What came back for one try: everything that decides whether there is another.</summary>
/// <param name="Status">The status.</param>
/// <param name="MediaType">The kind of content; null where it is not said.</param>
/// <param name="Body">The content of an answer, for whoever makes use of it to dispose; null for a refusal, or where it is larger than what is read.</param>
/// <param name="Problem">What a refusal says; "" where it says nothing, or too much.</param>
/// <param name="Limits">What it says of limits.</param>
/// <param name="Location">Where it sends us on to; null where it does not.</param>
internal sealed record Reply(HttpStatusCode Status, string? MediaType, AnswerBody? Body, string Problem, LimitNotice Limits, Uri? Location)
{
    /// <summary>Largest answer that is read, in bytes unpacked: a page of a hundred items is a few million.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    // A refusal that is longer is a page for people.
    private const int MaxProblemBytes = 64 * 1024;

    /// <summary>True where the tracker gave what was asked for.</summary>
    public bool IsSuccess => IsGood(Status);

    /// <summary>True for a page for people rather than for programs.</summary>
    public bool IsHtml => MediaType?.Contains("html", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Reads a response to its end, or up to <paramref name="maxBytes"/>.</summary>
    /// <param name="response">The response.</param>
    /// <param name="limits">What its head says of limits.</param>
    /// <param name="maxBytes">Largest answer that is read.</param>
    /// <param name="secrets">What may not be quoted from a refusal.</param>
    /// <param name="received">Told how many bytes were read.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<Reply> Read(HttpResponseMessage response, LimitNotice limits, int maxBytes, IEnumerable<string> secrets, Action<long> received, CancellationToken cancellation)
    {
        var most = IsGood(response.StatusCode) ? maxBytes : Math.Min(maxBytes, MaxProblemBytes);
        var body = await AnswerBody.Read(response.Content, most, cancellation);
        received(body?.Bytes.Length ?? most);
        var problem = "";
        if (!IsGood(response.StatusCode))
        {
            problem = ProblemText.Read(body?.Bytes ?? default, secrets);
            body?.Dispose();
            body = null;
        }

        return new(response.StatusCode, response.Content.Headers.ContentType?.MediaType, body, problem, limits, response.Headers.Location);
    }

    private static bool IsGood(HttpStatusCode status) => (int)status is >= 200 and <= 299;
}
