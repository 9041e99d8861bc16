using System.Globalization;
using BacklogHealth.Core.WorkItems;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BacklogHealth.Connectors.Text;

/// <summary>
/// Reads Markdown: CommonMark with tables, task lists, strike-through and bare addresses. Never throws on content; what is nested too deeply to be
/// parsed is read as plain text. A line break inside a paragraph stays one, as trackers show it, unless the next line goes on in the middle of a sentence.
/// </summary>
internal sealed class MarkdownText
{
    private const int LongestRunOfMarks = 200;
    private const int MostMarksInParagraph = 5_000;
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UsePipeTables().UseTaskLists().UseAutoLinks().UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough).Build();

    private readonly TextFlow _flow = new();

    private MarkdownText()
    {
    }

    /// <summary>The text with its structure; empty for null.</summary>
    public static StructuredText Read(string? source)
    {
        if (string.IsNullOrWhiteSpace(source))
        {
            return StructuredText.Empty;
        }

        if (IsHostile(source))
        {
            return PlainText.Read(source);
        }

        try
        {
            var reader = new MarkdownText();
            reader.Blocks(Markdown.Parse(source, Pipeline));
            return reader._flow.Build();
        }
        catch (ArgumentException)
        {
            // The parser's answer to nesting beyond its limit.
            return PlainText.Read(source);
        }
    }

    private void Blocks(ContainerBlock container)
    {
        foreach (var block in container)
        {
            switch (block)
            {
                case HeadingBlock heading: Between(() => _flow.BeginHeading(heading.Level), () => Inlines(heading.Inline), _flow.EndBlock); break;
                case ParagraphBlock paragraph: Between(_flow.Break, () => Inlines(paragraph.Inline), _flow.Break); break;
                case ListBlock list: Between(() => _flow.BeginList(list.IsOrdered, First(list)), () => Blocks(list), _flow.EndList); break;
                case ListItemBlock item: Between(_flow.BeginItem, () => Blocks(item), _flow.EndBlock); break;
                case QuoteBlock quote: Between(_flow.BeginQuote, () => Blocks(quote), _flow.EndQuote); break;
                case Markdig.Syntax.CodeBlock code: _flow.Code(code.Lines.ToString()); break;
                case HtmlBlock html: HtmlText.ReadInto(_flow, html.Lines.ToString()); break;
                case TableRow row: Between(() => _flow.BeginRow(row.IsHeader), () => Blocks(row), _flow.EndRow); break;
                case TableCell cell: Between(_flow.BeginCell, () => Blocks(cell), _flow.Break); break;
                case LinkReferenceDefinitionGroup: break;
                case ContainerBlock other: Between(_flow.Break, () => Blocks(other), _flow.Break); break;
                case LeafBlock { Inline: { } words }: Between(_flow.Break, () => Inlines(words), _flow.Break); break;
            }
        }
    }

    private void Inlines(ContainerInline? container)
    {
        for (var inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LiteralInline literal: _flow.Words(literal.Content.ToString()); break;
                case CodeInline code: _flow.Inline(TextKind.Code, code.Content); break;
                case AutolinkInline link: _flow.Inline(TextKind.Link, link.Url, link.IsEmail ? "mailto:" + link.Url : link.Url); break;
                case HtmlEntityInline entity: _flow.Words(entity.Transcoded.ToString()); break;
                case LinkInline link: Link(link); break;
                case TaskList task: _flow.BeginCheckbox(task.Checked); break;
                case LineBreakInline lineBreak: LineBreak(lineBreak); break;
                case HtmlInline html: Tag(html.Tag); break;
                case DelimiterInline delimiter: _flow.Words(delimiter.ToLiteral()); Inlines(delimiter); break;
                case ContainerInline other: Inlines(other); break;
            }
        }
    }

    private void Link(LinkInline link)
    {
        var address = link.GetDynamicUrl?.Invoke() ?? link.Url;
        var words = Words(link);
        if (link.IsImage)
        {
            _flow.Inline(TextKind.Image, string.IsNullOrWhiteSpace(words) ? Addresses.FileName(address) ?? "image" : words, address);
        }
        else if (link.Descendants<LinkInline>().Any())
        {
            Inlines(link);
        }
        else
        {
            _flow.Inline(TextKind.Link, string.IsNullOrWhiteSpace(words) ? address ?? "" : words, address);
        }
    }

    private void LineBreak(LineBreakInline lineBreak)
    {
        var before = lineBreak.PreviousSibling is LiteralInline { Content.IsEmpty: false } last ? last.Content[last.Content.End] : '\0';
        var after = lineBreak.NextSibling is LiteralInline { Content.IsEmpty: false } next ? next.Content[next.Content.Start] : '\0';
        if (!lineBreak.IsHard && FlattenedLines.GoesOn(before, after))
        {
            _flow.Words(" ");
        }
        else
        {
            _flow.LineBreak();
        }
    }

    private void Tag(string tag)
    {
        foreach (var found in HtmlScanner.Tags(tag))
        {
            if (found.Name.Equals("br", StringComparison.OrdinalIgnoreCase))
            {
                _flow.LineBreak();
            }
            else if (!HtmlTags.Knows(found.Name))
            {
                // A word in angle brackets, such as a place to fill in.
                _flow.Words(tag);
            }
        }
    }

    private static string Words(ContainerInline container) => string.Concat(container.Descendants().Select(d => d switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        LineBreakInline => " ",
        DelimiterInline delimiter => delimiter.ToLiteral(),
        _ => "",
    }));

    private static void Between(Action before, Action inside, Action after)
    {
        before();
        inside();
        after();
    }

    private static int First(ListBlock list) => int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var first) ? first : 1;

    // Rows of opening marks, and paragraphs full of them, cost the parser time that grows with their square; no person writes them.
    private static bool IsHostile(string source)
    {
        var (run, marks, blank) = (0, 0, true);
        foreach (var c in source)
        {
            run = c is '[' or '!' or '(' or '>' or '<' or '*' or '_' or '`' or '~' ? run + 1 : c is ' ' or '\n' or '\r' ? run : 0;
            marks = c == '\n' && blank ? 0 : c is '[' or '<' or '`' ? marks + 1 : marks;
            blank = c == '\n' || (blank && char.IsWhiteSpace(c));
            if (run > LongestRunOfMarks || marks > MostMarksInParagraph)
            {
                return true;
            }
        }

        return false;
    }
}
