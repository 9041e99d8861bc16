using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace BacklogHealth.SampleTracker.Faults;

/// <summary>Changes a true answer into a wrong one of the same form.</summary>
internal static class AnswerShape
{
    private static readonly ImmutableArray<string> Lists = ["issues", "issueChangeLogs", "workItems", "values", "value", "comments"];

    public static void Change(JsonObject answer, FaultRule rule, string? tokenSent)
    {
        if (rule.HistoryLimit is { } within)
        {
            Truncate(answer["changelog"]?["histories"] as JsonArray, within);
        }

        if (Lists.FirstOrDefault(name => answer[name] is JsonArray) is not { } list)
        {
            return;
        }

        var items = answer[list]!.AsArray();
        Refuse(answer, items, rule.Refused);
        items.RemoveAll(item => Names(item, rule.Omitted));
        if (answer.ContainsKey("count"))
        {
            answer["count"] = items.Count;
        }

        if (rule.EndAfter is { } kept)
        {
            End(answer, items, kept);
        }

        if (rule.HistoryLimit is { } changes)
        {
            Truncate(answer, list, items, changes);
        }

        if (rule.EmptyPage)
        {
            items.Clear();
            NextPage.GoOn(answer, tokenSent ?? "empty");
        }

        if (rule.RepeatToken)
        {
            NextPage.GoOn(answer, tokenSent ?? "again");
        }
    }

    private static void Refuse(JsonObject answer, JsonArray items, ImmutableArray<string> refused)
    {
        foreach (var item in items.Where(item => Names(item, refused)).ToList())
        {
            if (answer.ContainsKey("value"))
            {
                items[items.IndexOf(item)] = null;
                continue;
            }

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

        NextPage.End(answer, items.Count);
    }

    private static void Truncate(JsonObject answer, string list, JsonArray items, int changes)
    {
        if (list is "values" or "value")
        {
            KeepNewest(items, changes);
            End(answer, items, changes);
        }

        foreach (var item in items.OfType<JsonObject>())
        {
            Truncate(item["changeHistories"] as JsonArray, changes);
            Truncate(item["changelog"]?["histories"] as JsonArray, changes);
        }
    }

    /// <summary>Keeps the newest entries of a history, whichever way it is written.</summary>
    private static void Truncate(JsonArray? histories, int changes)
    {
        if (histories is not { Count: > 1 } || string.CompareOrdinal((string?)histories[0]!["created"], (string?)histories[^1]!["created"]) <= 0)
        {
            KeepNewest(histories ?? [], changes);
            return;
        }

        while (histories.Count > changes)
        {
            histories.RemoveAt(histories.Count - 1);
        }
    }

    private static void KeepNewest(JsonArray histories, int changes)
    {
        while (histories.Count > changes)
        {
            histories.RemoveAt(0);
        }
    }

    private static bool Names(JsonNode? item, ImmutableArray<string> idsOrKeys) =>
        item is JsonObject named && idsOrKeys.Any(wanted => Is(named, "id", wanted) || Is(named, "key", wanted) || Is(named, "issueId", wanted));

    private static bool Is(JsonObject item, string property, string wanted) => item[property]?.ToString() == wanted;
}
