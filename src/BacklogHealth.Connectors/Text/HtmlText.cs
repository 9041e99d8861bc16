using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Text;

/// <summary>
/// Reads HTML. Never throws on content; what it does not know keeps its inner text. Styles, scripts and <c>display</c> are left aside.
/// Text so deeply nested that no person wrote it keeps its words and loses its structure.
/// </summary>
internal sealed class HtmlText
{
    private readonly TextFlow _flow;

    private HtmlText(TextFlow flow) => _flow = flow;

    /// <summary>The text with its structure; empty for null.</summary>
    public static StructuredText Read(string? source)
    {
        if (string.IsNullOrWhiteSpace(source))
        {
            return StructuredText.Empty;
        }

        var flow = new TextFlow();
        ReadInto(flow, source);
        return flow.Build();
    }

    /// <summary>Writes a piece of HTML into a text of another markup.</summary>
    public static void ReadInto(TextFlow flow, string source)
    {
        if (HtmlScanner.IsHostile(source))
        {
            PlainText.ReadInto(flow, HtmlScanner.WithoutTags(source));
            return;
        }

        using var document = new HtmlParser().ParseDocument(source);
        new HtmlText(flow).Walk(document.Body);
    }

    // By index, since asking a node for its next sibling looks through all of them.
    private void Walk(INode? root)
    {
        var open = new Stack<(INode Node, int Next)>();
        if (root is not null)
        {
            open.Push((root, 0));
        }

        while (open.TryPop(out var at))
        {
            if (at.Next >= at.Node.ChildNodes.Length)
            {
                Leave(at.Node);
                continue;
            }

            open.Push((at.Node, at.Next + 1));
            var child = at.Node.ChildNodes[at.Next];
            if (Enter(child))
            {
                open.Push((child, 0));
            }
        }

        _flow.Break();
    }

    /// <summary>Begins a node; false where its children are not to be read.</summary>
    private bool Enter(INode node)
    {
        if (node is IText text)
        {
            _flow.Prose(text.Data);
        }

        if (node is not IElement element)
        {
            return false;
        }

        var name = element.LocalName;
        switch (name)
        {
            case "br": _flow.LineBreak(); return false;
            case "img": Picture(element); return false;
            case "input": Input(element); return false;
            case "pre": _flow.Code(Preformatted(element)); return false;
            case "code" or "tt" or "kbd" or "samp": return !Marked(TextKind.Code, element, null);
            case "a": return !Link(element);
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6": _flow.BeginHeading(name[1] - '0'); return true;
            case "ul" or "menu": _flow.BeginList(ordered: false); return true;
            case "ol": _flow.BeginList(ordered: true, int.TryParse(element.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var first) ? first : 1); return true;
            case "li": _flow.BeginItem(); return true;
            case "blockquote": _flow.BeginQuote(); return true;
            case "tr": _flow.BeginRow(element.Children.Length > 0 && element.Children.All(c => c.LocalName == "th")); return true;
            case "td" or "th": _flow.BeginCell(); return true;
        }

        if (HtmlTags.Unseen.Contains(name))
        {
            return false;
        }

        if (HtmlTags.Blocks.Contains(name))
        {
            _flow.Break();
        }

        return true;
    }

    private void Leave(INode node)
    {
        switch ((node as IElement)?.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "li": _flow.EndBlock(); break;
            case "ul" or "ol" or "menu": _flow.EndList(); break;
            case "blockquote": _flow.EndQuote(); break;
            case "tr": _flow.EndRow(); break;
            case { } name when HtmlTags.Blocks.Contains(name): _flow.Break(); break;
        }
    }

    private void Picture(IElement element)
    {
        var address = element.GetAttribute("src");
        var name = element.GetAttribute("alt");
        _flow.Prose(" ");
        _flow.Inline(TextKind.Image, string.IsNullOrWhiteSpace(name) ? Addresses.FileName(address) ?? "image" : name, address);
    }

    private void Input(IElement element)
    {
        if (string.Equals(element.GetAttribute("type"), "checkbox", StringComparison.OrdinalIgnoreCase))
        {
            _flow.BeginCheckbox(element.HasAttribute("checked"));
        }
    }

    private bool Link(IElement element)
    {
        var person = element.HasAttribute("data-vss-mention");
        var address = element.GetAttribute("href");
        return (person || !string.IsNullOrEmpty(address)) && Marked(person ? TextKind.Mention : TextKind.Link, element, person ? null : address);
    }

    /// <summary>Writes an element that holds words alone as one marked run; false where it holds more, so that its children are to be read.</summary>
    private bool Marked(TextKind kind, IElement element, string? target)
    {
        if (element.QuerySelector("img, p, div, ul, ol, table, br, pre, input, h1, h2, h3, h4, h5, h6") is not null)
        {
            return false;
        }

        var text = element.TextContent;
        var words = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        _flow.Prose(text.Length > 0 && char.IsWhiteSpace(text[0]) ? " " : "");
        _flow.Inline(kind, words, target);
        _flow.Prose(text.Length > 0 && char.IsWhiteSpace(text[^1]) ? " " : "");
        return true;
    }

    private static string Preformatted(IElement element)
    {
        foreach (var lineBreak in element.QuerySelectorAll("br").ToList())
        {
            lineBreak.Replace(element.Owner!.CreateTextNode("\n"));
        }

        return element.TextContent;
    }
}
