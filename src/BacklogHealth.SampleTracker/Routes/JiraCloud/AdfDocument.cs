using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.SampleTracker.Routes.Jira;

namespace BacklogHealth.SampleTracker.Routes.JiraCloud;

/// <summary>Writes a text as a document in Jira's format (ADF, version 1).</summary>
internal static partial class AdfDocument
{
    public static JsonObject Of(SampleText text)
    {
        var content = new JsonArray();
        var run = 0;
        while (run < text.Blocks.Length)
        {
            var kind = Family(text.Blocks[run].Kind);
            var end = run;
            while (end < text.Blocks.Length && Family(text.Blocks[end].Kind) == kind)
            {
                end++;
            }

            Add(content, kind, text.Blocks[run..end], run);
            run = end;
        }

        return new JsonObject { ["type"] = "doc", ["version"] = 1, ["content"] = content };
    }

    /// <summary>Head rows and other rows make one table.</summary>
    private static SampleBlockKind Family(SampleBlockKind kind) => kind is SampleBlockKind.TableHead ? SampleBlockKind.TableRow : kind;

    private static void Add(JsonArray content, SampleBlockKind kind, ImmutableArray<SampleBlock> blocks, int ordinal)
    {
        switch (kind)
        {
            case SampleBlockKind.Bullet:
                content.Add(Node("bulletList", blocks.Select(ListItem)));
                break;
            case SampleBlockKind.Numbered:
                content.Add(Node("orderedList", blocks.Select(ListItem), new JsonObject { ["order"] = 1 }));
                break;
            case SampleBlockKind.Checkbox:
                content.Add(Node("taskList", blocks.Select((b, i) => Task(b, ordinal + i)), LocalId("list", ordinal)));
                break;
            case SampleBlockKind.TableRow:
                content.Add(Node("table", blocks.Select(Row), new JsonObject { ["isNumberColumnEnabled"] = false, ["layout"] = "default" }));
                break;
            default:
                foreach (var block in blocks)
                {
                    content.Add(Single(block));
                }

                break;
        }
    }

    private static JsonObject Single(SampleBlock block) => block.Kind switch
    {
        SampleBlockKind.Heading => Node("heading", Inline(block.Text), new JsonObject { ["level"] = Math.Clamp(block.Level, 1, 6) }),
        SampleBlockKind.Code => Node("codeBlock", block.Text.Length == 0 ? [] : [Plain(block.Text)], new JsonObject()),
        SampleBlockKind.Quote => Node("blockquote", [Paragraph(block.Text)]),
        _ => block.Mention is { } account ? Node("paragraph", [Mention(account), .. Inline(" " + block.Text)]) : Paragraph(block.Text),
    };

    private static JsonObject Mention(string account) =>
        new() { ["type"] = "mention", ["attrs"] = new JsonObject { ["id"] = account, ["text"] = "@" + JiraUsers.Name(account) } };

    private static JsonObject Paragraph(string text) => Node("paragraph", Inline(text));

    private static JsonObject ListItem(SampleBlock block) => Node("listItem", [Paragraph(block.Text)]);

    private static JsonObject Task(SampleBlock block, int ordinal)
    {
        var attributes = LocalId("item", ordinal);
        attributes["state"] = block.Ticked ? "DONE" : "TODO";
        return Node("taskItem", Inline(block.Text), attributes);
    }

    private static JsonObject Row(SampleBlock block) =>
        Node("tableRow", block.Text.Split(" | ").Select(cell =>
            Node(block.Kind is SampleBlockKind.TableHead ? "tableHeader" : "tableCell", [Paragraph(cell)], new JsonObject())));

    private static JsonObject LocalId(string kind, int ordinal) =>
        new() { ["localId"] = string.Create(CultureInfo.InvariantCulture, $"{kind}-{ordinal}") };

    /// <summary>Words, with line breaks as nodes and addresses as links.</summary>
    private static IEnumerable<JsonObject> Inline(string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                yield return new JsonObject { ["type"] = "hardBreak" };
            }

            var at = 0;
            foreach (Match address in Address().Matches(lines[i]))
            {
                if (address.Index > at)
                {
                    yield return Plain(lines[i][at..address.Index]);
                }

                var link = Plain(address.Value);
                link["marks"] = new JsonArray(new JsonObject { ["type"] = "link", ["attrs"] = new JsonObject { ["href"] = address.Value } });
                yield return link;
                at = address.Index + address.Length;
            }

            if (at < lines[i].Length)
            {
                yield return Plain(lines[i][at..]);
            }
        }
    }

    private static JsonObject Plain(string text) => new() { ["type"] = "text", ["text"] = text };

    private static JsonObject Node(string type, IEnumerable<JsonObject> content, JsonObject? attributes = null)
    {
        var node = new JsonObject { ["type"] = type };
        if (attributes is not null)
        {
            node["attrs"] = attributes;
        }

        node["content"] = new JsonArray([.. content]);
        return node;
    }

    [GeneratedRegex(@"https?://[^\s<>()""]*[^\s<>()"".,;:!?']", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
