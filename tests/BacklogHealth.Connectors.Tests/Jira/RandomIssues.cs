using System.Globalization;
using System.Text.Json.Nodes;
using BacklogHealth.Connectors.Jira;
using BacklogHealth.Connectors.Tests.Http;

namespace BacklogHealth.Connectors.Tests.Jira;

/// <summary>Issues such as nobody would write: any field may be absent, null, or of another kind than usual; people are everywhere.</summary>
internal sealed class RandomIssues
{
    private static readonly string[] Fields =
    [
        "summary", "description", "issuetype", "project", "updated", "parent", "priority", "resolution", "duedate", "fixVersions", "labels", "issuelinks", "attachment", "assignee", "reporter", "creator",
        "customfield_10020", "customfield_10014", "customfield_10019", "customfield_10016", "customfield_10030", "customfield_10021", "customfield_10001", "customfield_10050",
    ];

    private static readonly string[] Changed = ["status", "summary", "description", "Sprint", "assignee", "Reviewed By", "Flagged", "Team", "Rank", "Key", "labels", "duedate", "RemoteIssueLink", "Story point estimate", "hologram"];
    private static readonly string[] Dates = ["2026-01-05T10:12:33.000+0100", "0001-01-01T00:00:00.000+0000", "10000-01-01T00:00:00.000+0000", "05/Jan/26 10:12 AM", "2026-03-29T02:30:00.000+0100"];

    private JsonArray _issues = [];
    private JsonArray _histories = [];

    /// <summary>Lets a site give them.</summary>
    public SmallJira Serve(SmallJira jira)
    {
        foreach (var id in new[] { "1", "2", "3" })
        {
            jira.On($"GET {jira.Api}/issue/{id}/remotelink", """[{"object":{"title":"Design  page","url":"https://pages.example/1"}},{"object":null},7]""");
        }

        return jira
            .On("POST /rest/api/3/issue/bulkfetch", _ => new ScriptedAnswer(200, new JsonObject { ["issues"] = _issues.DeepClone() }.ToJsonString()))
            .On("POST /rest/api/3/changelog/bulkfetch", _ => new ScriptedAnswer(200, new JsonObject { ["issueChangeLogs"] = _histories.DeepClone() }.ToJsonString()))
            .On("POST /rest/api/2/search", _ => new ScriptedAnswer(200, new JsonObject { ["total"] = _issues.Count, ["issues"] = _issues.DeepClone() }.ToJsonString()));
    }

    /// <summary>Makes others.</summary>
    public void Make(int seed, JiraDeployment deployment)
    {
        var random = new Random(seed);
        (_issues, _histories) = ([], []);
        for (var id = 1; id <= 3; id++)
        {
            var fields = new JsonObject { ["status"] = new JsonObject { ["id"] = "10", ["name"] = "To Do" }, ["created"] = Dates[random.Next(8) == 0 ? random.Next(Dates.Length) : 0] };
            foreach (var field in Fields.Where(_ => random.Next(4) > 0))
            {
                fields[field] = Value(random, 3);
            }

            fields["comment"] = new JsonObject { ["total"] = 0, ["comments"] = new JsonArray([.. Many(random, 3, i => Comment(random, i))]) };
            var histories = new JsonArray([.. Many(random, 6, i => History(random, i))]);
            var issue = new JsonObject { ["id"] = Text(id), ["key"] = $"CHK-{id}", ["self"] = "https://acme.example", ["fields"] = fields };
            if (deployment == JiraDeployment.DataCenter)
            {
                issue["changelog"] = new JsonObject { ["total"] = histories.Count, ["histories"] = histories };
            }
            else
            {
                _histories.Add((JsonNode)new JsonObject { ["issueId"] = Text(id), ["changeHistories"] = histories });
            }

            _issues.Add((JsonNode)issue);
        }
    }

    private static JsonNode? Value(Random random, int depth) => random.Next(depth > 0 ? 10 : 7) switch
    {
        0 => null,
        1 => random.Next(100) / 2.0,
        2 => Dates[random.Next(Dates.Length)],
        3 => "h2. Title\n* *bold* words \u05D0\u05D1 \uD83D\uDE00 <b>x</b>",
        4 => random.Next(2) == 0,
        5 => Person("accountId"),
        6 => JsonNode.Parse("""{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"In a document"},{"type":"hologram","content":[{"type":"text","text":" inside"}]}]}]}"""),
        7 => new JsonArray([.. Many(random, 4, _ => Value(random, depth - 1))]),
        _ => new JsonObject(new[] { "id", "name", "key", "title", "self", "iconUrl", "value", "type", "filename", "inwardIssue", "startDate", "hierarchyLevel" }
            .Where(_ => random.Next(2) == 0).Select(n => KeyValuePair.Create(n, Value(random, depth - 1)))),
    };

    private static JsonObject Person(string id) => new()
    {
        [id] = "JIRAUSER1",
        ["displayName"] = "Mia Krystof",
        ["emailAddress"] = "mia.krystof@acme.example",
        ["avatarUrls"] = new JsonObject { ["16x16"] = "https://acme.example/krystof.png" },
    };

    private static JsonObject Comment(Random random, int i) => new() { ["id"] = Text(i), ["author"] = Person(random.Next(2) == 0 ? "accountId" : "key"), ["created"] = Dates[random.Next(5) == 0 ? 1 : 0], ["body"] = Value(random, 2) };

    private static JsonObject History(Random random, int i)
    {
        var items = Many(random, 3, _ =>
        {
            var field = Changed[random.Next(Changed.Length)];
            var person = field is "assignee" or "Reviewed By";
            JsonNode? Id() => random.Next(3) == 0 ? null : person ? "a-7" : Text(random.Next(40));
            JsonNode? Words() => random.Next(3) == 0 ? null : person ? "Mia Krystof" : $"word {random.Next(9)}";
            return (JsonNode?)new JsonObject { ["field"] = field, ["fieldtype"] = "jira", ["from"] = Id(), ["fromString"] = Words(), ["to"] = Id(), ["toString"] = Words() };
        });
        return new JsonObject { ["id"] = Text(random.Next(2) == 0 ? i : 1), ["author"] = Person(random.Next(2) == 0 ? "accountId" : "key"), ["created"] = Dates[random.Next(9) == 0 ? 2 : 0], ["items"] = new JsonArray([.. items]) };
    }

    private static List<JsonNode?> Many(Random random, int most, Func<int, JsonNode?> make) => [.. Enumerable.Range(1, random.Next(most + 1)).Select(make)];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
