using System.Globalization;
using System.Text.Json;
using BacklogHealth.Connectors.Tests.Http;

namespace BacklogHealth.Connectors.Tests.Jira;

/// <summary>A scope that a Data Center lists by position, and that changes between two pages.</summary>
/// <param name="items">The items in the order of the listing.</param>
/// <param name="pageSize">How many the site gives at once, whatever it is asked for.</param>
/// <param name="between">What happens behind a page; given its number from 1 and the items.</param>
internal sealed class MovingScope(List<string> items, int pageSize, Action<int, List<string>>? between = null)
{
    public int Pages { get; private set; }

    public ScriptedAnswer Answer(ScriptedRequest request)
    {
        using var body = JsonDocument.Parse(request.Body);
        var start = body.RootElement.GetProperty("startAt").GetInt32();
        var page = items.Skip(start).Take(pageSize).Select(i => $$$$"""{"id":"{{{{i}}}}","fields":{"updated":"u{{{{i}}}}","customfield_10019":"r"}}""").ToList();
        var answer = string.Create(CultureInfo.InvariantCulture, $$"""{"startAt":{{start}},"maxResults":{{pageSize}},"total":{{items.Count}},"issues":[{{string.Join(',', page)}}]}""");
        between?.Invoke(++Pages, items);
        return answer;
    }
}
