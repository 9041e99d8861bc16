using System.Text;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Reports.Pages;

/// <summary>
/// Writes a mail as HTML that the mail programs of the last twenty years show: one column of tables, 600 pixels wide, styles on each line. What drops the
/// styles still shows headings, paragraphs and lists in reading order. The few classes are for dark paper alone.
/// </summary>
/// <param name="language">Code of the mail's language.</param>
/// <param name="title">What a browser would call it.</param>
internal sealed class MailHtml(string language, string title)
{
    private const int Width = 600;

    private const string Font = "font-family:'Segoe UI',Helvetica,Arial,sans-serif";

    private static readonly Theme Light = Theme.Light;

    private static readonly string Dark = $"@media (prefers-color-scheme:dark){{.paper{{background-color:{Theme.Dark.Paper}!important}}.ink{{color:{Theme.Dark.Ink}!important}}"
        + $".soft{{color:{Theme.Dark.Soft}!important}}.blue{{color:{Theme.Dark.BlueInk}!important}}.verm{{color:{Theme.Dark.VermilionInk}!important}}"
        + $".mark{{background-color:{Theme.Dark.Mark}!important;color:{Theme.Dark.Ink}!important}}.rule{{border-color:{Theme.Dark.Rule}!important}}}}";

    /// <summary>The whole mail.</summary>
    public string Write(IEnumerable<MailBlock> blocks)
    {
        var html = new StringBuilder();
        html.Append("<!doctype html>\n<html lang=\"").Append(Encode(language)).Append("\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Append("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"supported-color-schemes\" content=\"light dark\">\n<title>").Append(Encode(title)).Append("</title>\n<style>").Append(Dark).Append("</style>\n</head>\n");
        html.Append(Say.Text($"<body class=\"paper\" bgcolor=\"{Light.Paper}\" style=\"margin:0;padding:0;background-color:{Light.Paper};color:{Light.Ink}\">\n"));
        // Word, which draws for Outlook, knows no greatest width: it gets a table of a fixed one around.
        html.Append(Say.Text($"<!--[if mso]><table role=\"presentation\" align=\"center\" width=\"{Width}\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"><tr><td><![endif]-->\n"));
        html.Append(Say.Text($"<table role=\"presentation\" class=\"paper\" align=\"center\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" bgcolor=\"{Light.Paper}\" style=\"max-width:{Width}px;background-color:{Light.Paper}\">\n"));
        html.Append(string.Concat(blocks.Select(Row)));
        return html.Append("</table>\n<!--[if mso]></td></tr></table><![endif]-->\n</body>\n</html>\n").ToString();
    }

    /// <summary>One block: a row of the column.</summary>
    public string Row(MailBlock block)
    {
        var html = new StringBuilder("<tr><td");
        html.Append(block.Language == language ? "" : $" lang=\"{Encode(block.Language)}\"").Append(" style=\"padding:0 20px\">\n");
        var listed = false;
        foreach (var line in block.Lines)
        {
            var bullet = line.Tone == MailTone.Bullet;
            html.Append((listed, bullet) switch { (false, true) => "<ul style=\"margin:4px 0 8px 0;padding:0 0 0 20px\">\n", (true, false) => "</ul>\n", _ => "" });
            listed = bullet;
            html.Append(Of(line));
        }

        return html.Append(listed ? "</ul>\n" : "").Append("</td></tr>\n").ToString();
    }

    private static string Of(MailLine line) => line.Tone switch
    {
        MailTone.Title => Element("h1", "ink", $"margin:24px 0 4px 0;font-size:24px;line-height:30px;font-weight:bold;color:{Light.Ink}", line),
        MailTone.Lead => Element("p", "soft", $"margin:0 0 12px 0;font-size:13px;line-height:19px;color:{Light.Soft}", line),
        MailTone.Banner => Element("p", "ink", $"margin:8px 0 12px 0;padding:4px 0 4px 12px;border-left:4px solid {Light.Vermilion};font-size:15px;line-height:22px;color:{Light.Ink}", line),
        MailTone.Heading => Element("h2", "ink", $"margin:30px 0 4px 0;font-size:18px;line-height:24px;font-weight:bold;color:{Light.Ink}", line),
        MailTone.Subheading => Element("h3", "ink", $"margin:18px 0 4px 0;font-size:15px;line-height:22px;font-weight:bold;color:{Light.Ink}", line),
        MailTone.Question => Element("h2", "soft rule", $"margin:10px 0 2px 0;padding:10px 0 0 0;border-top:1px solid {Light.Rule};font-size:13px;line-height:19px;font-weight:normal;color:{Light.Soft}", line),
        MailTone.Say => Element("p", "ink", $"margin:0 0 4px 0;font-size:18px;line-height:24px;font-weight:bold;color:{Light.Ink}", line),
        MailTone.Note => Element("p", "soft", $"margin:0 0 8px 0;font-size:13px;line-height:19px;color:{Light.Soft}", line),
        MailTone.Bullet => Element("li", "ink", $"margin:0 0 6px 0;font-size:15px;line-height:22px;color:{Light.Ink}", line),
        MailTone.Item => Element("p", "ink rule", $"margin:8px 0 2px 0;padding:8px 0 0 0;border-top:1px solid {Light.Rule};font-size:15px;line-height:22px;font-weight:bold;color:{Light.Ink}", line),
        MailTone.Asked => Element("p", "ink", $"margin:0 0 4px 0;font-size:15px;line-height:22px;font-style:italic;color:{Light.Ink}", line),
        MailTone.Closing => Element("p", "ink rule", $"margin:20px 0 20px 0;padding:12px 0 0 0;border-top:1px solid {Light.Rule};font-size:15px;line-height:22px;color:{Light.Ink}", line),
        MailTone.Picture => Image(line.Picture!, line.Words.Plain),
        _ => Element("p", "ink", $"margin:0 0 4px 0;font-size:15px;line-height:22px;color:{Light.Ink}", line),
    };

    // Each line names its font: programs that reset tables, and Word, hand none down.
    private static string Element(string name, string colours, string style, MailLine line) =>
        $"<{name} class=\"{colours}\" style=\"{style};{Font}\">{(line.Tone == MailTone.Item ? $"<strong>{Inline(line.Words)}</strong>" : Inline(line.Words))}</{name}>\n";

    private static string Image(MailPicture picture, string alt) => Say.Text(
        $"<p style=\"margin:4px 0 4px 0\"><img src=\"cid:{Encode(picture.ContentId)}\" width=\"{picture.Width}\" height=\"{picture.Height}\" alt=\"{Encode(alt)}\" border=\"0\" style=\"display:block;border:0;width:{picture.Width}px;height:{picture.Height}px\"></p>\n");

    private static string Inline(Line line) => string.Concat(line.Runs.Select(r =>
    {
        var words = Encode(r.Text);
        words = r.Link is null ? words : $"<a class=\"blue\" href=\"{Encode(r.Link)}\" rel=\"noopener noreferrer\" style=\"color:{Light.BlueInk};text-decoration:underline\">{words}</a>";
        return r.Emphasis switch
        {
            Emphasis.Strong => $"<strong>{words}</strong>",
            Emphasis.Code => $"<code style=\"font-family:Consolas,Menlo,monospace\">{words}</code>",
            Emphasis.Mark => $"<span class=\"mark\" style=\"background-color:{Light.Mark};color:{Light.Ink}\">{words}</span>",
            Emphasis.Act => $"<strong class=\"verm\" style=\"color:{Light.VermilionInk}\">{words}</strong>",
            Emphasis.Watch => $"<strong class=\"ink\" style=\"color:{Light.Ink}\">{words}</strong>",
            Emphasis.Keep => $"<strong class=\"blue\" style=\"color:{Light.BlueInk}\">{words}</strong>",
            _ => words,
        };
    }));

    private static string Encode(string text) => HtmlPage.Encode(text);
}
