using System.Globalization;
using System.Net;
using System.Text;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Routes;

/// <summary>Writes a text as HTML, everything encoded.</summary>
internal static class TextPage
{
    public static string Of(SampleText text)
    {
        var html = new StringBuilder();
        var open = string.Empty;
        foreach (var block in text.Blocks)
        {
            var container = Container(block.Kind);
            if (container != open)
            {
                Tag(html, open, "</");
                Tag(html, container, "<");
                open = container;
            }

            html.Append(Block(block));
        }

        Tag(html, open, "</");
        return html.ToString();
    }

    private static void Tag(StringBuilder html, string name, string start)
    {
        if (name.Length > 0)
        {
            html.Append(start).Append(name).Append('>');
        }
    }

    private static string Container(SampleBlockKind kind) => kind switch
    {
        SampleBlockKind.Bullet or SampleBlockKind.Checkbox => "ul",
        SampleBlockKind.Numbered => "ol",
        SampleBlockKind.TableHead or SampleBlockKind.TableRow => "table",
        _ => string.Empty,
    };

    private static string Block(SampleBlock block) => block.Kind switch
    {
        SampleBlockKind.Heading => Heading(block),
        SampleBlockKind.Bullet or SampleBlockKind.Numbered => $"<li>{Encode(block.Text)}</li>",
        SampleBlockKind.Checkbox => $"<li>{(block.Ticked ? "☑" : "☐")} {Encode(block.Text)}</li>",
        SampleBlockKind.TableHead => Row(block, "th"),
        SampleBlockKind.TableRow => Row(block, "td"),
        SampleBlockKind.Code => $"<pre><code>{Encode(block.Text)}</code></pre>",
        SampleBlockKind.Quote => $"<blockquote>{Encode(block.Text)}</blockquote>",
        _ => $"<p>{(block.Mention is { } account ? Mention(account) : "")}{Encode(block.Text)}</p>",
    };

    /// <summary>Two ranks lower than in the text: the page has its own title and sections.</summary>
    private static string Heading(SampleBlock block)
    {
        var level = Math.Clamp(block.Level + 2, 3, 6).ToString(CultureInfo.InvariantCulture);
        return $"<h{level}>{Encode(block.Text)}</h{level}>";
    }

    // As Azure DevOps writes it; a browser shows it as a link that leads nowhere.
    private static string Mention(string account) =>
        $"<a href=\"#\" data-vss-mention=\"version:2.0,{Hash.Guid("account " + account)}\">@Colleague {Encode(account[..Math.Min(6, account.Length)])}</a> ";

    private static string Row(SampleBlock block, string cell) =>
        $"<tr>{string.Concat(block.Text.Split(" | ").Select(text => $"<{cell}>{Encode(text)}</{cell}>"))}</tr>";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
