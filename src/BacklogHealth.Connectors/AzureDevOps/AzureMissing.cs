using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>
/// Finds out why items did not come. What lies in the recycle bin was deleted. What does not may have been destroyed, or our account may not see it: the
/// service gives the same answer for both, so that nobody learns of items that are not for them.
/// </summary>
internal static class AzureMissing
{
    private const int MostAtOnce = 200;

    public static async Task<ImmutableArray<UnavailableItem>> Explain(AzureSite site, AzureScope scope, ImmutableArray<string> ids, CancellationToken cancellation)
    {
        var explained = ImmutableArray.CreateBuilder<UnavailableItem>(ids.Length);
        foreach (var chunk in ids.Chunk(MostAtOnce))
        {
            var asked = chunk.Where(id => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _)).ToList();
            var deleted = asked.Count == 0 ? [] : await Deleted(site, scope, asked, cancellation);
            explained.AddRange(chunk.Select(id => deleted.Contains(id)
                ? new UnavailableItem(id, "it lies in the recycle bin", Absence.Deleted)
                : new UnavailableItem(id, AzureItem.Missing)));
        }

        return explained.ToImmutable();
    }

    /// <summary>The ids that a list of the recycle bin names as deleted. Each entry has a status of its own, and servers differ in whether the list is wrapped.</summary>
    public static HashSet<string> Read(TrackerAnswer answer) => (answer.Root.Get("value") is null ? answer.List() : answer.List("value")).EnumerateArray()
        .Where(e => e.Number("code") is null or (>= 200 and < 300))
        .Select(e => e.Text("id")).OfType<string>().ToHashSet(StringComparer.Ordinal);

    private static async Task<HashSet<string>> Deleted(AzureSite site, AzureScope scope, List<string> ids, CancellationToken cancellation)
    {
        using var answer = await site.Get($"{scope.Project.Path}/_apis/wit/recyclebin?ids={string.Join(',', ids)}", cancellation);
        return answer.Ok ? Read(answer) : [];
    }
}
