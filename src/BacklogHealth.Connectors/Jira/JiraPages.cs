using System.Globalization;
using System.Text.Json;
using BacklogHealth.Connectors.Http;

namespace BacklogHealth.Connectors.Jira;

/// <summary>Reads what the site may keep from the account without the rest being lost: lists paged by position, and single entries.</summary>
internal static class JiraPages
{
    /// <summary>Reads every page of a list of the Agile interface.</summary>
    /// <param name="site">The site.</param>
    /// <param name="path">The path, ending in "?" or "&amp;".</param>
    /// <param name="pageSize">How many entries to ask for at once.</param>
    /// <param name="read">Reads an entry; null for one that cannot be read.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The entries, and why the site would not give them; null where it did.</returns>
    /// <exception cref="TrackerException">The pages contradict each other.</exception>
    public static async Task<(List<T> Entries, string? Refusal)> Read<T>(JiraSite site, string path, int pageSize, Func<JsonElement, T?> read, CancellationToken cancellation)
        where T : class
    {
        var entries = new List<T>();
        var firsts = new HashSet<string>(StringComparer.Ordinal);
        var start = 0;
        while (true)
        {
            var request = TrackerRequest.Get(string.Create(CultureInfo.InvariantCulture, $"{path}startAt={start}&maxResults={pageSize}"), mayBeForbidden: true);
            var (answer, refusal) = await Ask(site, request, cancellation);
            using (answer)
            {
                if (answer is null)
                {
                    return (entries, refusal);
                }

                var page = answer.List("values");
                entries.AddRange(page.EnumerateArray().Select(read).OfType<T>());
                start += page.GetArrayLength();
                if (answer.Root.Flag("isLast") ?? (start >= (answer.Root.Number("total") ?? start)))
                {
                    return (entries, null);
                }

                if (page.GetArrayLength() > 0 && !firsts.Add(page[0].GetRawText()))
                {
                    throw site.Unproven($"{request.Name} gave the same page twice", "each entry once");
                }

                if (page.GetArrayLength() == 0)
                {
                    throw site.Unproven($"{request.Name} gave an empty page and said that more follows", "entries on every page but the last");
                }
            }
        }
    }

    /// <summary>Asks for one entry; the entry, or why the site would not give it.</summary>
    public static Task<(T? Entry, string? Refusal)> TryAsk<T>(this JiraSite site, string path, Func<JsonElement, T?> read, CancellationToken cancellation)
        where T : class => site.TryAsk(TrackerRequest.Get(path, mayBeForbidden: true), read, cancellation);

    /// <summary>Asks for one entry; the entry, or why the site would not give it.</summary>
    public static async Task<(T? Entry, string? Refusal)> TryAsk<T>(this JiraSite site, TrackerRequest request, Func<JsonElement, T?> read, CancellationToken cancellation)
        where T : class
    {
        var (answer, refusal) = await Ask(site, request with { MayBeForbidden = true }, cancellation);
        using (answer)
        {
            return (answer is null ? null : read(answer.Root), refusal);
        }
    }

    // A token with narrow scopes is refused (401) for one interface and good for the others; whoever asks here has been let in before.
    private static async Task<(TrackerAnswer? Answer, string? Refusal)> Ask(JiraSite site, TrackerRequest request, CancellationToken cancellation)
    {
        try
        {
            var answer = await site.Http.Ask(request, cancellation);
            return answer.Ok || answer.Oversized is not null ? (answer, null) : (null, Refusal(answer));
        }
        catch (TrackerException e) when (e.Fault == TrackerFault.Refused)
        {
            return (null, "401");
        }
    }

    /// <summary>A refusal in a few words.</summary>
    public static string Refusal(TrackerAnswer answer) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)answer.Status}{TrackerFaults.Quoted(answer.Problem)}");
}
