using System.Globalization;
using System.Text.Json;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>Reads the lists that are paged by position: projects and teams.</summary>
internal static class AzurePages
{
    private const int PageSize = 100;

    /// <summary>Reads every page; the last one is the first that is not full.</summary>
    /// <param name="site">The site.</param>
    /// <param name="path">The path, with or without a query.</param>
    /// <param name="read">Reads an entry; null for one that cannot be read.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="version">Adds the version to a path; null for the usual one.</param>
    /// <returns>The entries, and why the site would not give them; null where it did.</returns>
    /// <exception cref="TrackerException">The pages go in circles.</exception>
    public static async Task<(List<T> Entries, string? Refusal)> Read<T>(AzureSite site, string path, Func<JsonElement, T?> read, CancellationToken cancellation, Func<string, string>? version = null)
        where T : class
    {
        version ??= (await site.Dialect(cancellation)).Of;
        var entries = new List<T>();
        string? first = null;
        for (var skip = 0; ; skip += PageSize)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}$top={PageSize}&$skip={skip}");
            using var answer = await site.Http.Ask(Http.TrackerRequest.Get(version(at), mayBeForbidden: true), cancellation);
            if (!answer.Ok && answer.Oversized is null)
            {
                return (entries, AzureSite.Refusal(answer));
            }

            var page = answer.List("value");
            var head = page.GetArrayLength() == 0 ? null : page[0].GetRawText();
            if (head is not null && head == first)
            {
                throw site.Incomplete($"GET {path.Split('?')[0]} gave the same page twice. Expected each entry once.");
            }

            first ??= head;
            entries.AddRange(page.EnumerateArray().Select(read).OfType<T>());
            if (page.GetArrayLength() < PageSize)
            {
                return (entries, null);
            }
        }
    }
}
