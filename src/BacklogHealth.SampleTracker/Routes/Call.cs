using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BacklogHealth.SampleTracker.Routes;

/// <summary>A call of a route. A named value is looked for in the body, where there is one, and else in the query.</summary>
/// <param name="Route">Values of the path's placeholders.</param>
/// <param name="Query">The query.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body, a JSON object; null where there is none.</param>
/// <param name="Now">When it was made.</param>
/// <param name="PageLimit">The most items a page may hold, whatever was asked.</param>
internal record Call(RouteValueDictionary Route, IQueryCollection Query, IHeaderDictionary Headers, JsonElement? Body, DateTimeOffset Now, int PageLimit)
{
    public string Path(string name) => Route[name] as string ?? string.Empty;

    public string? Text(string name) =>
        Member(name) is { } value ? value.ToString() : Query.TryGetValue(name, out var values) ? values.ToString() : null;

    public bool Flag(string name) => string.Equals(Text(name), "true", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="Unreadable">It is no whole number.</exception>
    public int Number(string name, int otherwise)
    {
        if (Text(name) is not { Length: > 0 } text)
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new Unreadable($"The value '{text}' of '{name}' is not a whole number.");
    }

    /// <summary>A list: a JSON array, a repeated query value or words separated by commas. Null where it is not given.</summary>
    public IReadOnlyList<string>? Texts(string name)
    {
        IEnumerable<string?> given;
        if (Member(name) is { } value)
        {
            given = value.ValueKind is JsonValueKind.Array ? value.EnumerateArray().Select(v => v.ToString()) : [value.ToString()];
        }
        else if (Query.TryGetValue(name, out var values))
        {
            given = values;
        }
        else
        {
            return null;
        }

        return [.. given.SelectMany(text => (text ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
    }

    /// <summary>How many items the page holds: what was asked, at most what the route and the script allow, and at least one.</summary>
    public int PageSize(int most, int usual, string name = "maxResults") => Math.Max(1, Math.Min(Math.Min(Number(name, usual), most), PageLimit));

    private JsonElement? Member(string name) =>
        Body is { } body && body.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;
}
