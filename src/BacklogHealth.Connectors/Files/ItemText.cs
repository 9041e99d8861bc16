using System.Globalization;
using System.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Files;

/// <summary>
/// Writes a text so that a file of items can hold it: as HTML on one line, which is read again with the same words and the same structure. Characters that another markup has a
/// meaning for are written as entities.
/// </summary>
public static class ItemText
{
    private const string Cell = " | ";

    /// <summary>The text as HTML; "" where it is blank.</summary>
    public static string Of(StructuredText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var html = new StringBuilder(text.Plain.Length * 2);
        var lists = new Stack<string>();
        var spans = text.Spans;
        var end = 0;
        for (var i = 0; i < spans.Length;)
        {
            var block = spans[i];
            Loose(html, text, end, block.Start, i == 0);
            var inner = i + 1;
            while (inner < spans.Length && spans[inner].Start < block.End)
            {
                inner++;
            }

            Lists(html, lists, block, Mark(text.Plain, block.Start));
            Block(html, text, block, spans.AsSpan()[(i + 1)..inner]);
            (i, end) = (inner, block.End);
        }

        Loose(html, text, end, text.Plain.Length, spans.IsEmpty);
        Close(html, lists, 0);
        return html.ToString();
    }

    // Words outside of every block; marks of lists are none.
    private static void Loose(StringBuilder html, StructuredText text, int start, int end, bool all)
    {
        if (all && text.Spans.IsEmpty && end > start)
        {
            html.Append("<p>");
            Words(html, text.Plain, start, end);
            html.Append("</p>");
        }
    }

    private static void Lists(StringBuilder html, Stack<string> lists, TextSpan block, string mark)
    {
        var depth = block.Kind == TextKind.ListItem ? Math.Max(1, block.Level) : block.Kind == TextKind.Checkbox ? 1 : 0;
        Close(html, lists, depth);
        var number = int.TryParse(mark.TrimEnd('.', ')', ' '), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1;
        var list = number >= 0 ? "ol" : "ul";
        if (depth > 0 && lists.Count == depth && (lists.Peek() != list || number >= 0))
        {
            Close(html, lists, depth - 1);
        }

        while (lists.Count < depth)
        {
            html.Append(CultureInfo.InvariantCulture, $"<{list}{(number >= 0 && lists.Count == depth - 1 ? $" start=\"{number}\"" : "")}>");
            lists.Push(list);
        }
    }

    private static void Close(StringBuilder html, Stack<string> lists, int depth)
    {
        while (lists.Count > depth)
        {
            html.Append(CultureInfo.InvariantCulture, $"</{lists.Pop()}>");
        }
    }

    private static void Block(StringBuilder html, StructuredText text, TextSpan block, ReadOnlySpan<TextSpan> inner)
    {
        var (open, close) = block.Kind switch
        {
            TextKind.Heading => ($"<h{Math.Clamp(block.Level, 1, 6)}>", $"</h{Math.Clamp(block.Level, 1, 6)}>"),
            TextKind.ListItem => ("<li>", "</li>"),
            TextKind.Checkbox => (block.Level == 1 ? "<li><input type=\"checkbox\" checked>" : "<li><input type=\"checkbox\">", "</li>"),
            TextKind.Quote => ("<blockquote>", "</blockquote>"),
            TextKind.Code => ("<pre>", "</pre>"),
            TextKind.TableRow when block.Level == 1 => ("<table><tr><th>", "</th></tr></table>"),
            TextKind.TableRow => ("<table><tr><td>", "</td></tr></table>"),
            _ => ("<p>", "</p>"),
        };
        html.Append(open);
        var from = html.Length;
        var at = block.Start;
        foreach (var span in inner)
        {
            if (span.Start >= at && span.End <= block.End)
            {
                Words(html, text.Plain, at, span.Start);
                Inline(html, text.Of(span), span);
                at = span.End;
            }
        }

        Words(html, text.Plain, at, block.End);
        if (block.Kind == TextKind.TableRow)
        {
            var cell = block.Level == 1 ? "</th><th>" : "</td><td>";
            html.Replace(Escaped(Cell), cell, from, html.Length - from);
        }

        html.Append(close);
    }

    private static void Inline(StringBuilder html, string words, TextSpan span)
    {
        var target = Escaped(span.Target ?? "");
        html.Append(span.Kind switch
        {
            TextKind.Link => $"<a href=\"{target}\">{Escaped(words)}</a>",
            TextKind.Mention => $"<a href=\"#\" data-vss-mention=\"1\">{Escaped(words)}</a>",
            TextKind.Image => $"<img alt=\"{Escaped(words)}\" src=\"{target}\">",
            TextKind.Code => $"<code>{Escaped(words)}</code>",
            _ => Escaped(words),
        });
    }

    private static void Words(StringBuilder html, string plain, int start, int end) => html.Append(Escaped(plain[start..end]));

    private static string Escaped(string text)
    {
        var html = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            _ = c switch
            {
                '\n' => html.Append("<br>"),
                '&' or '<' or '>' or '"' or '\'' or '{' or '}' or '[' or ']' or '|' or '!' or '`' or '#' or '*' => html.Append(CultureInfo.InvariantCulture, $"&#{(int)c};"),
                _ => html.Append(c),
            };
        }

        return html.ToString();
    }

    /// <summary>What stands before a block on its line.</summary>
    private static string Mark(string plain, int start)
    {
        var line = start == 0 ? 0 : plain.LastIndexOf('\n', start - 1) + 1;
        return plain[line..start];
    }
}
