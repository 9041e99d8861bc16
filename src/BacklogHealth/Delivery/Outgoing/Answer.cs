using System.Net;
using System.Text;

namespace BacklogHealth.Delivery.Outgoing;

/// <summary>What a receiver answers.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Said">The beginning of what it says, on one line.</param>
/// <param name="RedirectTo">The host that it sends us to; null where it sends us nowhere.</param>
/// <param name="NotBefore">When it wants to be asked again; null where it does not say.</param>
internal sealed record Answer(HttpStatusCode Status, string Said, string? RedirectTo, DateTimeOffset? NotBefore)
{
    private const int MostRead = 2_000, MostSaid = 200;

    // Who asks for more is asked again after a day.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>Reads an answer as far as it is of use. One that breaks off is what came of it: the status has been said.</summary>
    public static async Task<Answer> Of(HttpResponseMessage response, Receiver receiver, DateTimeOffset now, CancellationToken cancellation)
    {
        var host = response.Headers.Location is { } location ? (Uri.TryCreate(receiver.Url, location, out var whole) ? whole.IdnHost : "") : null;
        var said = OneLine(receiver.Masked(await Begin(response, cancellation)));
        return new Answer(response.StatusCode, said.Length > MostSaid ? string.Concat(said.AsSpan(0, MostSaid), "…") : said, host, NextOf(response, now));
    }

    private static DateTimeOffset? NextOf(HttpResponseMessage response, DateTimeOffset now)
    {
        var wait = response.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - now : null;
        return wait is null || wait < TimeSpan.Zero ? null : now + (wait.Value < LongestWait ? wait.Value : LongestWait);
    }

    private static async Task<string> Begin(HttpResponseMessage response, CancellationToken cancellation)
    {
        var (read, text) = (0, new char[MostRead]);
        try
        {
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellation), Encoding.UTF8);
            while (read < MostRead && await reader.ReadAsync(text.AsMemory(read), cancellation) is > 0 and var more)
            {
                read += more;
            }
        }
        catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException)
        {
            // What came before is enough.
        }

        return new string(text, 0, read);
    }

    private static string OneLine(string text) => string.Join(' ', string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Split(' ', StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
}
