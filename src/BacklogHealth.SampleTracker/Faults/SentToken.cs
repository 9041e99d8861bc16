using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace BacklogHealth.SampleTracker.Faults;

/// <summary>The page token that a request carries.</summary>
internal static class SentToken
{
    private static readonly string[] Names = ["nextPageToken", "continuationToken"];

    /// <summary>The token in the query or in the body; null where there is none.</summary>
    public static string? Of(string target, byte[] body)
    {
        var at = target.IndexOf('?', StringComparison.Ordinal);
        var query = at < 0 ? [] : QueryHelpers.ParseQuery(target[at..]);
        if (Names.FirstOrDefault(query.ContainsKey) is { } name)
        {
            return query[name].ToString();
        }

        if (body.Length == 0)
        {
            return null;
        }

        using var document = JsonDocument.Parse(body);
        return document.RootElement.TryGetProperty(Names[0], out var token) && token.ValueKind is JsonValueKind.String ? token.GetString() : null;
    }
}
