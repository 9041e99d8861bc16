using System.Globalization;
using System.Net.Http.Headers;

namespace BacklogHealth.Connectors.Http;

/// <summary>
/// The structured fields <c>RateLimit</c> and <c>RateLimit-Policy</c>, also under their trial names: entries such as <c>"burst";r=0;t=5</c>, or
/// <c>limit=100, remaining=0, reset=5</c> of an earlier draft. What is no such entry is passed over.
/// </summary>
/// <param name="IsExhausted">True where a limit has nothing left.</param>
/// <param name="Wait">How long until there is something left again, by the limit that takes longest; null where it is not told.</param>
/// <param name="IsBurst">True where only limits on bursts have nothing left.</param>
internal sealed record LimitFields(bool IsExhausted, TimeSpan? Wait, bool IsBurst)
{
    private const int LongestSeconds = 365 * 24 * 60 * 60;
    private static readonly string[] Names = ["RateLimit", "Beta-RateLimit"];
    private static readonly string[] PolicyNames = ["RateLimit-Policy", "Beta-RateLimit-Policy"];

    /// <summary>Reads them.</summary>
    public static LimitFields Read(HttpResponseHeaders headers)
    {
        var exhausted = Entries(headers, Names).Where(e => Number(e, "r", "remaining") == 0).ToArray();
        if (exhausted.Length == 0)
        {
            return new(false, null, false);
        }

        // Where the time is not told, the window of the policy of that name bounds it.
        var windows = Entries(headers, PolicyNames).GroupBy(p => p.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(p => p.Key, p => Number(p.First(), "w"), StringComparer.OrdinalIgnoreCase);
        var seconds = exhausted.Max(e => Number(e, "t", "reset") ?? windows.GetValueOrDefault(e.Name));
        return new(
            true,
            seconds is { } s ? TimeSpan.FromSeconds(Math.Min(s, LongestSeconds)) : null,
            exhausted.All(e => e.Name.Contains("burst", StringComparison.OrdinalIgnoreCase)));
    }

    private static int? Number(Entry entry, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (entry.Parameters.TryGetValue(key, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }
        }

        return null;
    }

    private static IEnumerable<Entry> Entries(HttpResponseHeaders headers, string[] names)
    {
        foreach (var value in names.SelectMany(n => headers.NonValidated.TryGetValues(n, out var values) ? values.AsEnumerable() : []))
        {
            // In the earlier draft the parts of one entry stand between commas and have no name.
            if (!value.Contains(';', StringComparison.Ordinal) && value.Contains('=', StringComparison.Ordinal))
            {
                yield return Entry.Of("", value.Split(','));
                continue;
            }

            foreach (var parts in value.Split(',').Select(item => item.Split(';')))
            {
                yield return Entry.Of(parts[0].Trim().Trim('"'), parts[1..]);
            }
        }
    }

    private sealed record Entry(string Name, Dictionary<string, string> Parameters)
    {
        public static Entry Of(string name, string[] parts)
        {
            var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var pair in parts.Select(p => p.Split('=', 2)).Where(p => p.Length == 2))
            {
                parameters[pair[0].Trim()] = pair[1].Trim().Trim('"');
            }

            return new(name, parameters);
        }
    }
}
