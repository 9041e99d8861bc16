using System.Globalization;
using System.Text;
using System.Text.Json;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Text;

/// <summary>
/// Reads Jira's document format (ADF). Never throws on content; what it does not know keeps its inner text. Walks with a stack of its own, so that
/// no depth of nesting can end the process. Each method of the table below says how one kind of node reads.
/// </summary>
internal sealed class AdfText
{
    private static readonly Dictionary<string, Action<AdfText, JsonElement>> Nodes = new(StringComparer.Ordinal)
    {
        ["text"] = (a, n) => a.Text(n),
        ["paragraph"] = (a, n) => a.Block(n, inline: true),
        ["caption"] = (a, n) => a.Block(n, inline: true),
        ["heading"] = (a, n) => a.Between(n, () => a._flow.BeginHeading(AdfJson.Number(AdfJson.Attribute(n, "level")) ?? 1), a._flow.EndBlock, inline: true),
        ["bulletList"] = (a, n) => a.Between(n, () => a._flow.BeginList(ordered: false), a._flow.EndList),
        ["decisionList"] = (a, n) => a.Between(n, () => a._flow.BeginList(ordered: false), a._flow.EndList),
        ["orderedList"] = (a, n) => a.Between(n, () => a._flow.BeginList(ordered: true, AdfJson.Number(AdfJson.Attribute(n, "order")) ?? 1), a._flow.EndList),
        ["listItem"] = (a, n) => a.Between(n, a._flow.BeginItem, a._flow.EndBlock),
        ["decisionItem"] = (a, n) => a.Between(n, a._flow.BeginItem, a._flow.EndBlock, inline: true),
        ["taskList"] = (a, n) => a.Block(n),
        ["taskItem"] = (a, n) => a.Task(n, inline: true),
        ["blockTaskItem"] = (a, n) => a.Task(n, inline: false),
        ["codeBlock"] = (a, n) => a._flow.Code(InnerText(n)),
        ["blockquote"] = (a, n) => a.Between(n, a._flow.BeginQuote, a._flow.EndQuote),
        ["panel"] = (a, n) => a.Block(n),
        ["expand"] = (a, n) => a.Titled(n),
        ["nestedExpand"] = (a, n) => a.Titled(n),
        ["layoutSection"] = (a, n) => a.Block(n),
        ["layoutColumn"] = (a, n) => a.Block(n),
        ["bodiedExtension"] = (a, n) => a.Block(n),
        ["bodiedSyncBlock"] = (a, n) => a.Block(n),
        ["table"] = (a, n) => a.Block(n),
        ["tableRow"] = (a, n) => a.Between(n, () => a._flow.BeginRow(IsHead(n)), a._flow.EndRow),
        ["tableCell"] = (a, n) => a.Between(n, a._flow.BeginCell, a._flow.Break),
        ["tableHeader"] = (a, n) => a.Between(n, a._flow.BeginCell, a._flow.Break),
        ["mediaSingle"] = (a, n) => a.Block(n),
        ["mediaGroup"] = (a, n) => a.Block(n),
        ["media"] = (a, n) => a.Media(n, apart: true),
        ["mediaInline"] = (a, n) => a.Media(n, apart: false),
        ["rule"] = (a, _) => a._flow.Break(),
        ["hardBreak"] = (a, _) => a._flow.LineBreak(),
        ["mention"] = (a, n) => a._flow.Inline(TextKind.Mention, AdfJson.Text(AdfJson.Attribute(n, "text")) ?? "@" + AdfJson.Text(AdfJson.Attribute(n, "id"))),
        ["emoji"] = (a, n) => a._flow.Words(AdfJson.Text(AdfJson.Attribute(n, "text")) ?? AdfJson.Text(AdfJson.Attribute(n, "shortName")) ?? ""),
        ["date"] = (a, n) => a._flow.Words(Date(n)),
        ["status"] = (a, n) => a._flow.Words(AdfJson.Text(AdfJson.Attribute(n, "text")) ?? ""),
        ["placeholder"] = (a, n) => a._flow.Words(AdfJson.Text(AdfJson.Attribute(n, "text")) ?? ""),
        ["inlineCard"] = (a, n) => a.Card(n, apart: false),
        ["blockCard"] = (a, n) => a.Card(n, apart: true),
        ["embedCard"] = (a, n) => a.Card(n, apart: true),
    };

    private readonly TextFlow _flow = new();
    private readonly Stack<Frame> _frames = new();

    private AdfText()
    {
    }

    /// <summary>Node types that are read by name; every other one keeps its inner text.</summary>
    public static IReadOnlyCollection<string> KnownNodes => Nodes.Keys;

    /// <summary>The text with its structure; empty for null. A JSON string is plain text.</summary>
    public static StructuredText Read(JsonElement? source)
    {
        if (source is not { } root || root.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return StructuredText.Empty;
        }

        if (root.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            return StructuredText.FromPlain(AdfJson.Text(root));
        }

        var reader = new AdfText();
        reader.Enter(root);
        while (reader._frames.TryPeek(out var frame))
        {
            if (frame.Next() is { } node)
            {
                reader.Enter(node);
            }
            else
            {
                reader._frames.Pop();
                frame.Leave?.Invoke();
            }
        }

        return reader._flow.Build();
    }

    private void Enter(JsonElement node)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            _frames.Push(new Frame(node, null, inline: false));
        }
        else if (node.ValueKind == JsonValueKind.String)
        {
            _flow.Words(AdfJson.Text(node) ?? "");
        }
        else if (AdfJson.Text(AdfJson.Property(node, "type")) is { } type && Nodes.TryGetValue(type, out var read))
        {
            read(this, node);
        }
        else
        {
            Unknown(node);
        }
    }

    private void Unknown(JsonElement node)
    {
        var inline = _frames.TryPeek(out var frame) && frame.Inline;
        Action apart = inline ? static () => { } : _flow.Break;
        apart();
        _flow.Words(AdfJson.Text(AdfJson.Property(node, "text")) ?? AdfJson.Text(AdfJson.Attribute(node, "text")) ?? "");
        Between(node, static () => { }, apart, inline);
    }

    private void Between(JsonElement node, Action before, Action after, bool inline = false)
    {
        before();
        _frames.Push(new Frame(AdfJson.Property(node, "content"), after, inline));
    }

    private void Block(JsonElement node, bool inline = false) => Between(node, _flow.Break, _flow.Break, inline);

    private void Task(JsonElement node, bool inline) =>
        Between(node, () => _flow.BeginCheckbox(AdfJson.Text(AdfJson.Attribute(node, "state")) == "DONE"), _flow.EndBlock, inline);

    private void Titled(JsonElement node)
    {
        _flow.Break();
        _flow.Words(AdfJson.Text(AdfJson.Attribute(node, "title")) ?? "");
        Block(node);
    }

    private void Text(JsonElement node)
    {
        var words = AdfJson.Text(AdfJson.Property(node, "text")) ?? "";
        var marks = AdfJson.Property(node, "marks") is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray().ToList() : [];
        bool Has(JsonElement mark, string type) => AdfJson.Text(AdfJson.Property(mark, "type")) == type;
        if (marks.Find(m => Has(m, "link")) is { ValueKind: JsonValueKind.Object } link)
        {
            Marked(TextKind.Link, words, AdfJson.Text(AdfJson.Attribute(link, "href")));
        }
        else if (marks.Exists(m => Has(m, "code")))
        {
            Marked(TextKind.Code, words, null);
        }
        else
        {
            _flow.Words(words);
        }
    }

    // The white space around marked words belongs to the sentence, not to the link.
    private void Marked(TextKind kind, string words, string? target)
    {
        var core = words.Trim();
        var start = core.Length == 0 ? words.Length : words.IndexOf(core, StringComparison.Ordinal);
        _flow.Words(words[..start]);
        _flow.Inline(kind, core, target);
        _flow.Words(core.Length == 0 ? "" : words[(start + core.Length)..]);
    }

    private void Media(JsonElement node, bool apart)
    {
        var address = AdfJson.Text(AdfJson.Attribute(node, "url"));
        var name = AdfJson.Text(AdfJson.Attribute(node, "alt"));
        _flow.Inline(TextKind.Image, string.IsNullOrWhiteSpace(name) ? Addresses.FileName(address) ?? "image" : name, address ?? AdfJson.Text(AdfJson.Attribute(node, "id")));
        if (apart)
        {
            _flow.Break();
        }
    }

    private void Card(JsonElement node, bool apart)
    {
        var data = AdfJson.Attribute(node, "data");
        var address = AdfJson.Text(AdfJson.Attribute(node, "url")) ?? AdfJson.Text(AdfJson.Property(data, "url")) ?? "";
        Action around = apart ? _flow.Break : static () => { };
        around();
        _flow.Inline(TextKind.Link, AdfJson.Text(AdfJson.Property(data, "name")) ?? address, address.Length == 0 ? null : address);
        around();
    }

    private static string Date(JsonElement node)
    {
        var stamp = AdfJson.Text(AdfJson.Attribute(node, "timestamp")) ?? "";
        return long.TryParse(stamp, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds) && Math.Abs(milliseconds) < 60_000_000_000_000
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : stamp;
    }

    private static bool IsHead(JsonElement row)
    {
        var cells = AdfJson.Property(row, "content") is { ValueKind: JsonValueKind.Array } content ? content.EnumerateArray().ToList() : [];
        return cells.Count > 0 && cells.TrueForAll(c => AdfJson.Text(AdfJson.Property(c, "type")) == "tableHeader");
    }

    private static string InnerText(JsonElement code)
    {
        var text = new StringBuilder();
        var frames = new Stack<Frame>([new Frame(AdfJson.Property(code, "content"), null, inline: true)]);
        while (frames.TryPeek(out var frame))
        {
            if (frame.Next() is not { } node)
            {
                frames.Pop();
                continue;
            }

            text.Append(AdfJson.Text(AdfJson.Property(node, "type")) == "hardBreak" ? "\n" : AdfJson.Text(AdfJson.Property(node, "text")));
            frames.Push(new Frame(AdfJson.Property(node, "content"), null, inline: true));
        }

        return text.ToString();
    }

    /// <summary>The children of a node that are still to be read, and what to do behind the last.</summary>
    private sealed class Frame(JsonElement? content, Action? leave, bool inline)
    {
        private JsonElement.ArrayEnumerator _children = content is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : default;

        public Action? Leave { get; } = leave;

        public bool Inline { get; } = inline;

        public JsonElement? Next() => content is { ValueKind: JsonValueKind.Array } && _children.MoveNext() ? _children.Current : null;
    }
}
