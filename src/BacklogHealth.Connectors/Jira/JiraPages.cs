using System.Globalization;
using System.Text.Json;
using BacklogHealth.Connectors.Http;

namespace BacklogHealth.Connectors.Jira;

/// <summary>Reads the lists that Jira pages by position.</summary>
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
            using var answer = await site.Http.Ask(request, cancellation);
            if (!answer.Ok && answer.Oversized is null)
            {
                return (entries, Refusal(answer));
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
                throw site.Incomplete($"{request.Name} gave the same page twice. Expected each entry once. Run the sync again; what is stored stays as it is.");
            }

            if (page.GetArrayLength() == 0)
            {
                throw site.Incomplete($"{request.Name} gave an empty page and said that more follows. Expected entries on every page but the last. Run the sync again; what is stored stays as it is.");
            }
        }
    }

    /// <summary>A refusal in a few words.</summary>
    public static string Refusal(TrackerAnswer answer) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)answer.Status}{TrackerFaults.Quoted(answer.Problem)}");
}
