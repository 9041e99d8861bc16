using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace BacklogHealth.SampleTracker.Faults;

/// <summary>What an answer says of the page after it, in each tracker's way.</summary>
internal static class NextPage
{
    private const string Continuation = "continuationToken";

    private static readonly string[] Links = ["nextLink", "nextPage"];

    /// <summary>Says that there is a next page, under a token. Pages by offset say so by their total and are left alone.</summary>
    public static void GoOn(JsonObject answer, string token)
    {
        if (answer.ContainsKey("isLastBatch") || answer.ContainsKey("totalCount"))
        {
            answer[Continuation] = token;
            foreach (var link in Links.Where(answer.ContainsKey))
            {
                answer[link] = WithToken((string)answer[link]!, token);
            }

            if (answer.ContainsKey("isLastBatch"))
            {
                answer["isLastBatch"] = false;
            }
        }
        else if (!answer.ContainsKey("startAt") && !answer.ContainsKey("value") && !answer.ContainsKey("workItems"))
        {
            answer["nextPageToken"] = token;
        }

        if (answer.ContainsKey("isLast"))
        {
            answer["isLast"] = false;
        }
    }

    /// <summary>Says that there is none.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="kept">How many items it holds.</param>
    public static void End(JsonObject answer, int kept)
    {
        answer.Remove("nextPageToken");
        answer.Remove("nextPage");
        if (answer.ContainsKey("isLastBatch"))
        {
            answer["isLastBatch"] = true;
        }
        else
        {
            answer.Remove(Continuation);
        }

        if (answer.ContainsKey("isLast"))
        {
            answer["isLast"] = true;
        }
        else if (answer.ContainsKey("total"))
        {
            answer["total"] = (int)answer["startAt"]! + kept;
        }

        if (answer.ContainsKey("count"))
        {
            answer["count"] = kept;
        }
    }

    /// <summary>Puts another host into the addresses of next pages; null leaves them.</summary>
    public static void MoveTo(JsonObject answer, string? host)
    {
        foreach (var link in host is null ? [] : Links.Where(answer.ContainsKey))
        {
            answer[link] = new UriBuilder((string)answer[link]!) { Host = host }.Uri.ToString();
        }
    }

    private static string WithToken(string link, string token)
    {
        var at = link.IndexOf('?', StringComparison.Ordinal);
        var query = QueryHelpers.ParseQuery(link[at..]);
        query[Continuation] = token;
        return link[..at] + QueryString.Create(query);
    }
}
