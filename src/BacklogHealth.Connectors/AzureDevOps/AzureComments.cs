using System.Globalization;
using System.Text.Json;
using BacklogHealth.Connectors.Http;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>Reads all comments of one item, over as many pages as it takes.</summary>
internal static class AzureComments
{
    private const int MostAtOnce = 200;

    // Most pages in a row without a comment: some may hold deleted ones alone.
    private const int MostEmpty = 20;

    /// <summary>Reads them, oldest first.</summary>
    /// <returns>False where they may not be read, or the item has gone meanwhile.</returns>
    /// <exception cref="TrackerException">The pages go in circles.</exception>
    public static async Task<bool> Read(AzureSite site, string path, Action<JsonElement> take, CancellationToken cancellation)
    {
        var dialect = await site.Dialect(cancellation);
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        string? token = null;
        var empty = 0;
        do
        {
            var page = string.Create(CultureInfo.InvariantCulture, $"{path}/comments?$top={MostAtOnce}&order=asc{(token is null ? "" : $"&continuationToken={Uri.EscapeDataString(token)}")}");
            using var answer = await site.Http.Ask(TrackerRequest.Get(dialect.OfComments(page), mayBeForbidden: true), cancellation);
            if (!answer.Ok)
            {
                return token is null ? false : throw site.Incomplete($"GET {path}/comments broke off ({(answer.Oversized is { } oversized ? oversized : AzureSite.Refusal(answer))}). Expected all comments.");
            }

            var comments = answer.List("comments");
            foreach (var comment in comments.EnumerateArray())
            {
                take(comment);
            }

            empty = comments.GetArrayLength() == 0 ? empty + 1 : 0;

            token = answer.Root.Text("continuationToken") is { Length: > 0 } next ? next : null;
            if (token is not null && (empty == MostEmpty || !tokens.Add(token)))
            {
                throw site.Incomplete(empty == MostEmpty
                    ? FormattableString.Invariant($"GET {path}/comments gave {MostEmpty} pages in a row without a comment, and said that more follow. Expected an end.")
                    : $"GET {path}/comments gave the same continuation token twice. Expected a new one for every page.");
            }
        }
        while (token is not null);
        return true;
    }
}
