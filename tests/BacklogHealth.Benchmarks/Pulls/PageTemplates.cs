using System.Globalization;
using System.Text;

namespace BacklogHealth.Benchmarks.Pulls;

/// <summary>
/// Jira's answers for any number of items, rendered beforehand: sixteen items and their histories as bytes, in which only the digits of ids and keys
/// are set for each request. Serving them costs little more than copying, so that a measurement is one of the reader.
/// </summary>
internal sealed class PageTemplates
{
    /// <summary>Id of the first item; all ids have eight digits.</summary>
    public const int FirstId = 10_000_000;

    /// <summary>Changes of each item.</summary>
    public const int Changes = 30;

    private const string Mark = "########";
    private static readonly byte[] MarkBytes = Encoding.ASCII.GetBytes(Mark);
    private static readonly string[] Fields = ["status", "Sprint", "Rank", "summary", "Story Points", "labels", "priority", "assignee", "resolution", "Link"];
    private readonly Chunk[] _items = [.. Enumerable.Range(0, 16).Select(v => Chunk.Of(Item(v)))];
    private readonly Chunk[] _histories = [.. Enumerable.Range(0, 16).Select(v => Chunk.Of(Histories(v)))];

    /// <summary>The answer of a bulk fetch.</summary>
    public byte[] Items(IReadOnlyList<int> ids) => Page("{\"expand\":\"names\",\"issues\":["u8, _items, ids, "],\"issueErrors\":[]}"u8);

    /// <summary>The answer of a bulk changelog.</summary>
    public byte[] Changelogs(IReadOnlyList<int> ids) => Page("{\"issueChangeLogs\":["u8, _histories, ids, "]}"u8);

    /// <summary>When an item last changed, as the listing and the item say it.</summary>
    public static string Stamp(bool changed) => changed ? "2026-06-02T08:00:00.000+0000" : "2026-06-01T08:00:00.000+0000";

    private static byte[] Page(ReadOnlySpan<byte> head, Chunk[] chunks, IReadOnlyList<int> ids, ReadOnlySpan<byte> tail)
    {
        var page = new byte[head.Length + ids.Sum(id => chunks[id % chunks.Length].Bytes.Length) + Math.Max(0, ids.Count - 1) + tail.Length];
        head.CopyTo(page);
        var at = head.Length;
        for (var i = 0; i < ids.Count; i++)
        {
            if (i > 0)
            {
                page[at++] = (byte)',';
            }

            var chunk = chunks[ids[i] % chunks.Length];
            chunk.Bytes.CopyTo(page, at);
            foreach (var digits in chunk.Digits)
            {
                ids[i].TryFormat(page.AsSpan(at + digits, Mark.Length), out _, "D8", CultureInfo.InvariantCulture);
            }

            at += chunk.Bytes.Length;
        }

        tail.CopyTo(page.AsSpan(at));
        return page;
    }

    private static string Item(int variant) => $$$$"""
        {"id":"{{{{Mark}}}}","key":"BIG-{{{{Mark}}}}","self":"https://big.example/rest/api/3/issue/{{{{Mark}}}}","fields":{
        "summary":"{{{{Words(variant, 8)}}}}","issuetype":{"id":"10001","name":"Story","subtask":false,"hierarchyLevel":0},
        "project":{"id":"10000","key":"BIG","name":"Big"},"status":{"id":"{{{{10 + (variant % 3 * 10)}}}}","name":"To Do","statusCategory":{"id":2,"key":"new"}},
        "created":"2024-03-01T09:00:00.000+0000","updated":"{{{{Stamp(false)}}}}","priority":{"id":"3","name":"Medium"},"resolution":null,"duedate":null,
        "labels":["web","checkout"],"fixVersions":[],"issuelinks":[],"attachment":[],"parent":{"id":"10000000","key":"BIG-10000000"},
        "customfield_10016":{{{{1 + (variant % 8)}}}}.0,"customfield_10019":"0|i{{{{Mark}}}}:","customfield_10020":[{"id":1,"name":"Sprint 1","state":"closed","startDate":"2024-03-04T09:00:00.000Z"}],
        "description":{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"{{{{Words(variant, 60)}}}}"}]},
        {"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"{{{{Words(variant + 3, 12)}}}}"}]}]},
        {"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"{{{{Words(variant + 5, 12)}}}}"}]}]}]}]},
        "comment":{"total":0,"comments":[]}}}
        """.ReplaceLineEndings("");

    private static string Histories(int variant)
    {
        var text = new StringBuilder($"{{\"issueId\":\"{Mark}\",\"changeHistories\":[");
        string[] statuses = ["10", "20", "30"];
        var state = 0;
        for (var i = 0; i < Changes; i++)
        {
            var field = Fields[(i + variant) % Fields.Length];
            var (from, fromText, to, toText) = ((string?)null, (string?)Words(i, 3), (string?)null, (string?)Words(i + 1, 3));
            if (field == "status")
            {
                // The last state must be the one in which the item is.
                var isLast = i + Fields.Length >= Changes;
                var next = isLast ? variant % 3 : (state + 1) % 3;
                (from, fromText, to, toText) = (statuses[state], "State " + statuses[state], statuses[next], "State " + statuses[next]);
                state = next;
            }

            text.Append(i == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $$"""
                {"id":"{{Mark}}{{i:D2}}","author":{"self":"https://big.example/rest/api/3/user?accountId=5b10a2844c20165700ede{{variant:D3}}","accountId":"5b10a2844c20165700ede{{variant:D3}}","emailAddress":"someone@big.example","displayName":"Some One","active":true,"timeZone":"Europe/Berlin","accountType":"atlassian"},"created":{{1_709_287_200_000L + (i * 86_400_000L * 7)}},"items":[{"field":"{{field}}","fieldtype":"jira","fieldId":"{{(field == "status" ? "status" : field.ToLowerInvariant())}}","from":{{Json(from)}},"fromString":{{Json(fromText)}},"to":{{Json(to)}},"toString":{{Json(toText)}}}]}
                """);
        }

        return text.Append("]}").ToString();
    }

    private static string Json(string? text) => text is null ? "null" : $"\"{text}\"";

    private static string Words(int from, int count)
    {
        string[] words = ["order", "the", "voucher", "customer", "pays", "with", "a", "refund", "invoice", "shows", "all", "lines", "of", "export", "as", "file", "when", "address", "changes", "again"];
        return string.Join(' ', Enumerable.Range(0, count).Select(i => words[((from * 7) + (i * 3)) % words.Length]));
    }

    /// <summary>Bytes in which an item's digits stand at some places.</summary>
    private sealed record Chunk(byte[] Bytes, int[] Digits)
    {
        public static Chunk Of(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            var digits = new List<int>();
            for (var at = bytes.AsSpan().IndexOf(MarkBytes); at >= 0;)
            {
                digits.Add(at);
                var next = bytes.AsSpan(at + Mark.Length).IndexOf(MarkBytes);
                at = next < 0 ? -1 : at + Mark.Length + next;
            }

            return new(bytes, [.. digits]);
        }
    }
}
