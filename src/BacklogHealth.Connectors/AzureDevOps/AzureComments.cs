using System.Globalization;
using System.Text.Json;
using BacklogHealth.Connectors.Http;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>Reads all comments of one item, over as many pages as it takes.</summary>
internal static class AzureComments
{
    private const int MostAtOnce = 200;

    /// <summary>Reads them, oldest first.</summary>
    /// <returns>False where they may not be read, or the item has gone meanwhile.</returns>
    /// <exception cref="TrackerException">The pages go in circles.</exception>
    public static async Task<bool> Read(AzureSite site, string path, Action<JsonElement> take, CancellationToken cancellation)
    {
        var dialect = await site.Dialect(cancellation);
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        string? token = null;
        do
        {
            var page = string.Create(CultureInfo.InvariantCulture, $"{path}/comments?$top={MostAtOnce}&order=asc{(token is null ? "" : $"&continuationToken={Uri.EscapeDataString(token)}")}");
            using var answer = await site.Http.Ask(TrackerRequest.Get(dialect.OfComments(page), mayBeForbidden: true), cancellation);
            if (!answer.Ok)
            {
                return token is null ? false : throw site.Incomplete($"GET {path}/comments broke off ({(answer.Oversized is { } oversized ? oversized : AzureSite.Refusal(answer))}). Expected all comments.");
            }

            foreach (var comment in answer.List("comments").EnumerateArray())
            {
                take(comment);
            }

            token = answer.Root.Text("continuationToken") is { Length: > 0 } next ? next : null;
            if (token is not null && !tokens.Add(token))
            {
                throw site.Incomplete($"GET {path}/comments gave the same continuation token twice. Expected a new one for every page.");
            }
        }
        while (token is not null);
        return true;
    }
}
