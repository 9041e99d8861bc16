using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace BacklogHealth.SampleTracker.Faults;

/// <summary>Changes a true answer into a wrong one of the same form.</summary>
internal static class AnswerShape
{
    private static readonly ImmutableArray<string> Lists = ["issues", "issueChangeLogs", "values", "comments"];

    public static void Change(JsonObject answer, FaultRule rule, string? tokenSent)
    {
        var name = Lists.FirstOrDefault(answer.ContainsKey);
        if (name is null)
        {
            return;
        }

        var items = answer[name]!.AsArray();
        Refuse(answer, items, rule.Refused);
        items.RemoveAll(item => Names(item, rule.Omitted));
        if (rule.EndAfter is { } kept)
        {
            End(answer, items, kept);
        }

        if (rule.HistoryLimit is { } changes)
        {
            Truncate(answer, name, items, changes);
        }

        if (rule.EmptyPage)
        {
            items.Clear();
            GoOn(answer, tokenSent ?? "empty");
        }

        if (rule.RepeatToken)
        {
            GoOn(answer, tokenSent ?? "again");
        }
    }

    private static void Refuse(JsonObject answer, JsonArray items, ImmutableArray<string> refused)
    {
        foreach (var item in items.Where(item => Names(item, refused)).ToList())
        {
            items.Remove(item);
            answer["issueErrors"]?.AsArray().Add(new JsonObject
            {
                ["id"] = (string?)item!["id"],
                ["errorMessage"] = "Issue does not exist or you do not have permission to see it.",
            });
        }
    }

    private static void End(JsonObject answer, JsonArray items, int kept)
    {
        while (items.Count > kept)
        {
            items.RemoveAt(items.Count - 1);
        }

        answer.Remove("nextPageToken");
        answer.Remove("nextPage");
        if (answer.ContainsKey("isLast"))
        {
            answer["isLast"] = true;
        }
    }

    private static void Truncate(JsonObject answer, string name, JsonArray items, int changes)
    {
        if (name == "values")
        {
            KeepNewest(items, changes);
            End(answer, items, changes);
        }

        foreach (var histories in items.Select(item => item!["changeHistories"]).OfType<JsonArray>())
        {
            KeepNewest(histories, changes);
        }
    }

    private static void KeepNewest(JsonArray histories, int changes)
    {
        while (histories.Count > changes)
        {
            histories.RemoveAt(0);
        }
    }

    private static void GoOn(JsonObject answer, string token)
    {
        answer["nextPageToken"] = token;
        if (answer.ContainsKey("isLast"))
        {
            answer["isLast"] = false;
        }
    }

    private static bool Names(JsonNode? item, ImmutableArray<string> idsOrKeys) =>
        item is JsonObject named && idsOrKeys.Any(wanted => Is(named, "id", wanted) || Is(named, "key", wanted) || Is(named, "issueId", wanted));

    private static bool Is(JsonObject item, string property, string wanted) => item[property]?.ToString() == wanted;
}
