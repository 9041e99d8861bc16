using System.Globalization;
using System.Text.Json.Nodes;

namespace BacklogHealth.SampleTracker.Routes.Jira;

/// <summary>A page of a list that is read by <c>startAt</c> and <c>maxResults</c>.</summary>
internal static class OffsetPage
{
    /// <summary>With <c>values</c>, <c>total</c>, <c>isLast</c> and, given a path, the addresses of this page and of the next one.</summary>
    public static JsonObject Of<T>(JiraCall call, IReadOnlyList<T> all, int most, string? path, Func<T, JsonObject> json)
    {
        var (start, size) = Window(call, most);
        var isLast = start + size >= all.Count;
        var page = new JsonObject { ["maxResults"] = size, ["startAt"] = start, ["total"] = all.Count, ["isLast"] = isLast };
        if (path is not null)
        {
            page["self"] = Address(call, path, start, size);
            if (!isLast)
            {
                page["nextPage"] = Address(call, path, start + size, size);
            }
        }

        page["values"] = Items(all, start, size, json);
        return page;
    }

    /// <summary>As comments and the agile routes give it: no <c>isLast</c>, the items under a name of their own.</summary>
    public static JsonObject Named<T>(JiraCall call, IReadOnlyList<T> all, int most, string name, Func<T, JsonObject> json)
    {
        var (start, size) = Window(call, most);
        return new JsonObject { ["startAt"] = start, ["maxResults"] = size, ["total"] = all.Count, [name] = Items(all, start, size, json) };
    }

    private static (int Start, int Size) Window(JiraCall call, int most) => (Math.Max(0, call.Number("startAt", 0)), call.PageSize(most, most));

    private static JsonArray Items<T>(IReadOnlyList<T> all, int start, int size, Func<T, JsonObject> json) => new([.. all.Skip(start).Take(size).Select(json)]);

    private static string Address(JiraCall call, string path, int start, int size) =>
        call.Site.Url(string.Create(CultureInfo.InvariantCulture, $"{path}?startAt={start}&maxResults={size}"));
}
